"""Outcome measures by financial year: everything that is needed to draw points with their margins of error.

Values, margins and counts come as published. A council that was only given a new code is found under either
code. Points are never joined across a break: ``joins_previous`` and ``break_before`` say so for each point.
"""

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from domain import areas, outcomes
from domain.outcomes import Measure
from warehouse.reader import View


class UnknownMeasure(LookupError):
    """No measure has this id; the text names the nearest ones."""


class Point(NamedTuple):
    """A measure of one area in one financial year.

    value:            the outcome, or None; ``status``, ``shorthand`` and ``note`` then say why.
    margin:           published margin of error (95 %); 0 stands for less than half of the last digit.
    base:             people who answered, as rounded by the publisher; numerator and denominator where published.
    value_in_brackets: carers in 2016-17 on the basis of the years before; ``as_published`` has the cell's text.
    code:             number of the measure in that year; ``published_code`` the one in the file it was read from.
    joins_previous:   whether the point before is the round before, with no break between.
    break_before:     why no line leads to the point before, in words; empty where one may.
    """

    measure: str
    area_code: str
    area_name: str
    area_type: str
    year: str
    value: float | None
    unit: str
    margin: float | None
    base: float | None
    numerator: float | None
    denominator: float | None
    value_in_brackets: float | None
    status: str
    shorthand: str
    counts_shorthand: str
    as_published: str
    code: str
    published_code: str
    published_area_code: str
    vintage: str
    source: str
    snapshot_id: str
    joins_previous: bool = False
    break_before: str = ""

    @property
    def low(self) -> float | None:
        """Value less its margin, not below 0."""
        return None if self.value is None or self.margin is None else max(0.0, self.value - self.margin)

    @property
    def high(self) -> float | None:
        """Value and its margin, not above the top of the unit."""
        if self.value is None or self.margin is None:
            return None
        return min(outcomes.TOPS.get(self.unit, float("inf")), self.value + self.margin)

    @property
    def note(self) -> str:
        """Why there is no number, in words; empty where there is one."""
        return outcomes.MARKS.get(self.shorthand, "")


class Compared(NamedTuple):
    """A measure of an area beside its region and England, each with the same years; the region of a council only."""

    measure: Measure
    area: tuple[Point, ...]
    region: tuple[Point, ...]
    england: tuple[Point, ...]


class Place(NamedTuple):
    """An area with outcomes; ``known_as`` is the code that series of delays have it under, mostly the same."""

    code: str
    name: str
    type: str
    known_as: str


class Held(NamedTuple):
    """What is held of a measure: financial years with a number for England or a council, and councils with one."""

    measure: Measure
    first: str
    last: str
    councils: int


_POINTS = """
SELECT o.measure, o.area_code, COALESCE(a.area_name, b.area_name, o.area_code), o.area_type, o.financial_year, o.value,
    o.unit, o.margin, o.base, o.numerator, o.denominator, o.value_in_brackets, o.status, o.shorthand,
    o.counts_shorthand, o.as_published, o.published_code, o.published_area_code, STRFTIME(o.vintage, '%Y-%m-%d'),
    o.source, o.snapshot_id
FROM national.outcomes_current AS o
LEFT JOIN national.areas AS a ON a.area_code = o.area_code
LEFT JOIN national.areas AS b ON b.area_code = o.published_area_code
WHERE o.measure = ANY($measures)
"""
_ORDER = " ORDER BY o.measure, o.area_type, o.area_code, o.period"
_PLACE = "SELECT after_code FROM national.area_changes WHERE before_code = $code AND kind = 'recoded'"
_REGION = """
SELECT a.region_code FROM national.areas AS a
LEFT JOIN national.area_changes AS c ON c.before_code = a.area_code
WHERE a.region_code IS NOT NULL AND $code IN (a.area_code, c.after_code)
ORDER BY a.area_code LIMIT 1
"""
_HELD = """
SELECT measure, MIN(financial_year), MAX(financial_year),
    COUNT(DISTINCT CASE WHEN area_type = 'council' THEN area_code END)
FROM national.outcomes_current WHERE value IS NOT NULL GROUP BY measure
"""
_PLACES = """
SELECT o.area_code, MAX(COALESCE(a.area_name, b.area_name, o.area_code)), o.area_type,
    COALESCE(MIN(c.before_code), o.area_code)
FROM national.outcomes_current AS o
LEFT JOIN national.areas AS a ON a.area_code = o.area_code
LEFT JOIN national.areas AS b ON b.area_code = o.published_area_code
LEFT JOIN national.area_changes AS c ON c.after_code = o.area_code AND c.kind = 'recoded'
WHERE o.value IS NOT NULL AND o.area_type = ANY($types) GROUP BY o.area_code, o.area_type
"""
_YEARS = """
SELECT financial_year FROM national.outcomes_current WHERE measure = $measure AND value IS NOT NULL
GROUP BY financial_year ORDER BY financial_year
"""


