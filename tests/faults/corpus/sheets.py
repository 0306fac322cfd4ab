"""Sound workbooks with cells, headings and rows that must not be, or that look new and mean the same."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from etl.workbook import a1, at
from tests.faults.corpus.samples import Sample, Sheets, copied, read_cells
from tests.faults.corpus.verdict import NOTHING, Case

WORDS = 15  # of those below that a publication gets: over all of them every word comes up
SHEETS = 2  # of a workbook that are changed one by one
NO_NUMBERS: tuple[Any, ...] = (
    *("NaN", "nan", "inf", "-inf", "1e309", "1e3", "-5", "+5", "5%", "<5", "..", ":", "#REF!", "#N/A", "TRUE"),
    *("\u0661\u0662\u0663", "1_000", "\u22125", "12 34", "1.234,50", "0x1F", "1/2", "twelve", "1,23", "--", "5 days"),
    *(-5, -0.5, 1e18, True, date(2018, 1, 1), "", "\u202e123", "=1+1", "'12"),
)
EMPTY = ("", "--", "#N/A")  # nothing, to some readers; never a number
MARKS = ("*", "-", "n/a", "[c]", "[x]", "[z]", "[low]")  # each source says which of them it knows
MONTHS = (
    *("Smarch 2018", "31/02/2018", "2018", "Q1 2018", "2018/19", "13/2018", "January", "January to March 2018", ""),
    *("JANUARY 2018 and MAY 2018", "00/00/0000", "January 20188", "\u0661 2018"),
)


def numbers(sample: Sample) -> Iterator[Case]:
    """A cell of figures with something else in it: refused with its cell, or with the total that it breaks."""
    chance = random.Random(f"numbers {sample.source.id}")
    for sheet, row, column in read_cells(sample, chance, 1):
        value = sample.sheets[sheet][row][column]
        for new in chance.sample((*NO_NUMBERS, *MARKS), WORDS):
            if isinstance(new, bool) or (sample.kind == "ods" and isinstance(new, date)):
                continue  # the demonstration's writers know no such cells
            places = (at(sheet, row, column), f"sheet '{sheet}'", "sheet '")
            body = _with(sample, sheet, row, column, new)
            reads_as = (*NOTHING, new, "[c]", "[x]", "[z]") if new in (*MARKS, *EMPTY) else ()
            yield Case(f"{new!r} in {sheet} {a1(row, column)}", body, where=places, reads_as=reads_as)
        for new in (f"{value:,}", f" {value} ", f"{value}\u00a0"):
            body = _with(sample, sheet, row, column, new)
            yield Case(f"{new!r} in {sheet} {a1(row, column)}", body, where=(at(sheet, row, column), "sheet '"))


def doubled(sample: Sample) -> Iterator[Case]:
    """A number changed by one: control totals notice, where the publication has any."""
    chance = random.Random(f"doubled {sample.source.id}")
    for sheet, row, column in read_cells(sample, chance, 3):
        value = sample.sheets[sheet][row][column]
        for new in (value + 1, value * 1000):
            body = _with(sample, sheet, row, column, new)
            yield Case(f"{value:g} as {new:g} in {sheet} {a1(row, column)}", body, reads_as=(new, int(new)))


def months(sample: Sample) -> Iterator[Case]:
    """A ``Period`` that is no month of the publication."""
    for sheet, rows in sample.sheets.items():
        for number, row in enumerate(rows[:15]):
            labels = [
                c
                for c, cell in enumerate(row)
                if isinstance(cell, str) and re.fullmatch("period:?", cell, re.IGNORECASE)
            ]
            if labels and number < 12:
                column = labels[0] + 1
                for new in MONTHS:
                    body = _with(sample, sheet, number, column, new)
                    yield Case(f"Period '{new}' in {sheet}", body, where=("Period", "sheet '"))
                return


def arrangements(sample: Sample) -> Iterator[Case]:
    """The same figures on sheets that look otherwise: read to the same numbers, or refused in words."""
    sheets = sample.sheets
    blank: list[Any] = []
    above = {name: [blank, blank, *rows] for name, rows in sheets.items()}
    yield _case(sample, "two blank rows on top", above)
    yield _case(sample, "a blank column on the left", {n: [["", *row] for row in rows] for n, rows in sheets.items()})
    yield _case(sample, "sheets in reverse", dict(reversed(sheets.items())))
    yield _case(sample, "a sheet in front", {"Notes for readers": [["Read me"], ["", 17.0]], **sheets})
    yield _case(sample, "an empty sheet in front", {"Sheet1": [], **sheets})
    yield _case(
        sample, "footnotes below", {n: [*rows, blank, ["", "1. A note."], ["* Revised"]] for n, rows in sheets.items()}
    )  # noqa: E501
    yield _case(sample, "blanks around every text", _texts(sheets, lambda t: f"  {t} "))
    yield _case(sample, "no-break spaces", _texts(sheets, lambda t: t.replace(" ", "\u00a0")))
    yield _case(sample, "capitals", _texts(sheets, str.upper))
    yield _case(sample, "line breaks in texts", _texts(sheets, lambda t: t.replace(" ", "\n", 1)))
    yield _case(sample, "names of sheets in capitals", {name.upper(): rows for name, rows in sheets.items()})
    for name in list(sheets)[:SHEETS]:
        yield _case(sample, f"without the sheet '{name}'", {n: r for n, r in sheets.items() if n != name}, fewer=True)
        yield _case(sample, f"the sheet '{name}' empty", {n: [] if n == name else r for n, r in sheets.items()})
        renamed = {f"X{n}"[:31] if n == name else n: r for n, r in sheets.items()}
        yield _case(sample, f"the sheet '{name}' under another name", renamed)


def headings(sample: Sample) -> Iterator[Case]:
    """A heading that is gone, new or there twice: refused with its sheet, never read under another name."""
    for sheet, rows in list(sample.sheets.items())[:SHEETS]:
        head, columns = _heading(rows)
        if len(columns) < 3:
            continue
        for column in (columns[len(columns) // 2], columns[-1]):
            places = (f"sheet '{sheet}'", "sheet")
            for new in ("Quite another thing", "", rows[head][columns[0]]):
                what, body = (
                    f"'{new}' as heading of {sheet} {a1(head, column)}",
                    _with(sample, sheet, head, column, new),
                )
                yield Case(what, body, where=places, other=True, reads_as=("", str(new)))


def _heading(rows: list[list[Any]]) -> tuple[int, list[int]]:
    """Row of the table's headings and its columns that have one: the widest row of texts near the top."""
    widths = [[c for c, cell in enumerate(row) if isinstance(cell, str) and cell] for row in rows[:30]]
    head = max(range(len(widths)), key=lambda number: len(widths[number]), default=0)
    return head, widths[head] if widths else []


def _with(sample: Sample, sheet: str, row: int, column: int, value: Any) -> Callable[[], bytes]:
    cells = copied(sample.sheets)
    cells[sheet][row] += [""] * (column + 1 - len(cells[sheet][row]))
    cells[sheet][row][column] = value
    return partial(sample.written, cells)


def _texts(sheets: Sheets, change: Any) -> Sheets:
    return {n: [[change(c) if isinstance(c, str) and c else c for c in row] for row in r] for n, r in sheets.items()}


def _case(sample: Sample, name: str, sheets: Sheets, *, fewer: bool = False) -> Case:
    return Case(name, partial(sample.written, sheets), where=("sheet", "row"), other=True, fewer=fewer)
