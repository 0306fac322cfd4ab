"""Text answers (CSV) with damage that a reader of workbooks never meets: encodings, lines, quotes, columns."""

import csv
import io
import random
from collections.abc import Iterator

from tests.faults.corpus.samples import Sample
from tests.faults.corpus.verdict import NOTHING, Case

Rows = list[list[str]]
FEWER = ("the first half", "one line fewer")  # nothing but a total can tell
NO_TOTALS = ("dtoc_extracts",)  # each line stands for itself: no total can tell that a digit changed
BLANKS = ("", " ", "-", "..", "*")  # nothing, to sources that say so
NO_NUMBERS = (
    *("NaN", "inf", "1e309", "1e3", "-5", "5%", "<5", "#REF!", "TRUE", "1_000", "1,000.5", "1.5", "=1+1", "twelve"),
    *("\u0661\u0662\u0663", "\u22125", "9" * 30),
)
PLACE = ("line", "column", "rows", "BOM", "UTF", "byte")


def encodings(sample: Sample) -> Iterator[Case]:
    """The text in other encodings: the ones that say what they are may be read, no other."""
    text = sample.body.decode("utf-8-sig")
    accented = text.replace(_a_name(sample), "Caf\u00e9 town", 1)
    yield Case("UTF-8 with its mark", b"\xef\xbb\xbf" + text.encode(), same=True)
    for coding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"):
        yield Case(f"{coding}", text.encode(coding), where=PLACE)
    for coding in ("cp1252", "mac-roman", "cp850"):
        yield Case(f"{coding} with letters outside ASCII", accented.encode(coding), where=PLACE)
    yield Case("UTF-8 with letters outside ASCII", accented.encode(), where=PLACE)
    for name, more in {
        "NUL": b"\0",
        "a lone byte": b"\xff",
        "half a letter": b"\xe2\x82",
        "a surrogate": b"\xed\xa0\x80",
    }.items():  # noqa: E501
        for at in (3, len(sample.body) // 2, len(sample.body)):
            yield Case(f"{name} at {at}", sample.body[:at] + more + sample.body[at:], where=PLACE)
    for name, mark in {"turned text": "\u202e", "no width": "\u200b", "no-break space": "\u00a0"}.items():
        yield Case(name, text.replace(",", f",{mark}", 40).encode(), where=PLACE, other=True)


def lines(sample: Sample) -> Iterator[Case]:
    """The same rows in other lines, with other separators or quotes."""
    text = sample.body.decode("utf-8-sig").replace("\r\n", "\n")
    middle = text.index("\n", len(text) // 2) + 1
    for name, changed in {
        "lines that end in LF": text,
        "lines that end in CR": text.replace("\n", "\r"),
        "a blank line on top": "\n\n" + text,
        "blank lines between": text.replace("\n", "\n\n"),
        "semicolons": text.replace(",", ";"),
        "tabs": text.replace(",", "\t"),
        "bars": text.replace(",", "|"),
        "no last line end": text.rstrip("\n"),
        "the last line twice": text + text.rstrip("\n").rsplit("\n", 1)[-1] + "\n",
        "everything twice": text + text,
        "the headings in the middle": text[:middle] + text[: text.index("\n") + 1] + text[middle:],
        "a quote that never ends": text[:middle] + '"' + text[middle:],
        "a quote inside": text[:middle] + 'a"b,c"d\n' + text[middle:],
        "a field of ten million letters": text[:middle] + '"' + "x" * 10_000_000 + '"\n' + text[middle:],
        "a note below": text + "\nSource: the publisher\n",
        "a web page below": text + "<html>Sorry</html>\n",
        "the first half": text[:middle],
        "one line fewer": text[:middle] + text[text.index("\n", middle) + 1 :],
        "a line cut short": text[: middle - 4] + "\n" + text[middle:],
        "headings only": text[: text.index("\n") + 1],
        "headings twice": text[: text.index("\n") + 1] + text,
        "no headings": text[text.index("\n") + 1 :],
    }.items():
        yield Case(name, changed.encode(), where=PLACE, other=True, fewer=name in FEWER, reads_as=NOTHING)


def columns(sample: Sample) -> Iterator[Case]:
    """Columns that are gone, renamed, new, there twice or in another order."""
    rows = _rows(sample)
    at = _heading(rows)
    yield Case("columns in reverse", _text([row[::-1] for row in rows]), where=PLACE, other=True)
    yield Case("a column more", _text([[*row, "new"] for row in rows]), where=PLACE, other=True)
    yield Case("a thousand columns more", _text([[*row, *["x"] * 1000] for row in rows[:40]]), where=PLACE, other=True)
    yield Case("every column twice", _text([row * 2 for row in rows]), where=PLACE, other=True)
    for column, name in enumerate(rows[at]):
        without = [row[:column] + row[column + 1 :] for row in rows]
        yield Case(f"without {name}", _text(without), where=PLACE, other=True)
        renamed = [_with(row, column, "Another") if number == at else row for number, row in enumerate(rows)]
        yield Case(f"{name} under another name", _text(renamed), where=PLACE, other=True)


def values(sample: Sample) -> Iterator[Case]:
    """A number that is none, or another number: refused with its line, or with the total that it breaks."""
    rows, chance = _rows(sample), random.Random(f"values {sample.source.id}")
    column = _column_of_numbers(rows)
    numbered = [number for number, row in enumerate(rows) if len(row) > column and _numeric(row[column])]
    line = chance.choice(numbered)
    places = (*PLACE, "residents", "England", "sum", "total")
    one_more = str(int(float(rows[line][column].replace(",", ""))) + 1)
    for word in (*NO_NUMBERS, *BLANKS, *([] if sample.source.id in NO_TOTALS else [one_more])):
        changed = [_with(row, column, word) if number == line else row for number, row in enumerate(rows)]
        reads_as = NOTHING if word in BLANKS else ()
        yield Case(f"{word!r} in line {line + 1}", _text(changed), where=places, reads_as=reads_as)
    for digit in range(8):
        where = chance.choice(numbered)
        other = rows[where][column][:-1] + str((int(rows[where][column][-1]) + 3) % 10)
        changed = [_with(row, column, other) if number == where else row for number, row in enumerate(rows)]
        reads_as = (int(other),) if sample.source.id in NO_TOTALS else ()
        yield Case(f"a digit in line {where + 1}, {digit}", _text(changed), where=places, reads_as=reads_as)


def _rows(sample: Sample) -> Rows:
    return list(csv.reader(io.StringIO(sample.body.decode("utf-8-sig"))))


def _with(row: list[str], column: int, value: str) -> list[str]:
    return [*row[:column], value, *row[column + 1 :]]


def _heading(rows: Rows) -> int:
    """The line of the headings: the first that is as wide as any near the top."""
    widths = [len(row) for row in rows[:40]]
    return widths.index(max(widths))


def _numeric(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "", 1).isdigit() and cell[-1:].isdigit()


def _column_of_numbers(rows: Rows) -> int:
    """The column with the most different numbers among those that hold mostly numbers."""
    some = rows[_heading(rows) + 1 :][:200]
    shares = [sum(_numeric(row[c]) for row in some if len(row) > c) for c in range(len(rows[_heading(rows)]))]
    plain = [c for c, share in enumerate(shares) if 2 * share >= max(shares)]
    return max(plain, key=lambda c: len({row[c] for row in rows if len(row) > c and _numeric(row[c])}))


def _a_name(sample: Sample) -> str:
    rows = _rows(sample)
    words = (cell for row in rows[_heading(rows) + 1 :] for cell in row)
    return next(cell for cell in words if cell and not any(letter.isdigit() for letter in cell))


def _text(rows: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
