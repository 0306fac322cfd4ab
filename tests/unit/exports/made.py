"""Packs of the demonstration, and reading back what was written."""

import csv
import io
import os
import subprocess
import sys
from typing import NamedTuple

import openpyxl

from exports.choice import choose
from exports.packing import packs
from tests.shared import ROOT


class Answer(NamedTuple):
    """Exit code and what was printed."""

    code: int
    out: str
    err: str


def pack(view, area, month):
    """The pack of one area."""
    return next(packs(view, choose(view, [area], month), month))


def command(data_dir, *arguments, sources="demo", **more):
    """``python -m exports pack`` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "exports", "pack", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(data_dir), "SOURCES": sources, **more},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def rows_of(content: bytes) -> list[dict[str, str]]:
    """Rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def book_of(content: bytes):
    """A workbook, as another program reads it (formulas as formulas)."""
    return openpyxl.load_workbook(io.BytesIO(content))


def table_of(book, name):
    """Head and rows of the marked table of a sheet."""
    sheet = book[name]
    (table,) = sheet.tables.values()
    head, *rows = [[cell.value for cell in row] for row in sheet[table.ref]]
    return head, rows


def tree(folder):
    """Every file below a folder with its bytes, hidden ones too."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
