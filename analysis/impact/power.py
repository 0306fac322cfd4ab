"""Could it ever show? What an indicator's own variation hides (METHODS M19), asked before a scheme starts."""

import math
from dataclasses import dataclass

from analysis.rates import Refused

BOTH = 2.8  # 1.96 + 0.84: two-sided 5 %, power 80 %
TINY = 1e-9


@dataclass(frozen=True)
class Showing:
    """Whether an effect can show. visible: what of it reaches the indicator; months: None for never."""

    visible: float
    months: int | None

    @property
    def words(self) -> str:
        """In words for a reader."""
        if self.months is None:
            return "never, with this history"
        return f"after {self.months} month{'' if self.months == 1 else 's'}"


def dilution(effect: float, share: float) -> float:
    """What of an effect shows: effect on those reached × share of the indicator's population reached.

    +10 points for 8 % of people are 0.8 points. Raises Refused for a share outside 0 to 1.
    """
    if not 0 <= share <= 1:
        raise Refused(f"{share:g} is no share of people")
    return effect * share


def months_to_show(effect: float, *, s: float, r1: float, history: int) -> int | None:
    """Months after the roll-in until an effect shows with 80 % power at two-sided 5 %; None for never.

    ⌈1 ÷ ((δ ÷ 2.8s)²·(1−r1)/(1+r1) − 1/n0)⌉. δ and s in one unit (shares, or points); (1−r1)/(1+r1) is what
    autocorrelation leaves of the months (Bartlett 1946). history: n0, the months before the start.
    """
    if s <= 0 or history < 1 or not -1 < r1 < 1:
        raise Refused(f"s {s:g}, r1 {r1:g} and {history} months are no history to judge by")
    bracket = (effect / (BOTH * s)) ** 2 * (1 - r1) / (1 + r1) - 1 / history
    return None if bracket <= TINY else math.ceil(1 / bracket - TINY)


def could_show(effect: float, *, s: float, r1: float, history: int, reached: float = 1.0) -> Showing:
    """Dilution first, then the months until what is left of the effect shows."""
    visible = dilution(effect, reached)
    return Showing(visible, months_to_show(visible, s=s, r1=r1, history=history))


def could_show_in_survey(effect: float, *, reached: float, needs: float) -> Showing:
    """Dilution against the change that a survey needs (M20): never, or with the next survey (12 months).

    Where never: "cannot show in the council survey; ask the people reached".
    """
    visible = dilution(effect, reached)
    return Showing(visible, 12 if abs(visible) > needs else None)
