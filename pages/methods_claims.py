"""Which number did they quote, and is it so? Claims of reports, computed again from the files held."""

from typing import Any

import dash
from dash import dcc, html

from components import page_head, shell, states
from components.ids import Ids
from components.methods import claims as drawn
from components.url_state import Window
from components.words import parts
from panels import sources
from panels.home.england import england
from panels.methods import claims
from warehouse import serving
from warehouse.reader import View

dash.register_page(__name__, path="/methods/claims", title="Claims of reports, checked")
ids = Ids("methods-claims")
QUESTION = "Which number did they quote, and does it hold?"
RULES = (
    "A claim agrees when the computed number rounds to the one it gives, and is near within one and a half units of "
    "its last digit. ‘More than 26%’ is met from 26 up to 27. Where the words of a claim allow several readings, the "
    "reading its words mean comes first and the others are marked.",
    "All figures are the latest vintage held. Figures as first published are not in this build, so what a report could "
    "see on its own day is not checked here; press notices of the time differ from the last revision by under 1% of "
    "days in nearly every month in which both were seen.",
)
INVENTED = "The claims named here were made of England, and none is checked on invented figures."


def layout(**_: Any) -> html.Div:
    """The page; works without a warehouse, and shows no number of a claim on demonstration data."""
    view = serving.view()
    if view is None:
        children = [page_head.bare(QUESTION), states.no_warehouse(serving.refreshing())]
    else:
        children = [html.Div(_head(view), id=ids.of("head")), *_body(view)]
    return shell.page(
        title="Claims of reports, checked – Interface Monitor", children=children, doc_title_id=ids.of("title")
    )


def _head(view: View) -> list[Any]:
    banner = [states.demonstration(INVENTED)] if view.mode == "demo" else []
    return [*banner, page_head.draw(QUESTION, claims.lead(view), f"Build {view.id}.", crumb="How the numbers are made")]


def _body(view: View) -> list[Any]:
    found, numbers = claims.checked(view), view.mode != "demo"
    known = england(view, Window())
    source = sources.line(known, "dtoc_england", "ae_england", "dtoc_councils") if known and numbers else ""
    csv = html.A(["CSV", html.Span(": every claim and computation", className="vh")], href=drawn.CSV, download="")
    summary = parts.section(
        "all-claims",
        "All claims",
        [
            *(parts.paragraphs(*RULES) if numbers else []),
            drawn.overview(found, numbers=numbers),
            html.Div([csv, html.P(source, className="src")], className="under"),
        ],
    )
    back = html.P(
        [dcc.Link("How the numbers are made", href="/methods"), " has the rules behind them."], className="after"
    )
    if not numbers:
        return [summary, back]
    each = html.Div(parts.section("each-claim", "Each claim", [drawn.draw(one) for one in found]), className="words")
    return [summary, back, each]
