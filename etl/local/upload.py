"""An upload as it was read: whose, seen as at which month, and the rows of each sheet in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]  # field name to text, number or None; months, periods and dates as ISO text
Rows = Mapping[str, tuple[Row, ...]]  # sheet name to its rows


@dataclass(frozen=True)
class About:
    """The first sheet of a workbook: the place, its councils, the month it is seen from, and who uploads, as a role."""

    place_name: str
    area_codes: tuple[str, ...]
    as_at: str
    role: str

    @property
    def place_id(self) -> str:
        """Id of the place: the code of its one council, else its name in small letters and dashes."""
        if len(self.area_codes) == 1:
            return self.area_codes[0]
        return re.sub(r"[^a-z0-9]+", "-", self.place_name.casefold()).strip("-")


@dataclass(frozen=True)
class Upload:
    """One accepted upload. A sheet that it holds replaces that sheet of the place, unless it adds."""

    id: str
    about: About
    accepted_at: str
    file_name: str
    sha256: str
    rows: Rows
    counts: Mapping[str, int] = field(default_factory=dict)  # added, changed, removed
    undone_at: str = ""
    adds: bool = False  # its rows stand beside those held (one whose key is held takes its place)

    @property
    def counting(self) -> bool:
        """Whether it was not taken back."""
        return not self.undone_at
