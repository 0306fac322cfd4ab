"""Tables that can be taken away as CSV: name in the address to the function that makes the panel."""

from collections.abc import Callable, Mapping
from typing import Any

from components.area.choice import Choice as AreaChoice
from components.tables import Table
from components.trends.choice import Choice
from components.url_state import Window
from panels.area import bodies, care, chances, england, history, months, owned, rank, reasons, trusts
from panels.board import tables as board
from panels.data import links
from panels.home import admissions, after, delays, movers, pressure
from panels.impact import tables as impact
from panels.methods import claims_table
from panels.personal import tables as personal
from panels.schemes import tables as schemes
from panels.trends import lines_taken, taken
from warehouse.reader import View

Query = Mapping[str, Any]  # of any content
Maker = Callable[[View, Query], Table | None]


def _of(panel: object) -> Table | None:
    return getattr(panel, "table", None)


TABLES: dict[str, Maker] = {
    "home-delays": lambda view, query: _of(delays.panel(view, Window.parse(query))),
    "home-admissions": lambda view, query: _of(admissions.panel(view, Window.parse(query))),
    "home-after": lambda view, query: _of(after.panel(view, Window.parse(query))),
    "home-pressure": lambda view, _: _of(pressure.panel(view)),
    "home-movers": lambda view, _: _of(movers.panel(view)),
    "trends-control": lambda view, query: taken.table(view, Choice.parse(query)),
    "trends-several": lambda view, query: lines_taken.table(view, Choice.parse(query)),
    "area-bodies": lambda view, query: _of(bodies.panel(view, AreaChoice.parse(query))),
    "area-reasons": lambda view, query: _of(reasons.panel(view, AreaChoice.parse(query))),
    "area-history": lambda view, query: _of(history.panel(view, AreaChoice.parse(query))),
    "area-signals": lambda view, query: _of(chances.panel(view, AreaChoice.parse(query))),
    "area-rank": lambda view, query: _of(rank.panel(view, AreaChoice.parse(query))),
    "area-trusts": lambda view, query: _of(trusts.panel(view, AreaChoice.parse(query))),
    "area-owned": lambda view, query: _of(owned.panel(view, AreaChoice.parse(query))),
    "area-care": lambda view, query: _of(care.panel(view, AreaChoice.parse(query))),
    "area-england": lambda view, query: _of(england.panel(view, AreaChoice.parse(query))),
    "area-months": lambda view, query: _of(months.panel(view, AreaChoice.parse(query))),
    "board-watches": board.table,
    "schemes-register": schemes.of_register,
    "scheme-series": schemes.of_series,
    "scheme-designs": schemes.of_designs,
    "scheme-outputs": schemes.of_outputs,
    "plan-targets": schemes.of_targets,
    "impact-areas": impact.of_areas,
    "impact-dates": impact.of_dates,
    "spend-purpose": lambda view, query: schemes.of_spend(view, query, "purpose"),
    "spend-stage": lambda view, query: schemes.of_spend(view, query, "stage"),
    "spend-demand": lambda view, query: schemes.of_spend(view, query, "demand"),
    "spend-lines": lambda view, query: schemes.of_spend(view, query, "lines"),
    "personal-outcomes": personal.of_outcomes,
    "data-links": links.table,
    "methods-claims": lambda view, _: claims_table.table(view),
}
# Tables of what places uploaded: not official statistics, and there are none before a place has uploaded.
LOCAL = frozenset(name for name in TABLES if name.split("-")[0] in ("schemes", "scheme", "spend", "plan", "impact"))
