"""What may be told of one series of people beyond its own cells: sums, means, statistics (METHODS M25).

Every sum goes through the ledger of the series, which keeps it back where a small count would follow from it and from
what was told before. Statistics of many months rest on exact values where at most a fifth of the months on each side
is small: then every small month hides behind at least four others.
"""

from collections.abc import Sequence

from analysis.disclosure import pools
from analysis.disclosure.attack import bounds
from analysis.disclosure.ledger import Ledger
from analysis.disclosure.pools import MOST
from analysis.disclosure.rounding import percentage, release
from analysis.rates import Refused
from domain import periods
from domain.local import spans
from etl.local import people
from etl.local.upload import Row

SHARE = 5  # at most one in so many may be small
WITHHELD = "small numbers of people would follow from it: it is withheld"
KEPT_BACK = "too few of its months can be shown for statistics that hide the small ones: they are withheld"


class Guard:
    """One uploaded series of people. ``own``: whether its periods are shown by themselves, else by wider ones."""

    def __init__(self, indicator: Row, rows: Sequence[Row], *, own: bool) -> None:
        self.kind, self._step = indicator["kind"], spans.LENGTH[indicator["frequency"]]
        held = {spans.parse(row["period"], indicator["frequency"]).start: row for row in rows}
        self._small = {start for start, row in held.items() if people.withheld(indicator, row)}
        self._varied = {start for start, row in held.items() if _varies(row)} - self._small
        self._first = min(held)
        self._parts = {start: part for start, row in held.items() if (part := _part(self.kind, row))}
        self._ledgers = [self._ledger(side, own=own) for side in ((0, 1) if self.kind == people.PROPORTION else (0,))]

    def _ledger(self, side: int, *, own: bool) -> Ledger:
        """The ledger of the counts, or of those on one side of a share."""
        places = periods.span(self._first, max(self._parts, default=self._first))[:: self._step]
        pairs = [self._parts.get(place, (0, 0)) for place in places]
        counts = [of - yes if side else yes for yes, of in pairs]
        if not own:
            known = [(0, MOST) if place in self._parts else (0, 0) for place in places]
        elif self.kind == people.PROPORTION:
            known = [pools.known(count, of) for count, (_, of) in zip(counts, pairs, strict=True)]
        else:
            known = [bounds(release(count)) for count in counts]
        return Ledger(counts, known)

    @property
    def small(self) -> bool:
        """Whether a period of it may not be shown by itself."""
        return bool(self._small)

    def hides(self, period: str) -> bool:
        """Whether this period may not be shown by itself."""
        return period in self._small

    def refuses(self, *sides: Sequence[str]) -> str:
        """Why statistics may not rest on the exact values of these months, side by side; empty where they may."""
        if not self.small:
            return ""
        if self.kind not in (people.COUNT, people.PROPORTION):
            return KEPT_BACK
        for side in sides:
            hidden = len(self._small.intersection(side))
            if SHARE * hidden > hidden + len(self._varied.intersection(side)):
                return KEPT_BACK
        return "" if self._rest(sides) else WITHHELD

    def tell(self, months: Sequence[str]) -> float:
        """The sum of people over months, as it may be shown. Raises Refused where it may not be."""
        if not self.small:
            return float(release(sum(self._parts[month][0] for month in months if month in self._parts)).value or 0)
        cell = self._ledgers[0].tell(*self._stretch(months))
        if cell is None or cell.value is None:
            raise Refused(WITHHELD)
        return float(cell.value)

    def share(self, months: Sequence[str]) -> int:
        """The whole percentage of pooled answers, as it may be shown. Raises Refused where it may not be."""
        parts = [self._parts[month] for month in months if month in self._parts]
        found = percentage(sum(yes for yes, _ in parts), sum(of for _, of in parts))
        if self.small and not self._rest([months]):
            raise Refused(WITHHELD)
        return found

    def wider(self, months: Sequence[str]) -> None:
        """Note that the sum of these months is shown as a quarter or a year."""
        if self.kind == people.COUNT:
            self._ledgers[0].note(self._stretch(months))

    def _rest(self, sides: Sequence[Sequence[str]]) -> bool:
        stretches = [self._stretch(side) for side in sides if any(month in self._parts for month in side)]
        return all(ledger.rest(stretches) for ledger in self._ledgers)

    def _stretch(self, months: Sequence[str]) -> tuple[int, int]:
        """First and last place of months; refused where other months with people lie between them."""
        held = [month for month in months if month in self._parts]
        if not held:
            raise Refused("no count of people is held in these months")
        first, last = min(held), max(held)
        if any(first <= month <= last and month not in held for month, part in self._parts.items() if part[0]):
            raise Refused(WITHHELD)
        return periods.gap(self._first, first) // self._step, periods.gap(self._first, last) // self._step


def _part(kind: str, row: Row) -> tuple[int, int] | None:
    """People, and out of how many: of counts, out of themselves."""
    if kind == people.PROPORTION:
        whole = row["numerator"] is not None and row["denominator"] is not None
        return (round(row["numerator"]), round(row["denominator"])) if whole else None
    found = row["numerator"] if row["value"] is None else row["value"]
    return None if kind != people.COUNT or found is None else (round(found), round(found))


def _varies(row: Row) -> bool:
    """Whether what is shown leaves several values open: 0 is 0, and a share of all or none is what it is."""
    if row["value"] is None and row["numerator"] is not None:
        return bool(row["numerator"] > 0 and row["numerator"] != row["denominator"])
    return bool(row["value"])
