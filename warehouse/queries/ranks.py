"""Councils side by side: people delayed on an average day for every 100,000 adults over the latest months held."""

from typing import NamedTuple

from warehouse.reader import View


class Rate(NamedTuple):
    """A council over the months: returns sent, mean people delayed a day, and mean rate per 100,000 adults.

    The rate is None where a month has no return or no population.
    """

    code: str
    name: str
    months: int
    beds: float | None
    rate: float | None


_MONTHS = """
SELECT STRFTIME(period, '%Y-%m')
FROM national.delays_current
WHERE area_type = 'council' AND body = 'all' AND reason = 'all' AND care_type = 'all'
    AND period <= CAST($end || '-01' AS DATE)
GROUP BY period ORDER BY period DESC LIMIT $count
"""
_RATES = """
SELECT d.area_code, a.area_name, COUNT(d.value), AVG(d.value / m.days),
    CASE WHEN COUNT(d.value / n.adults) = $count THEN AVG(d.value / m.days / n.adults * 100000) END
FROM national.delays_current AS d
JOIN national.months AS m ON m.period = d.period
JOIN national.areas AS a ON a.area_code = d.area_code
LEFT JOIN national.denominators AS n
    ON n.area_code = d.area_code AND n.period = d.period AND n.convention = 'calendar'
WHERE d.area_type = 'council' AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all'
    AND d.period BETWEEN CAST($start || '-01' AS DATE) AND CAST($end || '-01' AS DATE)
GROUP BY d.area_code, a.area_name
ORDER BY 5 NULLS LAST, a.area_name
"""


def months(view: View, end: str, count: int) -> tuple[str, ...]:
    """The latest months of council files up to a month, oldest first."""
    return tuple(row[0] for row in reversed(view.rows(_MONTHS, {"end": end, "count": count})))


def rates(view: View, held: tuple[str, ...]) -> tuple[Rate, ...]:
    """Every council over some months held, lowest rate first, those without a rate last."""
    rows = view.rows(_RATES, {"start": held[0], "end": held[-1], "count": len(held)}) if held else []
    return tuple(Rate(*row) for row in rows)
