"""Values of every uploaded indicator, with the faults that real returns have."""

from collections.abc import Iterator

from domain import periods
from domain.local import spans
from etl.demo.councils import QUILLSHIRE
from etl.demo.figures import MONTHS, delays_of
from etl.demo.partnership import seeds
from etl.demo.partnership.place import BY_LETTER, COUNCIL, A, Q
from etl.demo.partnership.rows import row
from etl.demo.partnership.rules import BEDS, RULES
from etl.demo.partnership.series import COUNT, SHARE, Series, drawn
from etl.demo.partnership.truth import EFFECTS
from etl.local.upload import Row

LETTER = {code: letter for letter, code in BY_LETTER.items()}
MISSING = ("I17", A, "2018-08")
OVERDUE = {"I22": "2019-01"}  # its last month: two months are overdue
NOT_SUBMITTED = ("I23", A, "2018-10")
REVISED, REVISED_FROM, REVISED_TO = ("I05", Q, "2018-11"), 98, 94
REVISION = "Four people had been counted twice"


def observations(seed: int, *, revised: bool) -> tuple[Row, ...]:
    """Every value; with or without the revision that came in later."""
    found = [_observed(*one, revised=revised) for one in _values(seed)]
    return tuple(sorted(found, key=lambda one: (one["indicator_id"], one["area_code"], one["period"])))


def _values(seed: int) -> Iterator[tuple[str, str, str, Series | None, tuple[float, int]]]:
    for indicator_id, areas in RULES.items():
        for area, rule in areas.items():
            values = drawn(rule, EFFECTS.get((indicator_id, area), ()), seeds.stream(seed, indicator_id, LETTER[area]))
            for month, value in zip(rule.periods, values, strict=True):
                late = month > OVERDUE.get(indicator_id, MONTHS[-1])
                if not late and (indicator_id, area, month) != MISSING:
                    yield indicator_id, area, month, rule, value
    yield from _parts(seed)


def _parts(seed: int) -> Iterator[tuple[str, str, str, None, tuple[float, int]]]:
    """Delayed days of Quillshire's parts of I01, as the national files have them."""
    found = delays_of(COUNCIL[QUILLSHIRE], seed)
    for indicator_id, values in (("I09", found.placement), ("I13", found.non_acute)):
        for month, people in zip(MONTHS, values or (), strict=True):
            yield indicator_id, Q, month, None, (round(people * periods.days_in(month)), 0)


def _observed(
    indicator_id: str, area: str, month: str, rule: Series | None, value: tuple[float, int], *, revised: bool
) -> Row:
    quarterly = rule is not None and rule.quarterly
    span = spans.Span(month, spans.QUARTER if quarterly else spans.MONTH)
    named = {"indicator_id": indicator_id, "area_code": area, "period": span.text}
    if (indicator_id, area, month) == NOT_SUBMITTED:
        return row("observations", **named, not_submitted="yes", note="The providers did not answer")
    if (indicator_id, area, month) == REVISED:
        note = REVISION if revised else ""
        return row("observations", **named, value=REVISED_TO if revised else REVISED_FROM, note=note)
    if rule is not None and rule.form == SHARE:
        return row("observations", **named, numerator=value[0], denominator=value[1])
    if indicator_id == "I17":
        return row("observations", **named, value=round(100 * value[0] / BEDS, 2))
    whole = rule is None or rule.form == COUNT
    return row("observations", **named, value=value[0] if whole else round(value[0], 1))
