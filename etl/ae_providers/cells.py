"""Counts and shares as the provider files write them: ``1,234``, ``1234.0``, ``80.00%``, ``-`` and nothing at all."""

import re
from typing import Any

from etl import layout
from etl.listing import plain
from etl.problems import FileRefused

ID = "ae_providers"
_COUNT = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.0+)?")
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?) ?%|([01](?:\.[0-9]+)?(?:e-[0-9]+)?)", re.IGNORECASE)
ROUNDING = 1e-6  # a sum of shares worked out by a spreadsheet is not always whole


def count(cell: Any, where: str) -> int | None:
    """A whole number of at least 0, or None where nothing was submitted; raises FileRefused for anything else."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if 0 <= cell < 1e9 and abs(cell - round(cell)) < ROUNDING:
            return round(cell)
    elif isinstance(cell, str):
        if cell.isascii() and cell.isdigit() and len(cell) < 10:
            return int(cell)
        text = plain(cell)
        if missing(text):
            return None
        if (match := _COUNT.fullmatch(text)) and len(match[1]) < 12:
            return int(match[1].replace(",", ""))
    elif cell is None:
        return None
    raise FileRefused(f"'{cell}'", "a whole number of at least 0, or '-' for not submitted", where)


def share(cell: Any, where: str) -> float | None:
    """A share between 0 and 1 from a fraction or from per cent; None for a share of nothing."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if 0 <= cell <= 1 + ROUNDING:
            return float(cell)
    elif cell is None or missing(plain(str(cell))):
        return None
    elif match := _SHARE.fullmatch(plain(str(cell))):
        value = float(match[1]) / 100 if match[1] else float(match[2])
        if value <= 1:
            return value
    raise FileRefused(f"'{cell}'", "a share such as 0.8 or 80.00%, or '-'", where)


def missing(text: str) -> bool:
    """Whether a cell's text says that there is no number."""
    return layout.load(ID).matches("missing", text)
