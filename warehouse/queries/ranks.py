"""Councils side by side: people delayed on an average day, and for every 100,000 adults, in every month held."""

from typing import NamedTuple

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
SELECT d.area_code, a.area_name, d.period, d.value / m.days, d.value / m.days / n.adults * 100000
FROM national.delays_current AS d
JOIN national.months AS m ON m.period = d.period
JOIN national.areas AS a ON a.area_code = d.area_code
LEFT JOIN national.denominators AS n
    ON n.area_code = d.area_code AND n.period = d.period AND n.convention = 'calendar'
WHERE d.area_type = 'council' AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all'
"""


def councils(view: View) -> Councils:
    """All councils; rates by the ``calendar`` population (METHODS M2)."""
    rows = view.rows(_RATES)
    days = sorted({row[2] for row in rows})
    found: dict[tuple[str, str], dict[object, tuple[float | None, float | None]]] = {}
    for code, name, day, beds, rate in rows:
        found.setdefault((code, name), {})[day] = (beds, rate)
    return Councils(
        tuple(day.isoformat()[:7] for day in days),
        tuple(
            Council(code, name, *zip(*(months.get(day, (None, None)) for day in days), strict=True))
            for (code, name), months in sorted(found.items(), key=lambda one: one[0][1])
        ),
    )
