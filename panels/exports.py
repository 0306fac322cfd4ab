"""Tables that can be taken away as CSV: name in the address to the function that makes the panel."""

from collections.abc import Callable

from components.tables import Table
from components.url_state import Window
from panels.home import admissions, delays, movers, pressure
from panels.methods import claims_table
from warehouse.reader import View

Maker = Callable[[View, Window], Table | None]


def _of(panel: object) -> Table | None:
    return getattr(panel, "table", None)


TABLES: dict[str, Maker] = {
    "home-delays": lambda view, window: _of(delays.panel(view, window)),
    "home-admissions": lambda view, window: _of(admissions.panel(view, window)),
    "home-pressure": lambda view, _: _of(pressure.panel(view)),
    "home-movers": lambda view, _: _of(movers.panel(view)),
    "methods-claims": lambda view, _: claims_table.table(view),
}
