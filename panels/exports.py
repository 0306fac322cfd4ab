"""Tables that can be taken away as CSV: name in the address to the function that makes the panel."""

from collections.abc import Callable, Mapping
from typing import Any

from components.tables import Table
from components.trends.choice import Choice
from components.url_state import Window
from panels.home import admissions, delays, movers, pressure
from panels.trends import control_chart
from warehouse.reader import View

Maker = Callable[[View, Mapping[str, Any]], Table | None]  # a build and a query of any content


def _of(panel: object) -> Table | None:
    return getattr(panel, "table", None)


TABLES: dict[str, Maker] = {
    "home-delays": lambda view, query: _of(delays.panel(view, Window.parse(query))),
    "home-admissions": lambda view, query: _of(admissions.panel(view, Window.parse(query))),
    "home-pressure": lambda view, _: _of(pressure.panel(view)),
    "home-movers": lambda view, _: _of(movers.panel(view)),
    "trends-control": lambda view, query: _of(control_chart.panel(view, Choice.parse(query))),
}
