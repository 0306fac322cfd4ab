"""Control totals of a parsed file: hard by default, each with the cell, what was found and what was expected."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from domain import periods
from etl.blocks import TOTAL, Block
from etl.problems import FileRefused
from etl.source import Parsed
from etl.workbook import a1, at

FLOAT_TOLERANCE = 1e-6  # of the total, for published averages; counts must agree exactly


def unique_codes(block: Block) -> None:
    """Each council has one row, and there is more than one council."""
    codes = Counter(lead["nhs_code"] for lead in block.leads[1:])
    for lead, row in zip(block.leads[1:], block.rows[1:], strict=True):
        if codes[lead["nhs_code"]] > 1:
            found = f"the code {lead['nhs_code']} {codes[lead['nhs_code']]} times"
            raise FileRefused(found, "each council once", f"sheet '{block.sheet}', row {row + 1}")
    if len(codes) < 2:
        raise FileRefused(f"{len(codes)} councils", "a row for each council", f"sheet '{block.sheet}'")


def parts_make_total(block: Block) -> None:
    """The parts of each row add up to its total; a part not submitted counts as 0 here and nowhere else."""
    column, totals = block.days[TOTAL]
    parts = [values for name, (_, values) in block.days.items() if name != TOTAL]
    for index, total in enumerate(totals):
        found = sum(values[index] or 0 for values in parts)
        if found != (total or 0):
            where = at(block.sheet, block.rows[index], column)
            raise FileRefused(f"a total of {total}", f"{found:,}, the sum of its parts", where)


def rows_make_england(block: Block) -> None:
    """In every column the rows below England add up to England's row."""
    for name, (column, days) in block.days.items():
        _column_makes_england(block, name, column, days, tolerance=0)
    for name, (column, beds) in block.beds.items():
        _column_makes_england(block, name, column, beds, tolerance=FLOAT_TOLERANCE)


def _column_makes_england(
    block: Block, name: str, column: int, values: Sequence[float | None], *, tolerance: float
) -> None:
    england, found = values[0] or 0, sum(value or 0 for value in values[1:])
    if abs(england - found) > tolerance * max(1.0, england):
        where = f"{at(block.sheet, block.rows[0], column)} ({name})"
        cells = f"{a1(block.rows[1], column)} to {a1(block.rows[-1], column)}"
        raise FileRefused(f"{england:,} for England", f"{found:,}, the sum of {cells}", where)


def same_totals(blocks: Sequence[Block]) -> None:
    """The sheets list the same councils with the same totals."""
    expected = _totals(blocks[0])
    for block in blocks[1:]:
        found = _totals(block)
        if odd := sorted(found.keys() ^ expected.keys())[:5]:
            one = f"the codes {', '.join(odd)} on one sheet only"
            raise FileRefused(one, f"the councils of sheet '{blocks[0].sheet}'", f"sheet '{block.sheet}'")
        for row, (code, total) in zip(block.rows, found.items(), strict=True):
            if total != expected[code]:
                where = at(block.sheet, row, block.days[TOTAL][0])
                raise FileRefused(f"{total:,}", f"{expected[code]:,} as on sheet '{blocks[0].sheet}'", where)


def _totals(block: Block) -> dict[str, int]:
    codes = (lead["nhs_code"] for lead in block.leads)
    return {code: total or 0 for code, total in zip(codes, block.days[TOTAL][1], strict=True)}


def published_after_period(parsed: Parsed) -> None:
    """Nothing can be published before the month it describes is over."""
    last = periods.first_day(periods.plus(parsed.end, 1)) - timedelta(days=1)
    if parsed.dated and parsed.dated < last:
        found = f"an issue date of {periods.day_label(parsed.dated)}"
        raise FileRefused(found, f"a date after {periods.label(parsed.end)}", "Published, Revised and Period")
