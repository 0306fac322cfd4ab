"""Text answers (CSV) with damage that a reader of workbooks never meets: encodings, lines, quotes, columns."""

import csv
import io
import random
from collections.abc import Callable, Iterator

from tests.faults.corpus.samples import Sample
from tests.faults.corpus.verdict import Case

Rows = list[list[str]]
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
        yield Case(name, text.replace(",", f",{mark}", 40).encode(), where=PLACE)


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
        yield Case(name, changed.encode(), where=PLACE, other=False)


def columns(sample: Sample) -> Iterator[Case]:
    """Columns that are gone, renamed, new, there twice or in another order."""
    rows = list(csv.reader(io.StringIO(sample.body.decode("utf-8-sig"))))
    head = rows[0]
    yield Case("columns in reverse", _text([row[::-1] for row in rows]), where=PLACE)
    yield Case("a column more", _text([[*row, "new"] for row in rows]), where=PLACE)
    yield Case("a thousand columns more", _text([[*row, *["x"] * 1000] for row in rows[:40]]), where=PLACE)
    yield Case("every column twice", _text([row * 2 for row in rows]), where=PLACE)
    for column, name in enumerate(head):
        yield Case(
            f"without {name}", _text([row[:column] + row[column + 1 :] for row in rows]), where=PLACE, other=True
        )
        renamed = [[*head[:column], "Another", *head[column + 1 :]], *rows[1:]]
        yield Case(f"{name} under another name", _text(renamed), where=PLACE, other=True)


def values(sample: Sample) -> Iterator[Case]:
    """A number that is none, or another number: refused with its line, or with the total that it breaks."""
    rows = list(csv.reader(io.StringIO(sample.body.decode("utf-8-sig"))))
    chance = random.Random(f"values {sample.source.id}")
    column = _column_of_numbers(rows)
    line = chance.randrange(len(rows) // 4, len(rows) // 2)
    value = rows[line][column]
    words = (
        "NaN",
        "inf",
        "1e309",
        "1e3",
        "-5",
        "5%",
        "*",
        "-",
        "..",
        "<5",
        "#REF!",
        "TRUE",
        "",
        " ",
        "1_000",
        "1,000.5",
    )
    words += ("\u0661\u0662\u0663", "\u22125", "1.5", "=1+1", "9" * 30, "twelve", str(int(float(value)) + 1))
    for word in words:
        changed = _change(rows, line, column, lambda _, word=word: word)
        yield Case(f"{word!r} in line {line + 1}", changed, where=(*PLACE, "residents", "England", "sum", "total"))
    for digit in range(8):
        where = chance.randrange(1, len(rows))
        changed = _change(rows, where, column, lambda old: old[:-1] + str((int(old[-1]) + 3) % 10) if old else "7")
        yield Case(f"a digit in line {where + 1}, {digit}", changed, where=(*PLACE, "England", "sum", "total"))


def _change(rows: Rows, line: int, column: int, change: Callable[[str], str]) -> bytes:
    changed = list(rows)
    changed[line] = [change(cell) if c == column else cell for c, cell in enumerate(rows[line])]
    return _text(changed)


def _column_of_numbers(rows: Rows) -> int:
    """The column with the most different whole numbers."""
    plain = [c for c in range(len(rows[0])) if all(row[c].isdigit() for row in rows[1:200] if len(row) > c)]
    return max(plain, key=lambda c: len({row[c] for row in rows[1:] if len(row) > c}))


def _a_name(sample: Sample) -> str:
    rows = list(csv.reader(io.StringIO(sample.body.decode("utf-8-sig"))))
    return next(cell for cell in rows[1] if cell and not any(letter.isdigit() for letter in cell))


def _text(rows: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
