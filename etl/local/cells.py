"""One cell to one value, by the kind of its field; what cannot be read says what was expected."""

import datetime
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from domain import periods
from domain.local import spans
from domain.local.field import (
    AREA,
    CHOICE,
    CHOICES,
    CODE,
    DATE,
    LONG,
    LONGEST,
    MONEY,
    MONTH,
    NUMBER,
    PERIOD,
    TEXT,
    WHOLE,
    Field,
)
from etl.local.parts import Broken, Percent

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NUMBER = re.compile(r"[+-]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)")
_SLASHED = re.compile(r"([0-9]{4})/(?:[0-9]{2})?([0-9]{2})\b")
NO_LIMIT = 1e12  # a bound that keeps only nonsense out is not worth a word
DIGITS = 15  # significant, as a workbook keeps them: what was taken away reads as what was held
EARLIEST, LATEST = datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)


class Unreadable(ValueError):
    """A cell that cannot be read; the text is what was expected."""


def value(field: Field, cell: Any, areas: Mapping[str, str]) -> Any:
    """The value of a cell: text, number or None for an empty cell (its default, where it has one).

    ``areas`` maps codes and names in small letters to codes. Raises Unreadable.
    """
    if isinstance(cell, Broken):
        raise Unreadable(_expected(field))
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        if field.required:
            raise Unreadable(_expected(field))
        return field.default
    if field.kind == AREA:
        return _area(cell, areas)
    return _READERS[field.kind](field, cell)


def _text(field: Field, cell: Any) -> str:
    if isinstance(cell, bool | datetime.date | datetime.time | datetime.timedelta):
        raise Unreadable(f"{_expected(field)}, in a cell formatted as text")
    text = _plain_number(cell) if isinstance(cell, float | int) else str(cell).strip().replace("\r\n", "\n")
    text = text.replace("\r", "\n")
    if _CONTROL.search(text) or len(text) > LONGEST[field.kind]:
        raise Unreadable(f"{LONGEST[field.kind]} characters at most, without control characters")
    return text


def _code(field: Field, cell: Any) -> str:
    text = _text(field, cell)
    if not _CODE.fullmatch(text):
        raise Unreadable(_expected(field))
    return text


def _choice(field: Field, cell: Any) -> str:
    by_word = {word.casefold(): key for key, label in field.choices.items() for word in (key, label)}
    found = by_word.get(str(cell).strip().casefold())
    if found is None:
        raise Unreadable(_expected(field))
    return found


def _choices(field: Field, cell: Any) -> str:
    parts = [part for part in re.split(r"[,;]", str(cell)) if part.strip()]
    if not parts:
        raise Unreadable(_expected(field))
    return ", ".join(dict.fromkeys(_choice(field, part) for part in parts))


def _area(cell: Any, areas: Mapping[str, str]) -> str:
    found = areas.get(str(cell).strip().casefold())
    if found is None:
        raise Unreadable("the code or name of a council in the national figures")
    return found


def _number(field: Field, cell: Any) -> float:
    if isinstance(cell, str):
        cell = _written_number(field, cell.strip())
    elif isinstance(cell, Percent) and field.kind == NUMBER:
        cell = 100 * float(cell)
    if isinstance(cell, bool | Percent) or not isinstance(cell, float | int) or not math.isfinite(cell):
        raise Unreadable(_expected(field))
    number = float(f"{cell:.{DIGITS}g}") + 0.0  # no minus zero
    if (field.least is not None and number < field.least) or (field.most is not None and number > field.most):
        raise Unreadable(_expected(field))
    return number


def _written_number(field: Field, text: str) -> float:
    """A number written as text, with £ or, where it is no money, with %."""
    text = text.replace("\u2212", "-").removeprefix("£")
    if field.kind == NUMBER:
        text = text.removesuffix("%")
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        raise Unreadable(_expected(field))
    return float(text.replace(",", ""))


def _whole(field: Field, cell: Any) -> int:
    number = _number(field, cell)
    if not number.is_integer():
        raise Unreadable(_expected(field))
    return int(number)


def _date(field: Field, cell: Any) -> str:
    day = cell.date() if isinstance(cell, datetime.datetime) else cell
    if isinstance(cell, str):
        day = _written_day(cell.strip())
    if not isinstance(day, datetime.date) or not EARLIEST <= day < LATEST:
        raise Unreadable(_expected(field))
    return day.isoformat()


def _written_day(text: str) -> datetime.date | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"):
        try:
            return datetime.datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None


def _month(field: Field, cell: Any) -> str:
    text = periods.month_of(cell) if isinstance(cell, datetime.date) else str(cell).strip()
    try:
        found = periods.month(periods.from_words(text) or text)
    except periods.PeriodError:
        raise Unreadable(_expected(field)) from None
    if not EARLIEST <= periods.first_day(found) < LATEST:
        raise Unreadable(_expected(field))
    return found


def _period(field: Field, cell: Any) -> str:
    text = periods.month_of(cell) if isinstance(cell, datetime.date) else _SLASHED.sub(r"\1-\2", str(cell).strip())
    try:
        found = spans.parse(periods.from_words(text) or text)
    except periods.PeriodError as problem:
        raise Unreadable(str(problem).split(" is not ")[1]) from None
    if not EARLIEST <= periods.first_day(found.start) < LATEST:
        raise Unreadable(_expected(field))
    return found.text


def _plain_number(number: float) -> str:
    """A number in a cell of text, as it is seen there."""
    if isinstance(number, Percent):
        return f"{100 * number:.{DIGITS}g}%"
    return str(int(number)) if float(number).is_integer() and abs(number) < 1e15 else repr(number)


def _expected(field: Field) -> str:
    """What a field holds, in words."""
    if field.kind in (CHOICE, CHOICES):
        return " or ".join(field.choices) if len(field.choices) <= 8 else "one of the list of this column"
    if field.kind in (NUMBER, MONEY, WHOLE):
        kind = "a whole number" if field.kind == WHOLE else "a number"
        if field.least is not None and field.most is not None and field.least > -NO_LIMIT:
            return f"{kind} from {field.least:g} to {field.most:,.0f}"
        return kind
    return {
        CODE: "letters, digits, dots and dashes, at most 40",
        DATE: "a date from 2000 on, such as 2018-04-30",
        MONTH: "a month from 2000 on, such as 2018-04",
        PERIOD: "a month such as 2018-04, a quarter such as 2018-19 Q1 or a year such as 2018-19",
        AREA: "the code or name of a council in the national figures",
    }.get(field.kind, "text")


_READERS: Mapping[str, Callable[[Field, Any], Any]] = {
    TEXT: _text,
    LONG: _text,
    CODE: _code,
    CHOICE: _choice,
    CHOICES: _choices,
    NUMBER: _number,
    MONEY: _number,
    WHOLE: _whole,
    DATE: _date,
    MONTH: _month,
    PERIOD: _period,
}
