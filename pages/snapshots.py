"""Can I take this month to the board? Month packs to make and to take away, for commissioners and analysts."""

from typing import Any

import dash
from dash import Input, Output, State, callback, html

from components import page_head, shell, states, text
from components.ids import Ids
from components.snapshots import shelf
from components.snapshots.shelf import OnShelf
from domain import periods
from exports import counter
from exports.counter import NoPack
from warehouse import serving
from warehouse.queries import areas, used
from warehouse.reader import View

dash.register_page(__name__, path="/snapshots", title="Snapshots", nav="Snapshots", order=80, areas=True)
ids = Ids("snapshots")
QUESTION = "Can I take this month to the board?"
LEAD = (
    "A month pack holds an area's figures for a month and the two years before it as an accessible workbook and tidy "
    "CSV files, with every source file, its fingerprint and what was revised since the month before."
)


def layout(**query: Any) -> html.Div:
    """The form and the shelf; ``area`` and ``month`` in the query choose what the form begins with."""
    view = serving.view()
    if view is None:
        children = [page_head.bare(QUESTION), states.no_warehouse(serving.refreshing())]
    else:
        banner = [states.demonstration()] if view.mode == "demo" else []
        head = page_head.draw(QUESTION, [LEAD], f"Build {view.id}. The same build gives the same bytes.")
        children = [*banner, head, _form(view, query), _status(""), html.Div(_shelf(view), id=ids.of("shelf"))]
    return shell.page(title="Snapshots – Interface Monitor", children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("status"), "children"),
    Output(ids.of("shelf"), "children"),
    Input(ids.of("make"), "n_clicks"),
    State(ids.of("area"), "value"),
    State(ids.of("month"), "value"),
    running=[(Output(ids.of("make"), "disabled"), True, False)],
    prevent_initial_call=True,
)
def make(_: Any, area: Any, month: Any) -> tuple[Any, Any]:
    """Make a pack and show it on the shelf."""
    view = serving.view()
    if view is None:
        return "No figures are loaded yet.", []
    try:
        made = counter.make(view, str(area or ""), periods.month(str(month or "")))
    except (NoPack, periods.PeriodError) as problem:
        return str(problem), _shelf(view)
    done = "was there already" if made.state == "kept" else "is ready"
    return f"The pack of {made.name} for {text.month(made.month)} {done}: see the list.", _shelf(view)


def _status(words: str) -> html.P:
    return html.P(words, id=ids.of("status"), role="status", className="note")


def _form(view: View, query: dict[str, Any]) -> html.Div:
    held = used.months(view)
    known = {area.code: area.name for area in areas.every(view) if area.code in held}
    wanted, at = (value if isinstance(value, str) else "" for value in (query.get("area"), query.get("month")))
    area = wanted if wanted in known else next(iter(known))
    months = sorted(frozenset().union(*held.values()), reverse=True)
    month = at if at in months else max(held[area], default="")
    named = {one: periods.label(one) for one in months}
    return shelf.form(ids, known, named, area, month)


def _shelf(view: View) -> html.Div:
    kind = "demonstration data" if view.mode == "demo" else "official statistics"
    packs = [
        OnShelf(
            one.name,
            one.code,
            one.month,
            one.build,
            one.build == view.id,
            -(-one.bytes // 1024),
            f"/packs/{one.code}-{one.month}.zip",
        )
        for one in counter.packs(view)
    ]
    return shelf.shelf(packs, kind=kind)
