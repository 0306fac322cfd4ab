"""Many places with schemes, made from a seed: what 150 councils upload at most, as rows of the workbook."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain import periods
from etl.demo.partnership.rows import row
from etl.local.journal import Journal
from etl.local.upload import About, Row, Rows

PLACES, SCHEMES, INDICATORS, MONTHS = 150, 30, 10, 48
FIRST, AS_AT, SEED = "2015-04", "2019-04", 20260401
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CLAIMS = 2  # indicators of each scheme: an outcome and a balancing one


def about(number: int, codes: Sequence[str]) -> About:
    """One of the places, with two councils."""
    pair = (codes[number % len(codes)], codes[(number + 1) % len(codes)])
    return About(f"Place {number:03d}", pair, AS_AT, "performance analyst")


def rows(number: int, area: str) -> Rows:
    """Every sheet of a place that numbers come from."""
    drawn = random.Random(SEED + number)
    return {
        "indicators": tuple(_indicator(at) for at in range(INDICATORS)),
        "schemes": tuple(_scheme(at, area) for at in range(SCHEMES)),
        "links": tuple(_link(at, more) for at in range(SCHEMES) for more in range(CLAIMS)),
        "spend_lines": tuple(_line(at) for at in range(SCHEMES)),
        "outputs": tuple(_output(at, month) for at in range(SCHEMES) for month in range(12)),
        "targets": tuple(_target(at, area) for at in range(INDICATORS)),
        "observations": observations(drawn, area),
    }


def observations(drawn: random.Random, area: str) -> tuple[Row, ...]:
    """Values of every indicator in every month; every other one counts people, some months small."""
    return tuple(
        row(
            "observations",
            indicator_id=f"I{at:02d}",
            area_code=area,
            period=periods.plus(FIRST, month),
            value=max(0, round(drawn.gauss(60 if at % 4 else 16, 6 if at % 4 else 4))),
        )
        for at in range(INDICATORS)
        for month in range(MONTHS)
    )


def fill(root: Path, codes: Sequence[str]) -> None:
    """Put every place's upload into the journal."""
    for number in range(PLACES):
        whose = about(number, codes)
        data = f"{whose.place_name} {SEED}".encode()
        moment = NOW + timedelta(seconds=number)
        Journal(root).accept(
            whose, rows(number, whose.area_codes[0]), file_name="places.xlsx", data=data, now=moment, counts={}
        )


def _indicator(at: int) -> Row:
    people = "yes" if at % 2 == 0 else "no"
    cells = {"indicator_id": f"I{at:02d}", "name": f"Indicator {at}", "level": ("operational", "strategic")[at % 2]}
    kinds = {"kind": "count", "unit": "people", "good": "down", "frequency": "month", "exposure": "calendar_day"}
    return row("indicators", **cells, **kinds, counts_people=people)


def _scheme(at: int, area: str) -> Row:
    start = periods.plus("2017-04", at % 12)
    cells = {"scheme_id": f"S{at:02d}", "name": f"Scheme {at}", "area_code": area, "stage": "discharge"}
    rest = {"demand_flag": "meets_demand", "payer": "council", "gains": "nhs, person", "output_unit": "visits"}
    return row("schemes", **cells, **rest, planned_start=start, actual_start=start, registered_on="2017-03")


def _link(at: int, more: int) -> Row:
    role, primary = ("outcome", "yes") if not more else ("balancing", "no")
    name = f"I{(at + more) % INDICATORS:02d}"
    cells = {"scheme_id": f"S{at:02d}", "indicator_id": name, "role": role, "is_primary": primary}
    return row("links", **cells, expected=-10, registered_on="2017-03")


def _line(at: int) -> Row:
    cells = {"line_id": f"L{at:02d}", "scheme_id": f"S{at:02d}", "name": f"Line {at}", "version": "plan"}
    return row(
        "spend_lines", **cells, year="2018-19", amount=100_000 + 1_000 * at, purpose="improve", stage="discharge"
    )


def _output(at: int, month: int) -> Row:
    period = periods.plus("2018-04", month)
    return row("outputs", scheme_id=f"S{at:02d}", period=period, planned=100, actual=90)


def _target(at: int, area: str) -> Row:
    cells = {"indicator_id": f"I{at:02d}", "area_code": area, "period": "2018-19", "kind": "plan"}
    return row("targets", **cells, change_pct=-2, source="a plan")
