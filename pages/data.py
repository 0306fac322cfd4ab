"""Can I trust it? Every source: how fresh it is, which files it is made of, what was checked and what failed."""

from typing import Any

import dash
from dash import Input, Output, callback, dcc, html

from components import page_head, progress, shell, states
from components.data import details, revisions
from components.data import fresh as fresh_section
from components.data import links as links_section
from components.data import overview as overview_section
from components.ids import Ids
from panels.data import findings, fresh, links, overview, sources_table
from warehouse import serving
from warehouse.queries import checks, corrected, coverage, freshness, revised
from warehouse.reader import View

dash.register_page(
    __name__,
    path="/data",
    title="Data and sources",
    nav="Data",
    order=90,
    foot="Data sources and freshness",
    foot_order=2,
)
ids = Ids("data")
QUESTION = "Can I trust it? Where every figure comes from"
POLL = 2_000  # milliseconds between looks at a running refresh


def layout(**_: Any) -> html.Div:
    """The page; works without a warehouse."""
    status, view = sources_table.status_now(), serving.view()
    running = bool(status) and not status.get("finished_at")
    children = [
        html.Div(_head(view, status), id=ids.of("head")),
        html.Section(
            [html.H2("Refresh"), html.Div(progress.draw(status), id=ids.of("refresh-progress"))], className="sec"
        ),
        dcc.Interval(id=ids.of("refresh-clock"), interval=POLL, disabled=not running),
        html.Div(_body(view, status), id=ids.of("body")),
    ]
    return shell.page(title="Data and sources – Interface Monitor", children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("refresh-progress"), "children"),
    Output(ids.of("head"), "children"),
    Output(ids.of("body"), "children"),
    Output(ids.of("refresh-clock"), "disabled"),
    Input(ids.of("refresh-clock"), "n_intervals"),
    prevent_initial_call=True,
)
def show_progress(_: Any) -> tuple[Any, list[Any], list[Any], bool]:
    """The page while a refresh runs, every two seconds; stops looking when it has ended."""
    status, view = sources_table.status_now(), serving.view()
    return progress.draw(status), _head(view, status), _body(view, status), bool(status.get("finished_at"))


def _head(view: View | None, status: dict[str, Any]) -> list[Any]:
    if view is None:
        return [page_head.bare(QUESTION)]
    banner = [states.demonstration()] if view.mode == "demo" else []
    return [*banner, page_head.draw(QUESTION, findings.lead(view, status), findings.meta(view))]


def _body(view: View | None, status: dict[str, Any]) -> list[Any]:
    if view is None:
        return [
            states.no_warehouse(serving.refreshing()),
            details.messages(sources_table.messages(status, "error", "warning")),
        ]
    sources = sources_table.table(view, status)
    states_of, absent = fresh.rows(view), overview.absent(view)
    held = coverage.months(view, "dtoc_councils")
    return [
        overview_section.section(overview.tables(view, [(row[-1], row[3]) for row in states_of]), absent, sources),
        *([fresh_section.section(states_of)] if states_of else []),
        revisions.section(revised.since(view)),
        details.messages(sources_table.messages(status, "error", "warning")),
        details.checks(checks.england(view), len(held), revisions.corrections(corrected.corrections(view))),
        details.gaps(coverage.gaps(held), coverage.not_submitted(view)),
        details.files([(name, one, freshness.files(view, name)) for name, one in freshness.held(view).items()]),
        links_section.section(links.accounts(view), links.address()),
        details.area_changes(coverage.area_changes(view)),
    ]
