"""Answers of the population interface: residents of the fictional councils by single year of age."""

from collections.abc import Sequence

from domain import areas
from etl.demo.cells import split
from etl.demo.councils import Council
from etl.sources import population

YEARS = range(2014, 2019)
GEOGRAPHY = "TYPE423"
_COLUMNS = '"DATE_NAME","GEOGRAPHY_NAME","GEOGRAPHY_CODE","C_AGE_NAME","OBS_VALUE","RECORD_COUNT"'


def answers(councils: Sequence[Council]) -> dict[str, bytes]:
    """Address to answer: England's totals, and every year with its one-row probe."""
    years = {year: {c: ages(c, year) for c in councils} for year in YEARS}
    totals = ['"DATE_NAME","GEOGRAPHY_CODE","OBS_VALUE"']
    totals += [
        f'"{year}","{areas.ENGLAND}",{sum(sum(found) for found in people.values())}' for year, people in years.items()
    ]
    found = {population.totals_address(): "\r\n".join(totals)}
    for year, people in years.items():
        rows = _rows(year, people)
        address = population.year_address(year, GEOGRAPHY)
        found[address] = "\r\n".join([_COLUMNS, *rows])
        found[f"{address}&recordlimit=1"] = "\r\n".join([_COLUMNS, rows[0]])
    return {address: (text + "\r\n").encode() for address, text in found.items()}


def ages(council: Council, year: int) -> list[int]:
    """Residents aged 0 to 89 and 90 and over in a year; mid-2017 has the council's own numbers."""
    growth = 1.006 ** (year - 2017)
    older, adults = round(council.older * 1.01 ** (year - 2017)), round(council.adults * growth)
    children = round(council.adults * 0.265 * growth)
    young = split(children, {str(age): 1.0 for age in range(18)})
    middle = split(adults - older, {str(age): 1.0 + 0.2 * (45 <= age < 58) for age in range(18, 65)})
    old = split(older, {str(age): max(0.12, 1.0 - (age - 65) * 0.036) for age in range(65, 91)})
    return [*young.values(), *middle.values(), *old.values()]


def _rows(year: int, people: dict[Council, list[int]]) -> list[str]:
    england = [sum(found[age] for found in people.values()) for age in range(population.OLDEST_AGE + 1)]
    named = [(council.name, council.ons_code, found) for council, found in people.items()]
    count = (len(named) + 1) * (population.OLDEST_AGE + 1)
    return [
        f'"{year}","{name}","{code}","{f"Age {age}" if age < population.OLDEST_AGE else "Aged 90+"}",{value},{count}'
        for name, code, found in [*named, ("England", areas.ENGLAND, england)]
        for age, value in enumerate(found)
    ]