def measure(name: str) -> Measure:
    """A measure by id; raises UnknownMeasure with the nearest ids."""
    if name in outcomes.MEASURE_BY_ID:
        return outcomes.MEASURE_BY_ID[name]
    close = difflib.get_close_matches(name, outcomes.MEASURE_BY_ID, n=4, cutoff=0.3) or list(outcomes.MEASURE_BY_ID)
    raise UnknownMeasure(f"unknown measure '{name}'; nearest: {', '.join(close)}")


def held(view: View) -> tuple[Held, ...]:
    """The measures with a number, in the order of the registry."""
    found = {row[0]: row[1:] for row in view.rows(_HELD)}
    return tuple(Held(one, *found[one.id]) for one in outcomes.MEASURES if one.id in found)


def years(view: View, name: str) -> tuple[str, ...]:
    """Financial years for which any area has a number; raises UnknownMeasure."""
    return tuple(row[0] for row in view.rows(_YEARS, {"measure": measure(name).id}))


def series(view: View, name: str, code: str) -> tuple[Point, ...]:
    """Every year of a measure for an area (council type by its letter), also years with no number."""
    asked = {"measures": [measure(name).id], "code": place(view, code)}
    return _points(view.rows(_POINTS + "AND o.area_code = $code" + _ORDER, asked))


def compared(view: View, name: str, code: str) -> Compared:
    """A measure for an area beside its region and England; empty parts where there is nothing to compare with."""
    return _compared(view, (measure(name),), code)[0]


def compared_all(view: View, code: str) -> tuple[Compared, ...]:
    """Every measure for an area beside its region and England, in the order of the registry; England by itself."""
    return _compared(view, outcomes.MEASURES, code)


def _compared(view: View, measures: tuple[Measure, ...], code: str) -> tuple[Compared, ...]:
    here, region = place(view, code), region_of(view, code)
    asked = {"measures": [one.id for one in measures], "codes": [here, region, areas.ENGLAND]}
    found: dict[tuple[str, str], list[Point]] = {}
    for point in _points(view.rows(_POINTS + "AND o.area_code = ANY($codes)" + _ORDER, asked)):
        found.setdefault((point.measure, point.area_code), []).append(point)
    several = [[tuple(found.get((one.id, code), ())) for code in (here, region, areas.ENGLAND)] for one in measures]
    return tuple(
        Compared(one, own, () if region == here else beside, england)
        for one, (own, beside, england) in zip(measures, several, strict=True)
    )


def across(view: View, name: str, year: str, area_type: str = areas.COUNCIL) -> tuple[Point, ...]:
    """A measure of one year for every area of a type, by code, also areas with no number."""
    asked = {"measures": [measure(name).id], "year": year, "type": area_type}
    return _points(view.rows(_POINTS + "AND o.financial_year = $year AND o.area_type = $type" + _ORDER, asked))


def places(view: View) -> tuple[Place, ...]:
    """England, regions and councils with a figure, in this order and by name."""
    types = [areas.COUNTRY, areas.REGION, areas.COUNCIL]
    found = [Place(*row) for row in view.rows(_PLACES, {"types": types})]
    return tuple(sorted(found, key=lambda one: (types.index(one.type), one.name)))


def place(view: View, code: str) -> str:
    """The code under which outcomes of an area are kept: that of today where it was only given a new one."""
    rows = view.rows(_PLACE, {"code": code})
    return str(rows[0][0]) if rows else code


def region_of(view: View, code: str) -> str:
    """Region of a council, for a new council that of the one before it; empty for other areas."""
    rows = view.rows(_REGION, {"code": code})
    return str(rows[0][0]) if rows else ""


def _points(rows: Iterable[tuple]) -> tuple[Point, ...]:  # type: ignore[type-arg]
    """Points with what stands between each and the point before it (the last year with a number)."""
    found: list[Point] = []
    last: dict[tuple[str, str], str] = {}
    for row in rows:
        name, code, year, value = row[0], row[1], row[4], row[5]
        known = outcomes.MEASURE_BY_ID[name]
        before = last.get((name, code), "")
        point = Point(*(*row[:16], known.code(year), *row[16:]))
        if value is not None:
            joins = bool(before) and known.joins(before, year)
            point = point._replace(joins_previous=joins, break_before=_why(known, before, year, joins=joins))
            last[name, code] = year
        found.append(point)
    return tuple(found)


def _why(known: Measure, before: str, year: str, *, joins: bool) -> str:
    """Why no line leads from the point before, in words."""
    if joins or not before:
        return ""
    said = " ".join(dict.fromkeys(one.text for one in known.breaks_between(before, year)))
    return said or f"No figure between {before} and {year}."
