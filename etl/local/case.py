"""A scheme's claim on an indicator, ready to be judged: its exact series, its window, and who runs the scheme."""

from dataclasses import dataclass
from typing import Any

from analysis.disclosure.rounding import three_figures as short
from analysis.impact.effect import Effect
from analysis.impact.its import LOG, POINTS
from analysis.impact.window import Window
from etl.local.exact import Exact
from etl.local.guard import Guard
from etl.local.upload import Row

__all__ = ["Case", "Record", "effect_record", "months_record", "refused", "short"]


@dataclass(frozen=True)
class Case:
    """A link with its exact series and window.

    without: councils that run the scheme or are partners in it. suppressed: why statistics are withheld (M25).
    guard: of an uploaded series of people.
    """

    link: Row
    series: Exact
    window: Window
    without: tuple[str, ...]
    suppressed: str = ""
    guard: Guard | None = None

    @property
    def small(self) -> bool:
        """Whether some of its values may not be shown: then nothing is told but what the designs need."""
        return self.guard is not None and self.guard.small

    @property
    def scale(self) -> str:
        """Shares of people and scores are read in points, everything else as a share of itself."""
        return POINTS if self.series.indicator["kind"] in ("proportion", "score") else LOG

    @property
    def unit(self) -> str:
        """Unit of an estimate."""
        return "percent" if self.scale == LOG else "score" if self.series.indicator["kind"] == "score" else "points"

    @property
    def times(self) -> float:
        """What an estimate is multiplied by to be in its unit."""
        return 100.0 if self.scale == LOG else 1.0


Record = dict[str, Any]


def effect_record(case: Case, effect: Effect) -> Record:
    """An effect with its intervals in the unit of the case."""
    ends = {"estimate": effect.value, "lower": effect.low, "upper": effect.high}
    if effect.low80 is not None and effect.high80 is not None:
        ends |= {"lower80": effect.low80, "upper80": effect.high80}
    return {"unit": case.unit, **{name: short(case.times * value) for name, value in ends.items()}}


def months_record(window: Window) -> Record:
    """First and last month used, before and after."""
    pairs = {"pre": window.before, "post": window.judged}
    ends = (("first", 0), ("last", -1))
    return {f"{name}_{end}": months[at] for name, months in pairs.items() if months for end, at in ends}


def refused(why: str) -> Record:
    """A design that gives no number, with the reason in words."""
    return {"refused": why}
