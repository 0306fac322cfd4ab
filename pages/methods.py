"""How is each number made? Every rule in a sentence, with its method and an example computed from the build."""

from typing import Any

import dash
from dash import html

from components import page_head, shell, states
from components.ids import Ids
from components.methods import page
from components.url_state import Window
from panels import sources
from panels.home.england import england
from panels.methods import alarms, examples
from warehouse import serving
from warehouse.reader import View

dash.register_page(
    __name__, path="/methods", title="How the numbers are made", foot="How the numbers are made", foot_order=1
)
ids = Ids("methods")
QUESTION = "How are the numbers made?"
LEAD = (
    "Every figure is a published count, divided by the days of its month and, where areas are compared, by the adults "
    "who live there. Nothing is filled in, and nothing is joined across a break."
)
INVENTED = "The rules on this page are real; its worked examples are computed from invented figures."


def layout(**_: Any) -> html.Div:
    """The page; without a warehouse the rules stand without worked examples."""
    view = serving.view()
    worked = {**examples.examples(view), "false-alarms": alarms.lines(view)} if view else {}
    children = [html.Div(_head(view), id=ids.of("head")), page.draw(worked)]
    return shell.page(
        title="How the numbers are made – Interface Monitor", children=children, doc_title_id=ids.of("title")
    )


def _head(view: View | None) -> list[Any]:
    banner = [states.demonstration(INVENTED)] if view and view.mode == "demo" else []
    return [*banner, page_head.draw(QUESTION, [LEAD], _meta(view))]


def _meta(view: View | None) -> str:
    if view is None:
        return "No figures are loaded yet, so the worked examples are left out."
    found = england(view, Window())
    series = f" {sources.meta(found)}" if found else ""
    return f"Worked examples are computed from build {view.id}.{series}"
