"""Shares of spend, each with the base that it is a share of (METHODS M24).

Stage, purpose and tags are separate columns of a line; a share uses one of them, and shares by different columns
overlap and are never stacked.
"""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from analysis.rates import Refused

ALLOCATION, SPEND = "allocation", "spend"
SUSTAIN, IMPROVE, ENABLE = "sustain", "improve", "enable"
PURPOSES = (SUSTAIN, IMPROVE, ENABLE)


@dataclass(frozen=True)
class Line:
    """A line of a plan. amounts: by version, in pounds or thousands; a version that is absent is unknown, not 0.

    demand: ``manages``, ``meets`` or empty; tags: such as market, fees, nhs.
    """

    id: str
    purpose: str
    stage: str
    amounts: dict[str, float]
    demand: str = ""
    tags: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Share:
    """An amount and the named base that it is a share of: show both beside the percentage."""

    amount: float
    base: float
    base_name: str
    version: str

    @property
    def ratio(self) -> float:
        """Amount ÷ base."""
        return self.amount / self.base


Choice = Callable[[Line], bool]


def everything(line: Line) -> bool:
    """The choice of every line."""
    return bool(line.id)


def total(lines: Sequence[Line], version: str, of: Choice = everything) -> float:
    """Sum of a version over the chosen lines that have it.

    Raises:
        Refused: where none has it.
    """
    amounts = [line.amounts[version] for line in lines if of(line) and version in line.amounts]
    if not amounts:
        raise Refused(f"no line has an amount for {version}")
    return math.fsum(amounts)


def share(lines: Sequence[Line], of: Choice, version: str, *, allocation: float | None = None) -> Share:
    """The chosen lines of a version ÷ the allocation where one is given, else ÷ the spend of that version.

    Raises:
        Refused: where no line has the version, or the base is 0.
    """
    base, name = (total(lines, version), SPEND) if allocation is None else (allocation, ALLOCATION)
    if base <= 0:
        raise Refused(f"the {name} of {version} is 0: nothing is a share of it")
    return Share(total(lines, version, of), base, name, version)


def by(lines: Sequence[Line], column: Callable[[Line], str], version: str) -> dict[str, float]:
    """Amounts of a version by one column of the lines, in the order in which its values first appear."""
    found: dict[str, list[float]] = {}
    for line in lines:
        if version in line.amounts:
            found.setdefault(column(line), []).append(line.amounts[version])
    return {value: math.fsum(amounts) for value, amounts in found.items()}


@dataclass(frozen=True)
class Slippage:
    """What was planned and not spent where it was planned.

    slipped: Σ of the lines that spend less than planned. moved: of it, into lines that spend more; carried: of it,
    spent on nothing yet. into: those lines with what each got. All shares are of the plan.
    """

    plan: float
    slipped: float
    moved: float
    carried: float
    into: dict[str, float]


def slippage(lines: Sequence[Line], plan: str, actual: str) -> Slippage:
    """Slippage between two versions, line by line, split into what moved to other lines and what is carried forward.

    slipped = Σ max(0, plan − actual), moved = Σ max(0, actual − plan), carried = slipped − moved.

    Raises:
        Refused: where a line lacks one of the versions, or the whole spends more than its plan.
    """
    absent = [line.id for line in lines if plan not in line.amounts or actual not in line.amounts]
    if absent:
        raise Refused(f"{', '.join(absent)} lack {plan} or {actual}: compare like for like instead")
    moves = {line.id: line.amounts[actual] - line.amounts[plan] for line in lines}
    into = {name: move for name, move in moves.items() if move > 0}
    slipped, moved = -math.fsum(move for move in moves.values() if move < 0), math.fsum(into.values())
    if moved > slipped:
        raise Refused("more was spent than planned in all, so nothing slipped on balance")
    return Slippage(total(lines, plan), slipped, moved, slipped - moved, into)


@dataclass(frozen=True)
class LikeForLike:
    """Two versions over the lines present in both. of_lines, of_then: all lines of the earlier version."""

    lines: tuple[str, ...]
    of_lines: int
    then: float
    now: float
    of_then: float

    @property
    def ratio(self) -> float:
        """Now ÷ then − 1 over the lines compared."""
        return self.now / self.then - 1


def like_for_like(lines: Sequence[Line], then: str, now: str, *, without: Collection[str] = ()) -> LikeForLike:
    """The lines present in both versions: "like for like: 17 of 19 schemes, £x of £y".

    without: lines of which an amount is known but not comparable (such as schemes that hardly started).

    Raises:
        Refused: where no line can be compared.
    """
    all_then = [line for line in lines if then in line.amounts]
    both = [line for line in all_then if now in line.amounts and line.id not in without]
    earlier = math.fsum(line.amounts[then] for line in both)
    if earlier <= 0:
        raise Refused(f"no line has both {then} and {now}: nothing is like for like")
    later = math.fsum(line.amounts[now] for line in both)
    return LikeForLike(tuple(line.id for line in both), len(all_then), earlier, later, total(lines, then))


@dataclass(frozen=True)
class Scope:
    """One of nested bases (grant, pooled fund, all interface spend): its amount, and how much of it has a stage."""

    name: str
    amount: float
    classified: float

    @property
    def unknown(self) -> float:
        """The part that is "not classified"."""
        return self.amount - self.classified

    @property
    def classified_share(self) -> float:
        """Classified ÷ amount."""
        return self.classified / self.amount
