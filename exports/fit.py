"""How wide the columns and how high the rows of a sheet are, so that every word shows on screen and on paper.

Programs differ in whether they make room for wrapped text by themselves when they open a workbook, so the room is
worked out here: widths in digits of the workbook's face (Arial, whose letters are measured below), heights in lines.
"""

import functools
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from components import text
from exports.pack import Absent, Number, Table

LINE = 15.75  # points of a line
TALLEST = 409.0  # points that a row can have
MONTH, DAY, NUMBER, TEXT = 17, 18, 11, 30  # widths by kind; NUMBER is the least, TEXT the most
FEW, WHY = 8, 14  # columns of a table with room for any reason of an absent number on one line; room in wider ones
WIDTHS = {  # the most of columns whose text is long
    "unit": 17,
    "said": 120,
    "why": 36,
    "reason": 44,
    "alternative": 40,
    "compared": 22,
    "in_words": 34,
    "note": 26,
    "publication": 32,
    "publisher": 20,
    "file_name": 27,
    "url": 44,
    "sha256": 36,
}
DIGIT = 0.556  # of the size of the face; as wide as most small letters
LETTERS = {
    **dict.fromkeys("ijl'|", 0.222),
    **dict.fromkeys("ftI.,:;/! []()-\u00a0", 0.3),
    **dict.fromkeys("rkcsvxyzJ", 0.5),
    **dict.fromkeys("ABEKPSVXY&", 0.667),
    **dict.fromkeys("CDHNRUGOQw", 0.75),
    **dict.fromkeys("mM%W", 0.9),
}
BOLD = 1.08  # times wider
EDGE = 2.0  # digits of a cell that stay free
SPARE = 9  # digits of a column that nothing stands in


def shown(value: Any) -> str:
    """A value as its cell shows it, near enough to measure."""
    if isinstance(value, Number):
        return f"{value.value:,.{value.decimals}f}{value.unit and ' '}{value.unit}"
    if isinstance(value, date):
        return text.day(value)
    return f"{value:,.1f}" if isinstance(value, float) else "" if value is None else str(value)


@functools.lru_cache(maxsize=4096)
def digits(words: str) -> float:
    """How many digits wide some words are."""
    return sum(LETTERS.get(letter, DIGIT) for letter in words) / DIGIT


def widths(table: Table) -> list[int]:
    """Width of each column: numbers and the longest word of the title on one line, texts wrapped."""
    return [_width(table, at) for at in range(len(table.columns))]


def _width(table: Table, at: int) -> int:
    column, cells = table.columns[at], [row[at] for row in table.rows]
    word = max(digits(part) for part in column.title.split()) * BOLD
    longest = max((digits(shown(one)) for one in cells if not isinstance(one, Absent)), default=0.0)
    absent = max((digits(str(one)) for one in cells if isinstance(one, Absent)), default=0.0)
    if column.kind in ("month", "day"):
        room: float = MONTH if column.kind == "month" else DAY
    elif column.kind == "number":
        room = max(NUMBER, longest, absent if len(table.columns) <= FEW else min(absent, WHY))
    else:
        room = min(WIDTHS.get(column.key, TEXT), longest + 1)
    return round(max(word, room) + EDGE + 0.5)


def height(values: Sequence[Any], room: Sequence[float], *, bold: bool = False) -> float:
    """Height in points of a row whose cells have these widths."""
    times = BOLD if bold else 1.0
    lines = max((_lines(shown(one), (wide - EDGE) / times) for one, wide in zip(values, room, strict=True)), default=1)
    return min(TALLEST, lines * LINE)


def _lines(words: str, wide: float) -> int:
    """How many lines words take; a word longer than a line is broken, as addresses are."""
    lines, used = 1, 0.0
    for part in re.findall(r"[^ \n-]+-?[ \n]*|-[ \n]*", words):
        long = digits(part.rstrip())
        if used and used + long > wide:
            lines, used = lines + 1, 0.0
        lines += int(long / wide)
        used += digits(part) if long <= wide else digits(part) % wide
    return lines


def spare(said: Sequence[str], room: Sequence[float]) -> int:
    """How many columns to the right of a table its longest line needs, so that paper does not cut it."""
    lacking = max((digits(one) for one in said), default=0.0) - sum(room)
    return max(0, int(-(-lacking // SPARE)))
