"""Asks the warehouse for everything that packs of a month need, several areas at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain import areas, periods
from domain.indicators import DELAYS, INDICATORS
from exports.pack import INVENTED, first_month
from warehouse.queries import used
from warehouse.queries.areas import Area
from warehouse.queries.cuts import CutDays
from warehouse.queries.cuts import cuts as every_cut
from warehouse.queries.series import Ask, NotPublished, Observation, check, series
from warehouse.queries.used import Earlier, Used
from warehouse.reader import View

INVENTOR = "demonstration publication (invented)"
TOGETHER = 40  # areas asked for at a time
Series = dict[str, dict[str, Observation]]  # indicator, month
Cut = tuple[str, str, str, str]  # month, body, reason, type of care


@dataclass(frozen=True)
class Figures:
    """What one pack is made of. ``series`` and ``england`` hold indicators by month, ``cuts`` delayed days.

    earlier: delayed days by month in the version before: that of the pack of the month before, where it is held.
    before:  the latest earlier month whose first publication is dated, and that day.
    """

    area: Area
    month: str
    series: Series
    england: Series
    cuts: dict[Cut, CutDays]
    earlier: dict[str, Earlier]
    before: tuple[str, date] | None
    files: dict[str, Used]

    @property
    def months(self) -> tuple[str, ...]:
        """The months of the series, oldest first."""
        return periods.span(first_month(self.month), self.month)

    def file_name(self, snapshot_id: str) -> str:
        """Name of the file of a snapshot; empty for one that is not used."""
        return self.files[snapshot_id].file_name if snapshot_id in self.files else ""

    @property
    def is_england(self) -> bool:
        """Whether the pack is England's, which has no England beside it and has emergency care."""
        return self.area.type == areas.COUNTRY


def published(area: Area) -> tuple[str, ...]:
    """Ids of the indicators that are published for an area."""
    return tuple(indicator.id for indicator in INDICATORS if _published(indicator.id, area))


def _published(indicator: str, area: Area) -> bool:
    try:
        check(Ask(indicator), area)
    except NotPublished:
        return False
    return True


def gather(view: View, wanted: Sequence[Area], month: str) -> Iterator[Figures]:
    """Figures of each area for a month, in the order asked; queries are shared by ``TOGETHER`` areas."""
    england = _series(view, [areas.ENGLAND], [one.id for one in INDICATORS], month)[areas.ENGLAND]
    before = used.published_before(view, month)
    for start in range(0, len(wanted), TOGETHER):
        yield from _together(view, wanted[start : start + TOGETHER], month, england, before)


def _together(
    view: View, some: Sequence[Area], month: str, england: Series, before: tuple[str, date] | None
) -> Iterator[Figures]:
    codes, start = [area.code for area in some], first_month(month)
    delays = [one.id for one in INDICATORS if one.family == DELAYS]
    found = _series(view, codes, delays, month)
    cuts = every_cut(view, codes, start, month)
    earlier = used.earlier(view, codes, start, month, before[1]) if before else {}
    years = {area.code: used.populations(view, [area.code, areas.ENGLAND], start, month) for area in some}
    files = {one.snapshot_id: one for one in used.files(view, _snapshots(found, england, cuts))}
    for area in some:
        by_cut = {(one.period, one.body, one.reason, one.care): one for one in cuts[area.code]}
        own = {key: one for (code, key), one in earlier.items() if code == area.code}
        mine = england if area.type == areas.COUNTRY else found[area.code]
        beside = {name: england[name] for name in (mine if area.type == areas.COUNTRY else delays)}
        ids = _snapshots({area.code: mine}, beside, {area.code: cuts[area.code]})
        used_files = {one: file for one, file in files.items() if one in ids}
        used_files |= {one.snapshot_id: one for one in years[area.code]}
        named = {one: _named(view, file) for one, file in used_files.items()}
        yield Figures(area, month, mine, beside, by_cut, own, before, named)


def _series(view: View, codes: Sequence[str], indicators: Sequence[str], month: str) -> dict[str, Series]:
    found: dict[str, Series] = {code: {name: {} for name in indicators} for code in codes}
    for name in indicators:
        for one in series(view, Ask(name, first_month(month), month), codes):
            found[one.area_code][name][one.period] = one
    return found


def _named(view: View, one: Used) -> Used:
    """A file as a pack names it: invented publications have no publisher and no licence."""
    return one._replace(publisher=INVENTOR, licence=INVENTED) if view.mode == "demo" else one


def _snapshots(found: dict[str, Series], england: Series, cuts: dict[str, tuple[CutDays, ...]]) -> set[str]:
    """Ids of the files that some figures came from."""
    every = [*found.values(), england]
    ids = {one.snapshot_id for series in every for months in series.values() for one in months.values()}
    return ids | {one.snapshot_id for rows in cuts.values() for one in rows}
