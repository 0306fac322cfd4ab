"""The cells of a row as numbers, each with a mark that says why where there is none."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from etl import metadata
from etl.listing import plain
from etl.problems import FileRefused
from etl.sitrep.facts import ABSENT, INAPPLICABLE, NOT_SUBMITTED, NUMBER, SUPPRESSED
from etl.workbook import at

MARKS = {
    **dict.fromkeys(("", "-", "--", "[x]"), NOT_SUBMITTED),
    **dict.fromkeys(("*", "[c]", "c"), SUPPRESSED),
    **dict.fromkeys(("[z]", "n/a"), INAPPLICABLE),
}
WHOLE, ANY = "a whole number", "a number"
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_DAY = re.compile(r"(\d{1,2}/\d{1,2}/\d{4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00)?)?")
MOST = 1e9  # no count of people or days comes near


def read(
    cells: Sequence[Any], *, kind: str = WHOLE, sheet: str, row: int, columns: Sequence[int]
) -> tuple[list[float], list[int]]:
    """Values and marks of a row's cells; raises FileRefused with the cell for anything else than a number or mark."""
    if _plain(cells, kind):
        return list(cells), [NUMBER] * len(cells)
    values, marks = [], []
    for cell, column in zip(cells, columns, strict=True):
        if cell.__class__ is float and 0 <= cell < MOST and (kind == ANY or cell.is_integer()):
            values.append(cell)
            marks.append(NUMBER)
            continue
        mark = None
        if isinstance(cell, str):
            mark = MARKS[cell] if cell in MARKS else MARKS.get(plain(cell).casefold())
        values.append(_number(cell, kind, at(sheet, row, column)) if mark is None else ABSENT)
        marks.append(mark or NUMBER)
    return values, marks


def _plain(cells: Sequence[Any], kind: str) -> bool:
    """Whether all cells are ordinary numbers, as in nearly every row."""
    if set(map(type, cells)) != {float} or not 0 <= min(cells) <= max(cells) < MOST:
        return False
    return kind == ANY or all(map(float.is_integer, cells))


def _number(cell: Any, kind: str, where: str) -> float:
    """A number that is stored as text or is unusual; raises FileRefused."""
    value = ABSENT
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value = float(cell)
    elif isinstance(cell, str) and _NUMBER.fullmatch(plain(cell)):
        value = float(plain(cell).replace(",", ""))
    if not math.isfinite(value) or abs(value) >= MOST or (kind == WHOLE and not value.is_integer()):
        raise FileRefused(f"'{str(cell)[:40]}'", f"{kind} of at least 0, or '-' for not submitted", where)
    return value  # below 0 is left to whoever knows what is counted


def refuse_negative(values: Sequence[float], *, sheet: str, row: int, columns: Sequence[int]) -> None:
    """Raises FileRefused with the cell of a number below 0."""
    for value, column in zip(values, columns, strict=True):
        if value < 0:
            raise FileRefused(f"'{value:g}'", "a number of at least 0", at(sheet, row, column))


def day(cell: Any) -> date | None:
    """The day that a cell names: a date, ``01/04/2022`` within any words, ``2022-04-01``, or in words; else None."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = plain(str(cell))
    if match := _ISO.fullmatch(text):
        text = f"{match[3]}/{match[2]}/{match[1]}"
    match = _DAY.search(text)
    return metadata.day(match[1] if match else text)
