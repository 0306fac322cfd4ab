"""Three months of council workbooks on a site of their own, one of which its publisher revises again and again."""

import functools
import io
import shutil
from pathlib import Path

import python_calamine

from etl.demo import books
from tests.faults.workbooks import COUNCIL, ENGLAND, FIRST_PART, HEADER, held

KEPT = ("December-2018", "January-2019", "February-2019")
STEP = 7  # days that each version adds
DAYS = (
    "SELECT SUM(value) FROM national.delays_current WHERE period = DATE '2019-01-01' AND area_type = 'council' "
    "AND body = 'all' AND reason = 'all' AND care_type = 'all'"
)


def small(site: Path, target: Path) -> Path:
    """A copy of the demonstration site with three months only."""
    shutil.copytree(site, target)
    for file in target.rglob("LA-Type-B-*"):
        if not any(month in file.name for month in KEPT):
            file.unlink()
    return target


def offer(site: Path, body: bytes, number: int) -> None:
    """Put a version of January 2019 in place of the one before, under the same address."""
    held(site).write_bytes(version(body, number) if number else body)


@functools.lru_cache(maxsize=64)
def version(body: bytes, number: int) -> bytes:
    """January 2019 with ``number`` x 7 days more for its first council, revised ``number`` days after 1 June."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(body))
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    for name, rows in sheets.items():
        label = next((row for row in rows[:HEADER] if "Revised:" in row), None)
        if not name.startswith("LA - "):
            continue
        label[label.index("Revised:") + 1] = f"{number} {'June' if number < 31 else 'July'} 2019"
        total = [str(cell).lower() for cell in rows[HEADER - 1]].index("total")
        for row in (ENGLAND, COUNCIL):
            for column in (FIRST_PART - 1, total):
                rows[row - 1][column] += STEP * number
    return books.workbook({n: [[None if c == "" else c for c in row] for row in rows] for n, rows in sheets.items()})
