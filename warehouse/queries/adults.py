"""Residents aged 18 and over behind the rates of one area, month by month (METHODS M2, convention ``calendar``)."""

from typing import NamedTuple

from warehouse.reader import View


class Adults(NamedTuple):
    """The population of a month's rate; adults and year are None where none is within reach.

    year: of the estimate that is used; wanted: the year of the month.
    """

    adults: float | None
    year: int | None
    wanted: int | None


_ADULTS = """
SELECT STRFTIME(period, '%Y-%m'), adults, population_year, year_wanted
FROM national.denominators
WHERE area_code = $code AND convention = 'calendar'
ORDER BY period
"""


def adults(view: View, code: str) -> dict[str, Adults]:
    """By month; months in which the area has no delays have none."""
    return {row[0]: Adults(*row[1:]) for row in view.rows(_ADULTS, {"code": code})}
