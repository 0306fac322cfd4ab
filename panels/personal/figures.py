"""Outcomes of one area beside its region and England: what the panels of the page are made of."""

from dataclasses import dataclass

from domain import areas
from panels.cache import FEW, by_build, keeping
from warehouse.queries import areas as area_queries
from warehouse.queries import freshness, outcomes
from warehouse.queries.areas import Area
from warehouse.queries.freshness import Held
from warehouse.queries.outcomes import Compared
from warehouse.reader import View

SOURCE = "ascof"


@dataclass(frozen=True)
class Outcomes:
    """Every measure of an area. years: every financial year from the first to the last with a figure anywhere.

    unknown: the area asked for is none of ours, and England stands in its place; nearest: names most like it.
    """

    build: str
    demonstration: bool
    area: Area
    measures: tuple[Compared, ...]
    years: tuple[str, ...]
    held: dict[str, Held]
    unknown: bool = False
    nearest: tuple[Area, ...] = ()

    @property
    def england(self) -> bool:
        """Whether the area is England itself, beside which nothing stands."""
        return self.area.type == areas.COUNTRY

    @property
    def region(self) -> str:
        """Name of the region beside a council; empty for other areas."""
        return next((one.region[0].area_name for one in self.measures if one.region), "")

    @property
    def query(self) -> str:
        """The view as a query string."""
        return f"area={self.area.code}"


@by_build
def known(view: View) -> tuple[Area, ...]:
    """England, regions and councils with an outcome, under the codes that every page knows them by."""
    return tuple(Area(one.known_as, one.name, one.type, "", "", "") for one in outcomes.places(view))


@keeping(FEW)
def outcomes_of(view: View, asked: str) -> Outcomes | None:
    """Outcomes of the area of a code or name, of England where it is none; None where no outcome is held."""
    every = known(view)
    if not every:
        return None
    found = _find(view, asked) if asked else every[0]
    labels = {f"{one.name} ({one.code})": one for one in every}
    near = () if found else tuple(labels[label] for label in area_queries.nearest(asked, every))
    area = found or every[0]
    measures = outcomes.compared_all(view, area.code)
    return Outcomes(
        view.id,
        view.mode == "demo",
        area,
        measures,
        _years(measures),
        freshness.held(view),
        unknown=found is None,
        nearest=near,
    )


def _find(view: View, asked: str) -> Area | None:
    wanted = asked.strip().casefold()
    by_code = {one.code.casefold(): one.known_as for one in outcomes.places(view)}
    wanted = by_code.get(wanted, wanted).casefold()
    return next((one for one in known(view) if wanted in (one.code.casefold(), one.name.casefold())), None)


def _years(measures: tuple[Compared, ...]) -> tuple[str, ...]:
    held = [
        point.year for one in measures for point in (*one.area, *one.region, *one.england) if point.value is not None
    ]
    if not held:
        return ()
    first, last = int(min(held)[:4]), int(max(held)[:4])
    return tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(first, last + 1))
