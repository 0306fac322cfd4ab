"""Beds open overnight (KH03): sectors, and quarters of the financial year."""

from domain import periods

AVAILABLE, OCCUPIED = "beds_available", "beds_occupied"
MEASURES = (AVAILABLE, OCCUPIED)
ALL = "all"
SECTORS = ("general_acute", "learning_disabilities", "maternity", "mental_illness")
SECTOR_LABELS = {
    ALL: "All sectors",
    "general_acute": "General and acute",
    "learning_disabilities": "Learning disabilities",
    "maternity": "Maternity",
    "mental_illness": "Mental illness",
}
UNIT = "beds on an average day"


def quarter_start(month: str) -> str:
    """First month of the quarter that holds a month; quarters begin in January, April, July and October."""
    year, number = periods.split(month)
    return f"{year:04d}-{(number - 1) // 3 * 3 + 1:02d}"


def quarter_name(month: str) -> str:
    """The quarter that holds a month, by financial year: ``2018-01`` is in ``2017-18 Q4``."""
    number = periods.split(month)[1]
    return f"{periods.financial_year(month)} Q{(number - 4) % 12 // 3 + 1}"
