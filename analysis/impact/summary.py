"""A scheme's line in the register: one verdict a level, never an average (METHODS M21)."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.impact.facts import BALANCING, OUTCOME, PROCESS
from analysis.impact.reasons import GROUPS, SUBSTITUTED, WORKING, WORSE
from analysis.impact.verdict import Verdict

OPERATIONAL, STRATEGIC, PERSONAL = "operational", "strategic", "personal"
LEVELS = (OPERATIONAL, STRATEGIC, PERSONAL)


@dataclass(frozen=True)
class Judged:
    """An indicator of a scheme with its verdict, in the order registered. primary: the scheme's primary indicator."""

    indicator: str
    level: str
    role: str
    verdict: Verdict
    primary: bool = False


@dataclass(frozen=True)
class Cell:
    """What a level shows: the code (``substituted`` where it overrides) and the indicator that decided it."""

    code: str
    judged: Judged


@dataclass(frozen=True)
class Summary:
    """A scheme's line.

    code: of the primary indicator, or ``substituted``; group: key for counting schemes (``reasons.GROUPS``); judged:
    the primary indicator; worse: balancing indicators that got worse; levels: None where nothing is registered.
    """

    code: str
    group: str
    judged: Judged
    worse: tuple[str, ...]
    levels: dict[str, Cell | None]


def summary(judged: Sequence[Judged]) -> Summary | None:
    """The line of a scheme; None where it has no indicator.

    The scheme's verdict is its primary indicator's (where none is named: the first outcome registered). A level
    shows its primary indicator; without, its first outcome; without, a balancing indicator that got worse; then
    the first process and the first balancing indicator. Other indicators of the level stand on the scheme's page.
    *Substituted* replaces *working*, on the line and in every level, where a balancing indicator of the scheme got
    worse on any level.
    """
    if not judged:
        return None
    worse = tuple(one.indicator for one in judged if one.role == BALANCING and one.verdict.code == WORSE)
    primary = min(judged, key=_rank)
    code = _overridden(primary.verdict.code, worse)
    levels: dict[str, Cell | None] = {}
    for level in LEVELS:
        first = min((one for one in judged if one.level == level), key=_rank, default=None)
        levels[level] = None if first is None else Cell(_overridden(first.verdict.code, worse), first)
    return Summary(code, GROUPS[code], primary, worse, levels)


def _rank(one: Judged) -> int:
    """Who decides; the first of equals wins, as ``min`` keeps their order."""
    if one.primary:
        return 0
    if one.role == OUTCOME:
        return 1
    if one.role == BALANCING and one.verdict.code == WORSE:
        return 2
    return 3 if one.role == PROCESS else 4


def _overridden(code: str, worse: Sequence[str]) -> str:
    return SUBSTITUTED if worse and code == WORKING else code
