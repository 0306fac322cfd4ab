"""Every council's invented delays shared out over trusts, so that trusts and councils add up to the same days."""

from collections.abc import Mapping
from functools import cache

from domain import areas, delays
from domain.demonstration import REGIONS
from etl.demo import cells
from etl.demo.cells import Cells
from etl.demo.council_workbooks import outside_cells
from etl.demo.councils import Council
from etl.demo.figures import MONTHS
from etl.demo.organisations import Trust, trusts

TRUST_MONTHS = MONTHS[-12:]
NEIGHBOUR = 0.06  # of a council's delays, in a trust of the next region
Shared = dict[Trust, dict[str, Cells]]  # trust to NHS code of the council to cells


@cache
def _near(region: str) -> tuple[list[Trust], Trust]:
    """The trusts of a region, and the first of the next one."""
    names = list(REGIONS.values())
    by_region = {name: [t for t in trusts() if t.board.name == f"NHS {name} Integrated Care Board"] for name in names}
    following = names[(names.index(region) + 1) % len(names)]
    return by_region[region], by_region[following][0]


def share(month: str, figures: Mapping[Council, Cells | None]) -> Shared:
    """Cells of every trust and council in a month; councils that sent no return have no delays anywhere."""
    found: Shared = {trust: {} for trust in trusts()}
    for council, theirs in figures.items():
        if theirs:
            _share_one(found, council.nhs_code, theirs, council.region, len(council.name))
    for code, theirs in outside_cells(month).items():
        _share_one(found, code, theirs, next(iter(REGIONS.values())), 0)
    return found


def _share_one(found: Shared, code: str, theirs: Cells, region: str, lean: int) -> None:
    """One council's cells over the trusts of its region; community trusts hold non-acute delays only."""
    near, neighbour = _near(region)
    for (care, reason, body), value in theirs.items():
        holders = [trust for trust in near if trust.major or care == delays.NON_ACUTE]
        weights = {trust.code: 1.0 + (lean + place) % 3 for place, trust in enumerate(holders)}
        weights[neighbour.code] = NEIGHBOUR * sum(weights.values())
        by_code = {trust.code: trust for trust in [*holders, neighbour]}
        for trust, days in cells.split(value, weights).items():
            if days:
                found[by_code[trust]].setdefault(code, {})[care, reason, body] = days


def of_trust(held: Mapping[str, Cells]) -> Cells:
    """All of a trust's cells, whichever council they belong to."""
    return cells.add(list(held.values()))


def council_names(figures: Mapping[Council, Cells | None]) -> dict[str, str]:
    """Names of the councils and of people who live elsewhere, by NHS code, in capitals as in the extracts."""
    named = {council.nhs_code: council.name for council in figures} | areas.OUTSIDE_CODES
    return {code: name.upper() for code, name in named.items()}
