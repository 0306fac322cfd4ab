"""Real workbooks to cells: ours against pandas' own readers, with the same cells on both sides, in seconds of work.

Ours is what parsers get (``etl.workbook``, its look into the archive included); to tidy rows it is timed as well. The
workbooks of the population are left out: the product asks Nomis.
"""

import io
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pandas

from benchmarks.report import Line
from benchmarks.stage import SHARED, Stage
from benchmarks.timing import interleaved, work
from etl.problems import FileRefused, NotThisPublication
from etl.source import Source
from etl.sources import SOURCES
from etl.workbook import Workbook

BARS = {".xls": 10.0, ".xlsx": 7.0}
ENGINES = {".xls": "xlrd", ".xlsx": "openpyxl"}
AT_MOST, NOT_OURS = 3, "population"


def measure(stage: Stage) -> list[Line]:
    """A line for each kind of workbook; raises AssertionError where the sides read different cells."""
    lines = []
    for ending, bar in BARS.items():
        files = sorted(file for file in (SHARED / "data").rglob(f"*{ending}") if file.parent.name != NOT_OURS)
        if not files:
            stage.say(f"../shared is not here: no {ending} workbooks were read.")
            continue
        lines += _measure(stage, ending, files, bar)
    return lines


def _measure(stage: Stage, ending: str, files: Sequence[Path], bar: float) -> list[Line]:
    sheets = {file: found for file in files if (found := readable(file.read_bytes()))}
    data = {file: file.read_bytes() for file in sheets}
    files = list(data)
    cells = sum(same_cells(data[file], sheets[file], ending) for file in files)
    ours = [(source, body) for body in data.values() if (source := owner(body))]
    sides: dict[str, Callable[[], float]] = {
        "to cells": work(lambda: [cells_of(data[file], sheets[file]) for file in files]),
        "to tidy rows": work(lambda: [source.parse(body) for source, body in ours]),
        "pandas": work(lambda: [frames(data[file], sheets[file], ending) for file in files]),
        "pandas, ours only": work(lambda: [frames(body, readable(body), ending) for _, body in ours]),
    }
    found = interleaved(sides, rounds=min(stage.rounds, AT_MOST))
    size = sum(map(len, data.values())) / 1e6
    stage.say(f"Readers: {len(files)} {ending} workbooks, {size:.1f} MB, {cells:,} cells; {len(ours)} of them ours.")
    note = f"baseline: pandas with {ENGINES[ending]}"
    cold = Line.of(f"readers: {ending} to cells", "s", found["to cells"], found["pandas"], least_ratio=bar, note=note)
    tidy, theirs = found["to tidy rows"], found["pandas, ours only"]
    return [cold, Line.of(f"readers: {ending} to tidy rows, by pandas to cells", "s", tidy, theirs, note=note)]


def readable(body: bytes) -> tuple[str, ...]:
    """The sheets that the product reads: some contents pages are 16,384 columns wide and refused."""
    found = []
    with suppress(FileRefused):
        book = Workbook(body)
        for name in book.sheets:
            with suppress(FileRefused):
                book.rows(name)
                found.append(name)
    return tuple(found)


def cells_of(body: bytes, sheets: Sequence[str]) -> list[Any]:
    """Rows of cells of the sheets."""
    book = Workbook(body)
    return [book.rows(name) for name in sheets]


def frames(body: bytes, sheets: Sequence[str], ending: str) -> dict[str, pandas.DataFrame]:
    """The sheets as pandas reads them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pandas.read_excel(io.BytesIO(body), sheet_name=list(sheets), header=None, engine=ENGINES[ending])


def same_cells(body: bytes, sheets: Sequence[str], ending: str) -> int:
    """Number of filled cells, after making sure that both sides have as many."""
    ours = sum(cell not in ("", None) for rows in cells_of(body, sheets) for row in rows for cell in row)
    theirs = sum(int(frame.count().sum()) for frame in frames(body, sheets, ending).values())
    assert abs(ours - theirs) <= 0.02 * ours, f"{ours:,} filled cells, by pandas {theirs:,}"  # it takes NA for nothing
    return ours


def owner(body: bytes) -> Source | None:
    """The source that reads a workbook."""
    for source in SOURCES:
        with suppress(FileRefused, NotThisPublication, Exception):
            if source.parse(body).rows:
                return source
    return None
