"""Figures of a file as they leave the reader: numbers beside the number of their place and of their column.

A month has some twenty thousand figures; written out in full they would fill the memory of the process that
collects them, so places and columns (``Slot``) are listed once and joined again when a warehouse is written.
"""

from array import array
from collections.abc import Sequence
from itertools import chain, repeat
from typing import NamedTuple

from etl.source import Columns

FACTS, PLACES, SLOTS = "discharge", "discharge_places", "discharge_slots"
NUMBER, NOT_SUBMITTED, SUPPRESSED, INAPPLICABLE = range(4)  # why there is no number; 0 where there is one
ABSENT = float("nan")


class Slot(NamedTuple):
    """What a figure is, apart from its place.

    period: ISO date (first day of a month); basis: total, plain or balanced for months, else empty; days: how many
    days or weekly snapshots the publisher put into a monthly figure, 0 where it does not say.
    """

    series: str
    period: str
    period_type: str
    measure: str
    pathway: str = "all"
    detail: str = ""
    basis: str = ""
    days: int = 0


class Facts:
    """Figures that only grow, each place and each slot numbered once."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], int] = {}
        self._slots: dict[Slot, int] = {}
        self._place, self._slot, self._mark = array("H"), array("H"), array("B")
        self._value = array("d")

    def number(self, slots: Sequence[Slot]) -> list[int]:
        """The numbers of some slots, for ``add``."""
        return [self._slots.setdefault(slot, len(self._slots)) for slot in slots]

    def add(
        self,
        areas: Sequence[tuple[str, str]],
        slots: Sequence[int],
        values: Sequence[Sequence[float]],
        marks: Sequence[Sequence[int]],
    ) -> None:
        """A row of figures for each area (its type and code) in numbered slots; NaN where a mark says why."""
        width = len(slots)
        for area in areas:
            place = self._places.setdefault(area, len(self._places))
            self._place.extend(repeat(place, width))
        self._slot.extend(array("H", slots) * len(areas))
        self._value.extend(chain.from_iterable(values))
        self._mark.extend(chain.from_iterable(marks))

    def tables(self) -> dict[str, Columns]:
        """The tables that a staging of discharges puts together again."""
        facts = {"place": self._place, "slot": self._slot, "value": self._value, "mark": self._mark}
        places = {
            "place": list(self._places.values()),
            "area_type": [kind for kind, _ in self._places],
            "area_code": [code for _, code in self._places],
        }
        slots: Columns = {"slot": list(self._slots.values())}
        slots |= {name: list(values) for name, values in zip(Slot._fields, zip(*self._slots, strict=True), strict=True)}
        return {FACTS: facts, PLACES: places, SLOTS: slots}  # type: ignore[dict-item]
