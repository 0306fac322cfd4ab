"""What a field and a sheet are: the declaration that the template, the reader and the tables are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TEXT, LONG, CODE, CHOICE, CHOICES, AREA = "text", "long", "code", "choice", "choices", "area"
NUMBER, WHOLE, MONEY, DATE, MONTH, PERIOD = "number", "whole", "money", "date", "month", "period"
SQL = {NUMBER: "DOUBLE", WHOLE: "INTEGER", MONEY: "DOUBLE", DATE: "DATE"}
LONGEST = {TEXT: 200, LONG: 2_000, CODE: 40, AREA: 100}


@dataclass(frozen=True)
class Field:
    """A column of a sheet and of its table.

    kind: how a cell is read (``code``: letters, digits, dot, dash; ``choices``: several, separated by commas; ``area``:
    code or name of a council; ``month`` YYYY-MM; ``period`` see ``spans``; ``money`` in pounds). choices: ids with
    labels (either may be written). refers: ``sheet.field`` in which the value must stand. least, most: of numbers.
    """

    name: str
    label: str
    kind: str
    doc: str
    example: Any = ""
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    refers: str = ""
    least: float | None = None
    most: float | None = None
    default: Any = None

    @property
    def sql(self) -> str:
        """SQL type of its column: texts unless it is a number or a date."""
        return SQL.get(self.kind, "VARCHAR")


@dataclass(frozen=True)
class Sheet:
    """A sheet of the workbook: one table, whose key names one row."""

    name: str
    title: str
    doc: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @property
    def by_name(self) -> dict[str, Field]:
        """Fields by name."""
        return {one.name: one for one in self.fields}
