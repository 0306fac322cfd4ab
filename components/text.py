"""Numbers and changes in plain English: one place decides how figures read.

Percentages of change are whole numbers unless under 2; numbers never break from their sign (no-break space).
"""

import functools
import math
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from analysis.change import Change
from domain import periods

NBSP = "\u00a0"
MINUS = "\u2212"


def whole(value: float) -> str:
    """``4883.3`` as ``4,883``; negative numbers with a real minus sign."""
    return f"{abs(round_half_up(value)):,}".join((MINUS if value < 0 and round_half_up(value) else "", ""))


def round_half_up(value: float) -> int:
    """Nearest whole number, halves away from zero, as the publishers round."""
    return int(abs(value) + 0.5) * (1 if value >= 0 else -1)


def decimal(value: float, places: int) -> str:
    """A number with a fixed count of decimals and thousands commas."""
    exact = Decimal(repr(abs(value))).quantize(_quantum(places), ROUND_HALF_UP)
    text = f"{exact:,.{places}f}"
    return (MINUS if value < 0 and float(text.replace(",", "")) else "") + text


@functools.cache
def _quantum(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


def people(value: float) -> str:
    """A number of people a day: whole from 100 on, else with one decimal; a few are never said as none."""
    if not value:
        return "0"
    if value < 0.05:
        return "under 0.1"
    return whole(value) if value >= 99.95 else decimal(value, 1)


def share(part: float) -> str:
    """A part of a whole: ``71 %``, ``1.6 %`` under 2, ``0 %`` for none."""
    return percent(part) if part else f"0{NBSP}%"


def percent(ratio: float) -> str:
    """The size of a relative change, without sign: ``27 %``, ``1.6 %`` under 2, ``from none`` for a rise from 0."""
    if math.isinf(ratio):
        return "from none"
    size = abs(ratio) * 100
    return f"{size:.1f}{NBSP}%" if size < 1.95 else f"{round_half_up(size)}{NBSP}%"


def signed_percent(ratio: float) -> str:
    """A relative change with its sign: ``+5 %`` or ``−27 %``; ``no change`` when it rounds to nothing."""
    if math.isinf(ratio):
        return "up from none"
    if f"{abs(ratio) * 100:.1f}" == "0.0":
        return "no change"
    return f"{'+' if ratio > 0 else MINUS}{percent(ratio)}"


def more_or_fewer(change: Change, *, countable: bool = True) -> str:
    """``27 % fewer``, ``5 % more`` or ``about as many``; ``lower`` and ``higher`` for rates."""
    if change.direction == "similar":
        return "about as many" if countable else "about the same"
    down, up = ("fewer", "more") if countable else ("lower", "higher")
    if math.isinf(change.ratio):
        return f"{up} (from none)"
    return f"{percent(change.ratio)} {up if change.ratio > 0 else down}"


def month(of: str) -> str:
    """A month in words, unbroken: ``January 2018``."""
    return periods.label(of).replace(" ", NBSP)


def stretch(start: str, end: str) -> str:
    """``October 2016 to January 2018``, or the month itself when it is one."""
    return month(end) if start == end else f"{month(start)} to {month(end)}"


def day(of: date | None) -> str:
    """A date in words, unbroken, or ``no date printed``."""
    return periods.day_label(of).replace(" ", NBSP) if of else "no date printed"


def moment(iso: str) -> str:
    """An ISO time in words: ``21 November 2026 at 21:58 UTC``."""
    when = datetime.fromisoformat(iso)
    return f"{day(when.date())} at {when:%H:%M}{NBSP}UTC"


def count(number: int, noun: str) -> str:
    """``1 month`` or ``3 months``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def sentence(words: str) -> str:
    """Words with a capital at their start."""
    return words[:1].upper() + words[1:]


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``4th``, ``11th``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def join(parts: list[str]) -> str:
    """``a``, ``a and b`` or ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
