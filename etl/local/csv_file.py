"""One sheet as CSV: which sheet its name says it is, and its cells."""

import csv
import io
import re
from pathlib import PurePath

from domain.local.sheets import SHEETS
from etl.local.problem import shown
from etl.problems import FileRefused

ADVICE = "Save it as 'CSV UTF-8 (comma delimited)' and upload it again."


def sheet_of(file_name: str) -> str:
    """Name of the sheet that a file's name says; raises FileRefused."""
    name = re.sub(r"[^a-z]+", "_", PurePath(file_name).stem.casefold()).strip("_")
    named = [one.name for one in SHEETS if re.search(rf"(^|_){one.name}(_|$)", name)]
    if len(named) != 1:
        wanted = ", ".join(f"{one.name}.csv" for one in SHEETS)
        found = f"a file named {shown(file_name)}" + (", which names two sheets" if named else "")
        raise FileRefused(found, f"one of {wanted}", advice="Rename it and upload it again.")
    return named[0]


def cells(data: bytes) -> list[list[str]]:
    """Rows of cells of a comma-separated text in UTF-8; raises FileRefused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        found = f"the byte {data[problem.start]:#04x} in line {line}, which is no UTF-8"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            found = "text in UTF-16"
        raise FileRefused(found, "comma-separated text in UTF-8", advice=ADVICE) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return [list(row) for row in reader]
    except csv.Error as problem:
        found = f"line {reader.line_num}, which cannot be read ({problem})"
        raise FileRefused(found, "comma-separated text, texts with commas in quotes", advice=ADVICE) from None
