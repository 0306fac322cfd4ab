"""Any file of the discharge reports, told apart by its first bytes."""

from collections.abc import Sequence

from etl import checks, workbook
from etl.layout import Layout
from etl.listing import plain
from etl.sitrep import book, long_format
from etl.source import Parsed


def is_csv(data: bytes) -> bool:
    """Whether a file begins with the headings of the long file."""
    first = data[:400].decode("utf-8-sig", errors="replace").partition("\n")[0]
    names = {plain(cell.strip('"')).casefold() for cell in first.split(",")}
    return {*long_format.NEEDED} <= names


def sniff(data: bytes) -> object:
    """Raises FileRefused for bytes that are neither a workbook nor the long file."""
    return "csv" if is_csv(data) else workbook.sniff(data)


def read(data: bytes, lay: Layout, *, whole: Sequence[str]) -> Parsed:
    """Tidy tables of a file; raises FileRefused or NotThisPublication."""
    return long_format.read_csv(data, lay) if is_csv(data) else book.read(data, lay, whole=whole)


def check(parsed: Parsed) -> None:
    """What did not agree was said when it was read; here only that it was not issued before its month was over."""
    checks.published_after_period(parsed)
