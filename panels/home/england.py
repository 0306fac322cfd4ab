"""England's two series in a window of months: what the panels of the front page are made of."""

from dataclasses import dataclass, replace

from analysis import change
from components.url_state import Window
from domain import areas
from panels.cache import by_build
from warehouse.queries import freshness
from warehouse.queries.freshness import Held
from warehouse.queries.series import Ask, Observation, bodies, series
from warehouse.reader import View

Monthly = dict[str, float]


@dataclass(frozen=True)
class England:
    """England's series. Monthly mappings hold every month; ``start`` and ``end`` are the window to show.

    days: delayed days by body; admissions: emergency admissions; other: further A&E measures by id.
    delays_end, admissions_end: the last month of each series inside the window, empty for none.
    """

    build: str
    demonstration: bool
    window: Window
    days: dict[str, Monthly]
    admissions: Monthly
    other: dict[str, Monthly]
    snapshots: dict[str, str]
    held: dict[str, Held]

    @property
    def start(self) -> str:
        """First month shown."""
        return self.window.start

    @property
    def end(self) -> str:
        """Last month shown."""
        return self.window.end

    @property
    def delays_end(self) -> str:
        """Last month of delays inside the window, or empty."""
        return max((m for m in self.days["all"] if self.start <= m <= self.end), default="")

    @property
    def admissions_end(self) -> str:
        """Last month of admissions inside the window, or empty."""
        return max((m for m in self.admissions if self.start <= m <= self.end), default="")

    def shown(self, counts: Monthly) -> Monthly:
        """The months of a series inside the window."""
        return {month: value for month, value in counts.items() if self.start <= month <= self.end}

    def beds(self, body: str) -> Monthly:
        """People delayed on an average day, by body, inside the window."""
        return self.shown(change.per_day(self.days[body]))


MEASURES = ("ae_attendances", "ae_within_4h_pct", "dta_waits_12h")


@by_build
def england(view: View, window: Window) -> England | None:
    """England's series; None when the build holds neither of the two."""
    whole = _whole(view)
    if whole is None:
        return None
    clipped = window.clip(whole.start, whole.end)
    return replace(whole, window=clipped)


@by_build
def _whole(view: View) -> England | None:
    """England's series with all their months as the window."""
    by_body = bodies(view, Ask("dtoc_days"), areas.ENGLAND)
    days = {body: _monthly(found) for body, found in by_body.items()}
    admitted = series(view, Ask("emergency_admissions"), [areas.ENGLAND])
    admissions = _monthly(admitted)
    months = sorted({*days["all"], *admissions})
    if not months:
        return None
    other = {name: _monthly(series(view, Ask(name), [areas.ENGLAND])) for name in MEASURES}
    files = {"delays": _snapshot(by_body["all"]), "admissions": _snapshot(admitted)}
    window = Window(months[0], months[-1])
    return England(view.id, view.mode == "demo", window, days, admissions, other, files, freshness.held(view))


def _monthly(found: tuple[Observation, ...]) -> Monthly:
    return {one.period: one.value for one in found if one.value is not None}


def _snapshot(found: tuple[Observation, ...]) -> str:
    return found[-1].snapshot_id if found else ""
