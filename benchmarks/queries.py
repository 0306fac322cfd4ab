"""The two queries behind the charts, on one connection: a council's series, and England by responsible body.

The baseline asks the same of the same facts held in pandas. No bar is set; both sides must give the same numbers.
"""

from benchmarks.baseline.naive_queries import Facts
from benchmarks.report import Line
from benchmarks.stage import Stage
from benchmarks.timing import interleaved, p50
from domain.areas import COUNCIL, ENGLAND
from warehouse.queries import areas
from warehouse.queries.series import Ask, Observation, bodies, series
from warehouse.reader import Reader, View

BEDS, DAYS = Ask("dtoc_beds"), Ask("dtoc_days")
MOST_AREAS = 40
Points = list[tuple[str, float | None]]


def measure(stage: Stage) -> list[Line]:
    """Median milliseconds of one call."""
    view = Reader(stage.loaded.root).view()
    assert view is not None
    facts = Facts(view.build.file)
    codes = [area.code for area in areas.every(view) if area.type == COUNCIL][:MOST_AREAS]
    assert_same_numbers(view, facts, codes)
    england = [ENGLAND] * len(codes)
    sides = {
        "series": lambda: p50(lambda code: series(view, BEDS, [code]), codes),
        "naive series": lambda: p50(facts.beds, codes),
        "bodies": lambda: p50(lambda code: bodies(view, DAYS, code), england),
        "naive bodies": lambda: p50(facts.bodies, england),
    }
    found = interleaved(sides, rounds=stage.rounds)
    return [
        Line.of("query: series of one council, p50", "ms", found["series"], found["naive series"]),
        Line.of("query: England by body, p50", "ms", found["bodies"], found["naive bodies"]),
    ]


def assert_same_numbers(view: View, facts: Facts, codes: list[str]) -> None:
    """Raises AssertionError where the sides differ."""
    for code in codes:
        ours, theirs = points(series(view, BEDS, [code])), facts.beds(code)
        assert ours == theirs, f"{code}: {set(ours) ^ set(theirs)}"
    by_body = {body: points(found) for body, found in bodies(view, DAYS, ENGLAND).items()}
    assert by_body == facts.bodies(ENGLAND), "England by body differs"


def points(found: tuple[Observation, ...]) -> Points:
    """Months and values."""
    return [(one.period, one.value) for one in found]
