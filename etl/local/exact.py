"""Exact series of a place's indicators, as statistics read them: uploaded values, and national ones of its councils.

Counts come per exposure (M1), shares in per cent, national delays per day. Exact small numbers live here and in the
uploads only; what pages read is written by ``shown`` and ``limits``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis import exposure
from analysis.change import Monthly
from analysis.survey import Answers
from domain import periods
from domain.indicators import DELAYS, INDICATOR_BY_ID
from domain.local import spans
from domain.outcomes import MEASURE_BY_ID, Measure
from etl.local import people
from etl.local.guard import Guard
from etl.local.state import Place
from etl.local.upload import Row
from warehouse.queries import areas as area_queries
from warehouse.queries import outcomes
from warehouse.queries.series import Ask, series
from warehouse.reader import View

DAYS: Mapping[str, Callable[[str], int]] = {
    "calendar_day": periods.days_in,
    "working_day": exposure.working_days,
    "weekend_day": exposure.weekend_days,
}
Rated = tuple[float, float | None]  # what is charted, and the days it was divided by


@dataclass(frozen=True)
class Exact:
    """One indicator in one area, exact.

    values: by first month of the period. answers: numerator and denominator of shares. margins: ± of surveys.
    step: months that a value stands for. peers: the same series of other councils, where it is national; of a rate
    the people a day behind it, as sums and the pool of placebo areas need them, and ``beds`` are our own.
    """

    indicator: Row
    area: str
    body: str
    values: dict[str, float]
    step: int
    answers: dict[str, Answers] = field(default_factory=dict)
    margins: dict[str, float] = field(default_factory=dict)
    peers: Mapping[str, Monthly] = field(default_factory=dict)
    beds: Monthly = field(default_factory=dict)

    @property
    def measure(self) -> Measure | None:
        """The national outcome measure that it is; None for any other series."""
        return MEASURE_BY_ID.get(self.indicator["national"] or "")

    @property
    def survey(self) -> bool:
        """Whether it is read by pooled answers or published margins (M20): shares and scores by quarter or year."""
        share = self.indicator["kind"] in ("proportion", "score")
        return self.measure is not None or (self.step > 1 and (bool(self.answers) or share))


def given(row: Row) -> bool:
    """Whether something was returned: a value, or a numerator with its denominator."""
    return row["value"] is not None or row["numerator"] is not None


def rated(indicator: Row, row: Row) -> Rated | None:
    """What is charted of an observation, exact; None where there is no number."""
    value, top, out_of = row["value"], row["numerator"], row["denominator"]
    if top is not None and out_of and indicator["kind"] == "proportion":
        return 100 * top / out_of, None
    if top is not None and out_of and indicator["exposure"] in ("bed_day", "person"):
        return top / out_of, None
    if value is None and top is not None and indicator["kind"] != "proportion":
        value = top if indicator["kind"] in ("count", "money") else top / out_of if out_of else None
    if value is None:
        return None
    if indicator["exposure"] in DAYS:
        span = spans.parse(row["period"], indicator["frequency"])
        days = sum(DAYS[indicator["exposure"]](month) for month in span.months)
        return value / days, days
    return value, None


def days(indicator: Row, starts: Sequence[str], step: int) -> int:
    """Days that the counts of some periods are divided by together; without an exposure, how many periods."""
    each = DAYS.get(indicator["exposure"])
    months = [periods.plus(start, more) for start in starts for more in range(step)]
    return sum(each(month) for month in months) if each else len(starts)


class Library:
    """Every exact series of a place, read once."""

    def __init__(self, place: Place, view: View) -> None:
        self._view = view
        self._indicators = {row["indicator_id"]: row for row in place.rows["indicators"]}
        self._rows: dict[tuple[str, str], list[Row]] = {}
        for row in place.rows["observations"]:
            self._rows.setdefault((row["indicator_id"], row["area_code"]), []).append(row)
        self._guards: dict[tuple[str, str], Guard | None] = {}
        self._national: dict[tuple[str, str, str], dict[str, dict[str, float]]] = {}
        self._councils = [one.code for one in area_queries.every(view) if one.type == "council"]

    @property
    def uploaded(self) -> list[tuple[str, str]]:
        """(indicator, area) of everything uploaded."""
        return list(self._rows)

    def indicator(self, name: str) -> Row:
        """An indicator of the place."""
        return self._indicators[name]

    def get(self, name: str, area: str, body: str = "") -> Exact:
        """A series; without values where nothing is held."""
        indicator = self._indicators[name]
        if indicator["national"] in INDICATOR_BY_ID:
            return self._published(indicator, area, body)
        if indicator["national"] in MEASURE_BY_ID:
            return self._outcomes(indicator, area)
        return self._local(indicator, area)

    def rows(self, name: str, area: str) -> list[Row]:
        """The observations of a series in the order of time."""
        frequency = self._indicators[name]["frequency"]
        return sorted(self._rows.get((name, area), []), key=lambda row: spans.parse(row["period"], frequency).start)

    def too_small(self, name: str, area: str) -> bool:
        """Whether more than a fifth of a series would be suppressed: statistics are withheld too (METHODS M25)."""
        indicator = self.indicator(name)
        held = [row for row in self._rows.get((name, area), []) if given(row)]
        small = sum(bool(people.withheld(indicator, row)) for row in held)
        return bool(5 * small > len(held))

    def guard(self, name: str, area: str) -> Guard | None:
        """The guard of an uploaded series of people, one for all that is told of it; None for what is not uploaded."""
        if (name, area) not in self._guards:
            rows = [row for row in self.rows(name, area) if given(row)]
            wanted = rows and people.protected(self.indicator(name))
            own = not self.too_small(name, area)
            self._guards[name, area] = Guard(self.indicator(name), rows, own=own) if wanted else None
        return self._guards[name, area]

    def _local(self, indicator: Row, area: str) -> Exact:
        values, answers, margins = {}, {}, {}
        for row in self.rows(indicator["indicator_id"], area):
            start = spans.parse(row["period"], indicator["frequency"]).start
            if (found := rated(indicator, row)) is not None:
                values[start] = found[0]
            if indicator["kind"] == "proportion" and row["numerator"] is not None and row["denominator"]:
                answers[start] = Answers(round(row["numerator"]), round(row["denominator"]))
            if row["margin"] is not None:
                margins[start] = row["margin"]
        return Exact(indicator, area, "", values, spans.LENGTH[indicator["frequency"]], answers, margins)

    def _published(self, indicator: Row, area: str, body: str) -> Exact:
        body = body or indicator["national_body"] or "all"
        reason = indicator["national_reason"] or "all"
        beds = self._every_council("dtoc_beds", body, reason) if indicator["national"].startswith("dtoc_") else {}
        values = self._every_council(indicator["national"], body, reason).get(area, {})
        peers = {code: some for code, some in beds.items() if code != area}
        return Exact(indicator, area, body, values, 1, peers=peers, beds=beds.get(area, {}))

    def _outcomes(self, indicator: Row, area: str) -> Exact:
        """A national outcome measure of a council: yearly values with the publisher's margins, as printed."""
        held = [one for one in outcomes.series(self._view, indicator["national"], area) if one.value is not None]
        start = {one.year: spans.parse(one.year, spans.YEAR).start for one in held}
        values = {start[one.year]: one.value for one in held if one.value is not None}
        margins = {start[one.year]: one.margin for one in held if one.margin is not None}
        return Exact(indicator, area, "", values, spans.LENGTH[spans.YEAR], margins=margins)

    def _every_council(self, name: str, body: str, reason: str) -> dict[str, dict[str, float]]:
        """A national series of every council, per day; admissions are not published by council."""
        key = (name, body, reason)
        if key not in self._national:
            found: dict[str, dict[str, float]] = {}
            if INDICATOR_BY_ID[name].family == DELAYS:
                for one in series(self._view, Ask(name, body=body, reason=reason), self._councils):
                    if one.value is not None:
                        found.setdefault(one.area_code, {})[one.period] = one.value
            self._national[key] = found
        return self._national[key]
