"""The quarterly workbook of beds open overnight, in the layout of 2010-11."""

from typing import Any

from domain import beds, periods
from domain.periods import MONTH_NAMES
from etl.demo import books, calendar
from etl.demo.councils import councils
from etl.demo.figures import MONTHS
from etl.demo.organisations import Trust, trusts

QUARTERS = tuple(month for month in MONTHS if periods.split(month)[1] % 3 == 0)  # by their last month
DELAYED_SHARE = 0.046  # of occupied beds, in the first quarter
_OCCUPANCY = 0.88
_HOSPITAL = {"general_acute": 0.78, "learning_disabilities": 0.01, "maternity": 0.06, "mental_illness": 0.15}
_COMMUNITY = {"general_acute": 0.62, "learning_disabilities": 0.06, "maternity": 0.0, "mental_illness": 0.32}


def occupied(trust: Trust, last: str) -> dict[str, float]:
    """Beds of a trust that are occupied on an average day of a quarter, by sector; winter quarters are fuller."""
    england = sum(council.beds for council in councils()) / DELAYED_SHARE
    number = periods.split(last)[1]
    level = 1.0 - 0.004 * (periods.gap(MONTHS[0], last) // 12) + {3: 0.012, 12: 0.004, 9: -0.012, 6: -0.004}[number]
    return {
        sector: round(england * trust.share * level * part, 2)
        for sector, part in (_HOSPITAL if trust.major else _COMMUNITY).items()
    }


def workbook(last: str) -> bytes:
    """The workbook of the quarter that ends with a month."""
    quarter = beds.quarter_name(last)
    title = (
        "Average daily number of available and occupied beds open overnight by sector, "
        f"NHS organisations in England, Quarter {quarter[-1]} {quarter[:7]}"
    )
    day = calendar.published(last)
    sectors = ["Total ", *(beds.SECTOR_LABELS[sector].replace(" and ", " & ").title() for sector in beds.SECTORS)]
    groups: list[Any] = [None] * 22
    groups[5], groups[11], groups[17] = "Available", "Occupied", "% Occupied"
    leads = ["Year", "Period", "Region Code", "Org Code", "Org Name"]
    rows = [(t.board.region_code, t.code, t.name, list(occupied(t, last).values())) for t in trusts()]
    total = [sum(row[3][place] for row in rows) for place in range(len(beds.SECTORS))]
    when = [periods.financial_year(last), MONTH_NAMES[periods.split(last)[1] - 1]]
    table = [_line([*when, region, code, name], found) for region, code, name, found in rows]
    return books.workbook(
        {
            "NHS Trust by Sector": [
                ["Title:", title],
                ["Source:", books.SOURCE_LINE],
                ["Status:", f"Published {periods.day_label(day)}"],
                [None],
                groups,
                [*leads, *sectors, None, *sectors, None, *sectors],
                [None],
                _line([*when, None, None, "England"], total),
                [None],
                *table,
            ]
        }
    )


def _line(leads: list[Any], found: list[float]) -> list[Any]:
    available = [value / _OCCUPANCY for value in found]
    shares = [_OCCUPANCY if value else None for value in [sum(found), *found]]
    return [*leads, sum(available), *available, None, sum(found), *found, None, *shares]
