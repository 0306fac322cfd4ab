"""The fictional NHS organisations: three NHS regions, one board and two trusts in each of the nine regions.

Trusts are named for a council of their region and take their size from the councils there, so that national
demonstration totals can be shared out among them.
"""

from dataclasses import dataclass, replace
from functools import cache

from domain.demonstration import NHS_REGIONS, REGIONS
from etl.demo.councils import councils

REGIONS_EACH = 3  # regions in one NHS region
MERGED, SUCCESSOR, MERGED_ON = "DMT41", "DMT08", "2017-10"  # a trust that another took over, and the first month after
MERGED_SHARE = 0.4  # of the work of both


@dataclass(frozen=True)
class Board:
    """A fictional integrated care board: code, name and the NHS region it lies in."""

    code: str
    name: str
    region_code: str
    region: str


@dataclass(frozen=True)
class Trust:
    """A fictional provider: code, name, its board, and its share of England's hospital work (they add up to 1).

    major: whether it has a major A&E department; the others have a minor injuries unit only.
    """

    code: str
    name: str
    board: Board
    share: float
    major: bool


@cache
def boards() -> tuple[Board, ...]:
    """One board for each fictional region."""
    parents = list(NHS_REGIONS.items())
    return tuple(
        Board(f"DMI{n + 1:02d}", f"NHS {name} Integrated Care Board", *parents[n // REGIONS_EACH])
        for n, name in enumerate(REGIONS.values())
    )


def merged() -> Trust:
    """The trust that another took over."""
    into = next(one for one in trusts() if one.code == SUCCESSOR)
    return Trust(MERGED, "Old Infirmary of Trentholme NHS Trust", into.board, into.share * MERGED_SHARE, major=True)


def trusts_of(month: str) -> tuple[Trust, ...]:
    """The trusts of a month, with their shares then."""
    if month >= MERGED_ON:
        return trusts()
    kept = [replace(one, share=one.share * (1 - MERGED_SHARE)) if one.code == SUCCESSOR else one for one in trusts()]
    return (*kept, merged())


@cache
def trusts() -> tuple[Trust, ...]:
    """Two hospital trusts for each board, and a community trust for every third."""
    found: list[tuple[str, Board, float, bool]] = []
    for board, region in zip(boards(), REGIONS.values(), strict=True):
        here = sorted((c for c in councils() if c.region == region), key=lambda c: -c.adults)
        adults = sum(council.adults for council in here)
        for council, share in zip(here[:2], (0.58, 0.42), strict=True):
            found.append((f"{council.name} Hospitals NHS Foundation Trust", board, adults * share, True))
        if board.code in ("DMI03", "DMI06", "DMI09"):
            found.append((f"{region} Community Health NHS Trust", board, adults * 0.05, False))
    total = sum(weight for _, _, weight, _ in found)
    return tuple(
        Trust(f"DMT{n + 1:02d}", name, board, weight / total, major)
        for n, (name, board, weight, major) in enumerate(found)
    )
