"""Delayed days in the form that is asked for: people a day, days of delay, or people a day per 100,000 adults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis import change
from analysis import held as over_held
from analysis.change import Change
from analysis.rates import per_100k
from components import text
from components.tables import Column
from components.trends.measures import COUNT, DAY, RATE
from domain.population import NEAREST_YEARS
from panels.area.figures import AreaFigures, Monthly
from panels.cache import FEW, keeping
from warehouse.queries import adults as adult_queries
from warehouse.queries.adults import Adults
from warehouse.reader import View

NO_POPULATION = "no population"  # in tables, where a rate cannot stand


class Unit(NamedTuple):
    """How a form is named. key: of columns; heading: of columns and charts; after: what follows a number."""

    key: str
    heading: str
    after: str
    places: int


UNITS = {
    DAY: Unit("dtoc_beds", "People delayed on an average day", "people", 1),
    COUNT: Unit("dtoc_days", "Days of delay", "days", 0),
    RATE: Unit(
        "dtoc_beds_per_100k_18plus",
        "People delayed on an average day for every 100,000 adults",
        "per 100,000 adults",
        1,
    ),
}


@dataclass(frozen=True)
class Shown:
    """A form, with the adults of every month where it is a rate."""

    form: str
    adults: Mapping[str, Adults]

    @property
    def unit(self) -> Unit:
        """How the form is named."""
        return UNITS[self.form]

    def scaled(self, days: Monthly) -> Monthly:
        """Delayed days, for a rate those for every 100,000 adults; a month without a population is left out."""
        if self.form != RATE:
            return days
        return {m: per_100k(value, n) for m, value in days.items() if (n := self.residents(m))}

    def residents(self, month: str) -> float | None:
        """Adults of a month, None where no population is within reach."""
        return self.adults[month].adults if month in self.adults else None

    def each(self, days: Monthly, span: Sequence[str]) -> Monthly:
        """The value of every month held of a span."""
        found = self.scaled({month: days[month] for month in span if month in days})
        return found if self.form == COUNT else change.per_day(found)

    def year_to_each(self, days: Monthly, span: Sequence[str]) -> Monthly:
        """The mean of the twelve months to each month; for days of delay a mean month."""
        return over_held.year_to_each(self.scaled(days), span, a_day=self.form != COUNT)

    def over(self, days: Monthly, months: Sequence[str]) -> float | None:
        """The value over months in which the whole is held; None without such months, or without any population.

        A month in which a part has none counts with none, so that parts add up.
        """
        if self.form == COUNT:
            return sum(days.get(month, 0.0) for month in months) if months else None
        known = [month for month in months if self.form == DAY or self.residents(month)]
        return over_held.total_per_day(self.scaled({m: days[m] for m in known if m in days}), known)

    def year(self, days: Monthly, at: str) -> Change | None:
        """The twelve months to a month against the twelve before, over the months that both hold."""
        return change.matched_years(self.scaled(days), at)

    def words(self, value: float | None) -> str:
        """A value as panels print it, without its unit."""
        if value is None:
            return NO_POPULATION
        return text.whole(value) if self.form == COUNT else text.people(value)

    def said(self, value: float | None) -> str:
        """A value with its unit: ``23.2 people``, ``8,468 days``."""
        return self.words(value) if value is None else f"{self.words(value)} {self.unit.after}"

    def column(self, part: str = "", heading: str = "") -> Column:
        """The column of a part, such as a body; without one the column of the whole."""
        key = f"{self.unit.key}_{part}" if part else self.unit.key
        return Column(key, heading or self.unit.heading, self.unit.places)


@keeping(FEW)
def shown(view: View, form: str, code: str) -> Shown:
    """The form for an area."""
    return Shown(form, adult_queries.adults(view, code) if form == RATE else {})


def cell(how: Shown, days: Monthly, months: Sequence[str]) -> float | str:
    """A value over the months held as a table holds it: words without a population."""
    value = how.over(days, months)
    return NO_POPULATION if value is None else value


def lacking(days: Monthly, month: str) -> str | None:
    """What stands in a table for a month without a value: words where it is held, but has no population."""
    return NO_POPULATION if month in days else None


def population(how: Shown, months: Sequence[str]) -> str:
    """Which months have no rate, and where another year's population stands in; empty for other forms."""
    if how.form != RATE:
        return ""
    without = [month for month in months if not how.residents(month)]
    stand_in: dict[int, dict[int, None]] = {}
    for month in months:
        found = how.adults.get(month)
        if found and found.year and found.wanted and found.year != found.wanted:
            stand_in.setdefault(found.year, {})[found.wanted] = None
    parts = []
    if without:
        years = text.join(list(dict.fromkeys(month[:4] for month in without)))
        parts.append(f"No rate for months of {years}: no population is held within {NEAREST_YEARS} years of them.")
    parts += [
        f"The population of {year} is used for {text.join([str(one) for one in wanted])}."
        for year, wanted in stand_in.items()
    ]
    return " ".join(parts)


def months_of(found: AreaFigures, span: Sequence[str]) -> tuple[str, ...]:
    """Months of a span in which the area is held."""
    return tuple(month for month in span if month in found.bodies["all"])
