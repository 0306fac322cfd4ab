"""Points of a measure made from a few words, for tests of what is said of them."""

from domain.outcomes import MEASURE_BY_ID
from warehouse.queries.outcomes import Compared, Point

CONTROL = MEASURE_BY_ID["control_over_daily_life"]


def point(year, value=None, margin=None, *, mark="", measure=CONTROL, code="E10999001"):
    """A point; without a value its mark says why."""
    status = {"[c]": "suppressed", "[x]": "not_available", "[z]": "not_applicable"}.get(mark, "published")
    names = (measure.id, code, "Quillshire", "council", year)
    counts = (value, measure.unit, margin, 400.0, None, None, None)
    return Point(*names, *counts, status, mark, "", "", measure.code(year), "", code, "2019-10-22", "ascof", "s1")


def compared(*points, measure=CONTROL, england=()):
    """A measure of an area."""
    return Compared(measure, tuple(points), (), tuple(england))
