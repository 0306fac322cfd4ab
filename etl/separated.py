"""Comma-separated publications: bytes to numbered lines of cells, and the place of a cell in words.

Read lazily, so that a file of many lines takes little memory. Text is UTF-8 or, where that cannot be, Windows-1252.
"""

import csv
import io
from collections.abc import Iterator

from etl.problems import FileRefused
from etl.workbook import OLE, ZIP

OTHER_KINDS = (b"%pdf", b"{", b"\x89png", b"http/", b"from: ")  # documents, answers of interfaces, mails
MAX_LINES = 1_000_000
ADVICE = "Fetch it again later; if it stays like this, tell the publisher."
Line = tuple[int, list[str]]  # number of the line as a person counts, and its cells


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that cannot be comma-separated text: a web page, a workbook, nothing."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].lower()
    found = ""
    if start.startswith((b"<!doc", b"<html", b"<?xml", b"<")):
        found = "a web page"
    elif start.startswith(OTHER_KINDS):
        found = f"another kind of file, which begins {data.lstrip()[:8]!r}"
    elif data.startswith((OLE, ZIP)):
        found = "a workbook"
    elif not start or b"\0" in data[:4096]:
        found = f"bytes that begin {data[:8]!r}"
    if found:
        raise FileRefused(found, "comma-separated text", advice=ADVICE)


def lines(data: bytes) -> Iterator[Line]:
    """Every line that is not empty; raises FileRefused for text that cannot be read."""
    sniff(data)
    text = io.TextIOWrapper(io.BytesIO(data), encoding=_encoding(data), newline="")
    reader = csv.reader(text, strict=True)
    try:
        for cells in reader:
            if reader.line_num > MAX_LINES:
                raise FileRefused(f"more than {MAX_LINES:,} lines", "fewer", advice=ADVICE)
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as problem:
        found = f"line {reader.line_num}, which cannot be read ({problem})"
        raise FileRefused(found, "comma-separated text, texts with commas in quotes", advice=ADVICE) from None


def _encoding(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            data.decode(encoding)
            return encoding
        except UnicodeDecodeError as failure:
            problem = failure
    line = data.count(b"\n", 0, problem.start) + 1
    raise FileRefused(f"the byte {data[problem.start]:#04x} in line {line}", "text in UTF-8", advice=ADVICE)


def at_line(number: int, column: str) -> str:
    """Line and column in words."""
    return f"line {number}, column '{column}'"
