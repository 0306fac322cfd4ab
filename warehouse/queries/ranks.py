"""Councils side by side: people delayed on an average day, and for every 100,000 adults, in every month held."""

from datetime import date
from typing import Any, NamedTuple

from warehouse.reader import View

Values = tuple[float | None, ...]


class Council(NamedTuple):
    """A council's people delayed a day and its rate per 100,000 adults; a place for each of the months.

    A place is None where no return was sent, or (rate) where there is no population.
    """

    code: str
    name: str
    beds: Values
    rates: Values


class Councils(NamedTuple):
    """Every council over all months of council files."""

    months: tuple[str, ...]
    every: tuple[Council, ...]


_RATES = """
SELECT d.area_code, a.area_name, LIST(d.period), LIST(d.value / m.days), LIST(d.value / m.days / n.adults * 100000)
FROM national.delays_current AS d
JOIN national.months AS m ON m.period = d.period
JOIN national.areas AS a ON a.area_code = d.area_code
LEFT JOIN national.denominators AS n
    ON n.area_code = d.area_code AND n.period = d.period AND n.convention = 'calendar'
WHERE d.area_type = 'council' AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all'
GROUP BY d.area_code, a.area_name
ORDER BY a.area_name, d.area_code
"""


def councils(view: View) -> Councils:
    """All councils; rates by the ``calendar`` population (METHODS M2)."""
    rows = view.rows(_RATES)
    days = sorted({day for row in rows for day in row[2]})
    return Councils(tuple(day.isoformat()[:7] for day in days), tuple(_council(row, days) for row in rows))


def _council(row: tuple[Any, ...], days: list[date]) -> Council:
    code, name, held, *lists = row
    beds, rates = (dict(zip(held, values, strict=True)) for values in lists)
    return Council(code, name, tuple(map(beds.get, days)), tuple(map(rates.get, days)))
