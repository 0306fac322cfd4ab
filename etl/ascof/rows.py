"""One figure of a measure, area and financial year, with what was published beside it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from domain import areas, outcomes, status
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.source import Columns
from etl.workbook import at

VALUE, COUNTS = "value", ("margin", "base", "numerator", "denominator")
_MARKS = {
    "suppressed": status.SUPPRESSED_MARK,
    "not_available": status.NOT_AVAILABLE,
    "not_applicable": status.NOT_APPLICABLE,
}
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?")
_BRACKETS = re.compile(rf"({_NUMBER.pattern}) ?\(({_NUMBER.pattern}|:)\)")  # a colon where there is no figure
_REGION = re.compile(r"E12\d{6}")
# In the files of this year carers' cells carry a second figure in brackets, on the basis of the years before.
BRACKETS_YEAR = "2016-17"


class Place(NamedTuple):
    """Where a cell stands: sheet, 0-based row and column."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return at(*self)


class Cell(NamedTuple):
    """A cell: its number, or its mark; the number in brackets beside it; its text where it is no plain number."""

    number: float | None
    mark: str = ""
    brackets: float | None = None
    text: str = ""


class Who(NamedTuple):
    """The area of a figure."""

    area_code: str
    area_type: str
    name: str


class What(NamedTuple):
    """What a figure is of: our id of the measure, the financial year, and the number that the file gives it."""

    measure: str
    year: str
    code: str


class Row(NamedTuple):
    """A figure as the warehouse keeps it; ``place`` is the cell of the outcome."""

    area_code: str
    area_type: str
    name: str
    measure: str
    year: str
    code: str
    value: float | None
    margin: float | None
    base: float | None
    numerator: float | None
    denominator: float | None
    value_in_brackets: float | None
    shorthand: str
    counts_shorthand: str
    as_published: str
    place: Place


_KEPT = (
    "area_code",
    "area_type",
    "measure",
    *("value", "margin", "base", "numerator", "denominator", "value_in_brackets"),
    *("shorthand", "counts_shorthand", "as_published"),
)


def tables(found: Iterable[Row]) -> dict[str, Columns]:
    """Tidy columns of the figures, and the names of the areas."""
    every = list(found)
    columns: Columns = {name: [getattr(row, name) for row in every] for name in _KEPT}
    columns["period"] = [f"{row.year[:4]}-04" for row in every]
    columns["financial_year"] = [row.year for row in every]
    columns["published_code"] = [row.code for row in every]
    names = {row.area_code: row.name for row in every if row.area_type == areas.COUNCIL}
    return {"outcomes": columns, "outcome_names": {"ons_code": list(names), "name": list(names.values())}}


def read(raw: Any, lay: Layout, place: Place, *, brackets: bool = False) -> Cell:
    """A cell of figures; raises FileRefused for anything but a number of at least 0 or a mark."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw < 1e12:
        return Cell(float(raw))
    text = plain(raw) if isinstance(raw, str) else ""
    if text and (mark := lay.name("mark", text)):
        return Cell(None, _MARKS[mark], text=text)
    if _NUMBER.fullmatch(text):
        return Cell(_float(text))
    if brackets and (two := _BRACKETS.fullmatch(text)):
        return Cell(_float(two[1]), brackets=None if two[2] == ":" else _float(two[2]), text=text)
    expected = "a number of at least 0, or [c], [x] or [z]"
    raise FileRefused(f"'{raw}'", f"{expected}{', or two numbers as 7.7 (7.6)' if brackets else ''}", str(place))


def _float(text: str) -> float:
    return float(text.replace(",", ""))


def make(who: Who, what: What, cells: Mapping[str, Cell], place: Place) -> Row:
    """A figure from its cells; raises FileRefused where their marks contradict each other."""
    value = cells[VALUE]
    marks = {cells[part].mark for part in COUNTS if part in cells} - {""}
    if len(marks) > 1 or (marks and marks != {value.mark} and (value.mark or marks != {status.SUPPRESSED_MARK})):
        found = f"the marks {', '.join(sorted(marks))} beside the outcome '{value.text or value.number}'"
        raise FileRefused(found, "one mark, or suppressed counts beside an outcome", str(place))
    margin, base, numerator, denominator = (cells[part].number if part in cells else None for part in COUNTS)
    return Row(
        *who,
        *what,
        value=value.number,
        margin=margin,
        base=base,
        numerator=numerator,
        denominator=denominator,
        value_in_brackets=value.brackets,
        shorthand=value.mark,
        counts_shorthand=next(iter(marks), ""),
        as_published=value.text,
        place=place,
    )


def area(level: str, code: str, name: str, place: Place) -> Who:
    """Area code, type and name; council types go by their letter, everything else by its ONS code."""
    if level == outcomes.COUNCIL_TYPE:
        if code in outcomes.COUNCIL_TYPES:
            return Who(code, level, outcomes.COUNCIL_TYPES[code])
        raise FileRefused(f"the council type '{code}'", f"one of {', '.join(outcomes.COUNCIL_TYPES)}", str(place))
    if code == areas.ENGLAND and level == areas.COUNTRY:
        return Who(code, level, name)
    if level == areas.REGION and _REGION.fullmatch(code):
        return Who(code, level, name)
    if level == areas.COUNCIL and areas.ONS_COUNCIL_CODE.fullmatch(code):
        return Who(code, level, areas.display_name(name))
    raise FileRefused(f"the code '{code}' for {name}", f"the ONS code of a {level}", str(place))


def level_of(code: str) -> str:
    """The kind of area an ONS code stands for; a council for anything else, whose code is refused then."""
    if code == areas.ENGLAND:
        return areas.COUNTRY
    return areas.REGION if _REGION.fullmatch(code) else areas.COUNCIL


def held(words: str, number: str, year: str, lay: Layout, place: Place) -> outcomes.Measure | None:
    """The measure that words and number stand for; None for one that is not held. Numbers changed in 2023-24, so
    the words decide, and the number must be the one of that year: raises FileRefused where it is not."""
    name = lay.name("measure", words)
    if name is None:
        if lay.matches("other", words):
            return None
        raise FileRefused(f"the measure '{number}: {words[:80]}'", "a measure of the layout", str(place))
    measure = outcomes.MEASURE_BY_ID[name]
    if outcomes.measure_of(number, year) is not measure:
        expected = measure.code(year) or "no number"
        raise FileRefused(f"the number {number} for '{words[:60]}'", f"{expected} in {year}", str(place))
    return measure
