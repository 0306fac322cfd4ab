"""The text file: one line for an area and a measure. Lines of providers mapped to councils are not read."""

from typing import Any

from domain import areas, discharge_ready, periods
from domain.discharge_ready import MEASURE_BY_ID, Measure
from etl import separated
from etl.discharge_ready.rows import Area, council_code, kind_and_code, value_of
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.separated import at_line

COLUMNS = (
    *("month", "data_source", "type", "utla_code", "utla_name", "region", "icb", "code", "name"),
    *("measure", "value"),
)
_BANDED = {
    "discharges": discharge_ready.discharges,
    "bed_days": discharge_ready.bed_days,
    "share": discharge_ready.share,
    "share_of_delayed": discharge_ready.share_of_delayed,
}


def read(data: bytes, lay: Layout) -> tuple[str, list[Area]]:
    """The month and the areas of a text file; raises FileRefused with line and column."""
    lines = separated.lines(data)
    number, head = next(lines)
    places = _places(number, head, lay)
    found: dict[tuple[str, str], Area] = {}
    measures: dict[str, Measure] = {}
    month = ""
    for number, cells in lines:
        if len(cells) != len(head):
            raise FileRefused(f"{len(cells)} cells", f"{len(head)} as in the header", f"line {number}")
        texts = {name: plain(cells[place]) for name, place in places.items()}
        month = _month(texts["month"], month, number)
        area = _area(texts, number, lay)
        if area is None:
            continue
        area = found.setdefault((area.kind, area.code), area)
        said = texts["measure"]
        measures[said] = measures.get(said) or _measure(said, number, lay)
        if measures[said].id in area.values:
            raise FileRefused(f"{area.code} and '{said}' twice", "each area and measure once", f"line {number}")
        area.values[measures[said].id] = value_of(texts["value"], measures[said], lay, at_line(number, "Value"))
    return month, list(found.values())


def _places(number: int, head: list[str], lay: Layout) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(head):
        name = lay.name("column", cell)
        if name is None or name in places:
            where = f"line {number}, column {place + 1}"
            raise FileRefused(f"the column '{cell}'", "the documented columns, each once", where)
        places[name] = place
    if missing := [name for name in COLUMNS if name not in places]:
        raise FileRefused("a header without all columns", f"columns for {', '.join(missing)}", f"line {number}")
    return places


def _month(said: str, before: str, number: int) -> str:
    month = periods.from_words(said)
    if month is None or month != (before or month):
        expected = periods.label(before) if before else "one month such as July 2026"
        raise FileRefused(f"'{said}'", expected, at_line(number, "Date"))
    return month


def _area(texts: dict[str, str], number: int, lay: Layout) -> Area | None:
    """The area of a line; None for providers mapped to councils and for people who live outside England."""
    kind = lay.name("type", texts["type"])
    if kind is None:
        expected = f"one of {', '.join(lay.names('type'))}"
        raise FileRefused(f"'{texts['type']}'", expected, at_line(number, "Data Type"))
    if kind == "mapped":
        return None
    if kind == areas.COUNCIL:
        code = council_code(texts["utla_code"], lay, at_line(number, "Upper Tier Local Authority Code"))
        return Area(kind, code, texts["utla_name"], data_source=texts["data_source"]) if code else None
    where = at_line(number, "Code")
    found, code = kind_and_code(texts["code"], texts["name"], lay, where)
    if found != kind and (found, kind) != ("provider", "icb"):
        raise FileRefused(f"the code '{texts['code']}' in a line of {kind}", f"a code of {kind}", where)
    return Area(kind, code, texts["name"], _or_empty(texts["region"]), _or_empty(texts["icb"]), texts["data_source"])


def _or_empty(text: str) -> str:
    return "" if text.startswith("[") else text


def _measure(said: str, number: int, lay: Layout) -> Measure:
    if single := lay.name("single", said):
        return MEASURE_BY_ID[single]
    group, band = lay.name("text", said), lay.name("band", said)
    made: Any = _BANDED.get(group or "")
    if made is None or band is None or made(band).id not in MEASURE_BY_ID:
        raise FileRefused(f"the measure '{said}'", "a documented measure", at_line(number, "Measure"))
    measure: Measure = made(band)
    return measure
