"""What stands in a cell: a number, or why there is none; and the words beside it."""

from domain import breaks, status
from domain.indicators import DELAYS, INDICATOR_BY_ID
from exports.pack import NOT_HELD, NOT_SHOWN, NOT_SUBMITTED, Absent
from warehouse.queries.series import Observation

Cell = float | int | Absent
ENDED = "the count of delays ended in February 2020"


def whole(value: float) -> float | int:
    """A number without a decimal point where it is whole."""
    return int(value) if float(value).is_integer() else value


def number(value: float | None, state: str) -> Cell:
    """A number, or ``Absent`` by its status."""
    if value is not None:
        return whole(value)
    return NOT_SHOWN if state == status.REFUSED else NOT_SUBMITTED


def value(one: Observation | None) -> Cell:
    """The value of an observation; ``not held`` where there is none."""
    return NOT_HELD if one is None else number(one.value, one.status)


def state(one: Observation | None) -> str:
    """The status of an observation in words."""
    return NOT_HELD.words if one is None else status.LABELS[one.status]


def note(one: Observation | None, indicator: str, month: str) -> str:
    """What has to be said of an observation, or of its absence."""
    if one is not None:
        return one.note
    ended = INDICATOR_BY_ID[indicator].family == DELAYS and month > breaks.DTOC_LAST
    return ENDED if ended else ""
