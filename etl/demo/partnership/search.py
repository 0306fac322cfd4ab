"""Find the random numbers of the demonstration for which every promised reading holds.

Run with ``python -m etl.demo.partnership.search``. Every series of the example has random numbers of its own, so
each is searched alone: the least salt for which all schemes that claim the series read as promised, with an estimate
near the hidden truth and the change of the last year as promised. What is printed is the constant
``etl.demo.salts.SALTS``; the same code and seed give the same result.
"""

import functools
import random
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from analysis.impact.effect import Effect
from analysis.survey import pooled
from domain import periods
from domain.demonstration import SEED
from etl.demo.figures import MONTHS, PARTNERS
from etl.demo.partnership.claims import LINKS
from etl.demo.partnership.measures import INDICATOR_BY_ID
from etl.demo.partnership.observations import NAME
from etl.demo.partnership.place import COUNCIL
from etl.demo.partnership.promises import CODES, LEVEL, NEAR, PLAIN, TOTAL, YEAR
from etl.demo.partnership.readings import NATIONAL, Drawn, local, national, read
from etl.demo.partnership.rules import RULES
from etl.demo.partnership.schemes import BY_ID
from etl.demo.salts import stream

BEFORE, AFTER = periods.financial_year_months("2017-18"), periods.financial_year_months("2018-19")


def holds(name: str, area: str, series: Drawn) -> bool:
    """Whether everything promised of a series such as ``I05/Quillshire`` or ``I01/nhs/Ambermoor`` holds."""
    if name in YEAR and not _within(_year(name, series), YEAR[name]):
        return False
    if name in LEVEL and not _within(_level(series.values), LEVEL[name]):
        return False
    indicator, body = name.split("/")[:2] if name.count("/") == 2 else (name.partition("/")[0], "")
    links = [one for one in LINKS if (one["indicator_id"], one["body"] or "") == (indicator, body)]
    return all(_kept(link, series) for link in links if BY_ID[link["scheme_id"]]["area_code"] == area)


def _kept(link: Mapping[str, Any], series: Drawn) -> bool:
    name = f"{link['scheme_id']}/{link['indicator_id']}"
    found = read(link, series)
    if name in PLAIN and not _ends(found.plain, PLAIN[name]):
        return False
    if found.code != CODES.get(name, found.code) or found.fired != (name in PLAIN):
        return False
    return name not in NEAR or _ends(found.effect, NEAR[name])


def _ends(effect: Effect | None, wanted: tuple[tuple[float, float], ...]) -> bool:
    ends = (effect.value, effect.low, effect.high) if effect else ()
    return bool(ends) and all(_within(one, allowed) for one, allowed in zip(ends, wanted, strict=False))


def _within(value: float, wanted: tuple[float, float]) -> bool:
    return wanted[0] <= value <= wanted[1]


def _year(name: str, series: Drawn) -> float:
    """2018-19 against 2017-18 in per cent; of answers the share of 2018-19."""
    if series.answers:
        found = pooled(*(answers for month, answers in series.answers.items() if month in AFTER))
        return 100 * found.yes / found.of
    daily = INDICATOR_BY_ID[name.partition("/")[0]]["exposure"] == "calendar_day"
    days = {month: periods.days_in(month) if daily else 1 for month in (*BEFORE, *AFTER)}
    then, now = (sum(series.values[one] * days[one] for one in some) for some in (BEFORE, AFTER))
    return 100 * (now / then - 1)


def _level(values: Mapping[str, float]) -> float:
    """Mean of two years before the winter of 2017."""
    months = periods.span("2015-10", "2017-09")
    return sum(values[month] for month in months) / len(months)


def searched() -> Iterator[tuple[str, int]]:
    """Every series of a link or a promise with its least salt."""
    for indicator_id, areas in RULES.items():
        for area in areas:
            name = f"{indicator_id}/{NAME[area]}"
            yield name, next(s for s in range(20_000) if holds(name, area, local(indicator_id, area, s)))
    for council, series, of in NATIONAL:
        name, area = f"{of}/{council}", COUNCIL[council].ons_code
        found = next(s for s in range(20_000) if holds(name, area, national(council, series, of, s)))
        yield f"{council}/{series}", found


def remainder(found: Mapping[str, int]) -> int:
    """The least salt of Quillshire's other delays for which delays of all three councils change as promised."""
    return next(s for s in range(20_000) if _within(_total({**found, "Quillshire/rest": s}), TOTAL))


def _stream(salts: Mapping[str, int], council: str, series: str) -> random.Random:
    return stream(SEED, f"{council}/{series}", salts.get(f"{council}/{series}", 0))


def _total(salts: Mapping[str, int]) -> float:
    """Delayed days of the three councils in 2018-19 against the year before, per cent."""
    years = dict.fromkeys((BEFORE, AFTER), 0.0)
    for council, rule in PARTNERS.items():
        found = rule(functools.partial(_stream, salts, council))
        for year in years:
            months = [(MONTHS.index(month), periods.days_in(month)) for month in year]
            years[year] += sum(body[t] * days for body in found.bodies.values() for t, days in months)
    return 100 * (years[AFTER] / years[BEFORE] - 1)


def salts() -> dict[str, int]:
    """Every series with a salt other than 0, by name."""
    found = dict(searched())
    found["Quillshire/rest"] = remainder(found)
    return {name: salt for name, salt in sorted(found.items()) if salt}


def main() -> None:
    """Search, and print the constant."""
    lines = "".join(f'    "{name}": {salt},\n' for name, salt in salts().items())
    sys.stdout.write(f"SALTS: dict[str, int] = {{\n{lines}}}\n")


if __name__ == "__main__":
    main()
