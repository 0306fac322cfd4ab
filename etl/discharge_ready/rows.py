"""One area of a file with its measures, and all of them as tidy columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain import areas, demonstration, discharge_ready, organisations, status
from domain.discharge_ready import Measure
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.source import Columns

Value = tuple[float | None, str, str]  # the number or None, the shorthand that stands for it, and its place


@dataclass
class Area:
    """An area of a file: its kind and code, its names as printed, and its measures by id."""

    kind: str
    code: str
    name: str = ""
    region: str = ""
    icb: str = ""
    data_source: str = ""
    values: dict[str, Value] = field(default_factory=dict)


def value_of(cell: object, measure: Measure, lay: Layout, where: str) -> Value:
    """A cell as a value; raises FileRefused for text that is no documented mark and for a number that cannot be."""
    text = plain("" if cell is None else str(cell))
    if lay.matches("not_available", text):
        return None, status.NOT_AVAILABLE, where
    if lay.matches("not_applicable", text):
        return None, status.NOT_APPLICABLE, where
    expected = {discharge_ready.SHARE: "a share from 0 to 1"}.get(measure.unit, "a number of at least 0")
    expected = f"a whole {expected[2:]}" if measure.counted else expected
    try:
        number = float(text.replace(",", "")) if isinstance(cell, str) else float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise FileRefused(f"'{text}'", f"{expected}, '-' or [z]", where) from None
    top = 1.0 if measure.unit == discharge_ready.SHARE else 1e9
    if isinstance(cell, bool) or not 0 <= number <= top or (measure.counted and not number.is_integer()):
        raise FileRefused(f"'{text}'", expected, where)
    return (number * 100 if measure.unit == discharge_ready.SHARE else number), "", where


def kind_and_code(code: str, name: str, lay: Layout, where: str) -> tuple[str, str]:
    """Kind of area and our code of an organisation's row; raises FileRefused for a code that cannot be one."""
    if lay.matches("code", code):
        return areas.COUNTRY, areas.ENGLAND
    for text in (code, name):
        if region := organisations.region_code(text) or demonstration.nhs_region_code(text):
            return organisations.NHS_REGION, region
    if not organisations.is_code(code):
        raise FileRefused(f"the code '{code}'", "National, or the code of an NHS organisation", where)
    board = "integrated care board" in name.casefold() or name.casefold().endswith(" icb")
    return (organisations.ICB if board else organisations.PROVIDER), code


def council_code(code: str, lay: Layout, where: str) -> str | None:
    """A council's ONS code; None for people who live outside England; raises FileRefused for anything else."""
    if lay.matches("outside", code):
        return None
    if not areas.ONS_COUNCIL_CODE.fullmatch(code):
        raise FileRefused(f"the code '{code}'", "an ONS code of an English council, #N/A or NULL", where)
    return code


def tables(found: Sequence[Area]) -> dict[str, Columns]:
    """Long columns area_type, area_code, measure, value, shorthand, unit, data_source; and the organisations."""
    names = ("area_type", "area_code", "measure", "value", "shorthand", "unit", "data_source")
    columns: Columns = {name: [] for name in names}
    for area in found:
        for measure, (value, shorthand, _) in area.values.items():
            unit = discharge_ready.MEASURE_BY_ID[measure].unit
            row = (area.kind, area.code, measure, value, shorthand, unit, area.data_source)
            for name, one in zip(names, row, strict=True):
                columns[name].append(one)
    return {"discharge_ready": columns, "organisations": _organisations(found)}


def _organisations(found: Sequence[Area]) -> Columns:
    listed = [area for area in found if area.kind in organisations.KINDS]
    boards = {area.name.casefold(): area.code for area in listed if area.kind == organisations.ICB}
    return {
        "code": [area.code for area in listed],
        "name": [area.name for area in listed],
        "kind": [area.kind for area in listed],
        "region": [area.region for area in listed],
        "icb_code": [_board(area, boards) for area in listed],
    }


def _board(area: Area, boards: Mapping[str, str]) -> str:
    """Code of a provider's board: printed as such, or found by its name among the boards of the file."""
    if area.kind != organisations.PROVIDER:
        return ""
    return boards.get(area.icb.casefold(), area.icb if area.icb in boards.values() else "")
