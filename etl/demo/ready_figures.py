"""Invented times from the ready date to discharge: people and bed days of every band, by trust, board and council."""

import random
from dataclasses import dataclass

from domain import areas, periods
from domain.demonstration import SEED
from domain.discharge_ready import BANDS, DELAYED
from etl.demo.cells import split
from etl.demo.councils import councils
from etl.demo.organisations import Trust, boards, trusts

READY_MONTHS = periods.span("2023-09", "2024-08")
DISCHARGES = 96_000  # a month, England of the demonstration
NOT_ACCEPTABLE = {("DMT05", "2023-11"), ("DMT05", "2023-12"), ("DMT14", "2024-02")}
_WEIGHTS = {"0": 0.865, "1": 0.046, "2_3": 0.034, "4_6": 0.024, "7_13": 0.019, "14_20": 0.007, "21_plus": 0.005}
_DAYS = {"1": 1.0, "2_3": 2.45, "4_6": 4.85, "7_13": 9.4, "14_20": 16.6, "21_plus": 34.0}


@dataclass(frozen=True)
class Ready:
    """An area of the publication: codes and names as printed, people and bed days by band (None: not acceptable)."""

    kind: str
    code: str
    name: str
    region: str = ""
    icb: str = ""
    people: dict[str, int] | None = None
    days: dict[str, int] | None = None
    providers: tuple[int, int] | None = None  # with acceptable data, and all


def areas_of(month: str) -> list[Ready]:
    """England, the NHS regions, the boards, the trusts and the councils of a month."""
    rng = random.Random(f"{SEED}/ready/{month}")
    found = [_trust(trust, month, rng) for trust in trusts()]
    region_of = {board.code: board.region for board in boards()}
    made = [_sum(areas.COUNTRY, "National", "ENGLAND", found)]
    for code, name in sorted({board.region_code: board.region for board in boards()}.items()):
        made.append(_sum("nhs_region", code, name.upper(), [one for one in found if one.region == name.upper()]))
    for board in boards():
        theirs = [one for one in found if one.icb == board.name.upper()]
        made.append(_sum("icb", board.code, board.name.upper(), theirs, region_of[board.code].upper()))
    return [*made, *found, *_councils(month, rng)]


def _trust(trust: Trust, month: str, rng: random.Random) -> Ready:
    lead = (trust.name.upper(), trust.board.region.upper(), trust.board.name.upper())
    drift = rng.uniform(0.8, 1.25)
    if (trust.code, month) in NOT_ACCEPTABLE:
        return Ready("provider", trust.code, *lead, providers=(0, 1))
    people, days = _banded(round(DISCHARGES * trust.share * rng.uniform(0.97, 1.03)), drift)
    return Ready("provider", trust.code, *lead, people, days, (1, 1))


def _banded(total: int, drift: float) -> tuple[dict[str, int], dict[str, int]]:
    weights = {band: weight * (drift if band != "0" else 1.0) for band, weight in _WEIGHTS.items()}
    people = split(total, weights)
    return people, {band: round(people[band] * _DAYS[band]) for band in DELAYED}


def _sum(kind: str, code: str, name: str, parts: list[Ready], region: str = "") -> Ready:
    held = [one for one in parts if one.people and one.days]
    people = {band: sum((one.people or {})[band] for one in held) for band in BANDS}
    days = {band: sum((one.days or {})[band] for one in held) for band in DELAYED}
    return Ready(kind, code, name, region, "", people, days, (len(held), len(parts)))


def _councils(month: str, rng: random.Random) -> list[Ready]:
    adults = sum(council.adults for council in councils())
    found = []
    for council in councils():
        people, days = _banded(round(DISCHARGES * council.adults / adults * 0.97), rng.uniform(0.75, 1.3))
        found.append(Ready(areas.COUNCIL, council.ons_code, council.name, people=people, days=days))
    return found
