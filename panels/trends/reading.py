"""How a control chart is read in words: its latest phase, the year, and what its icon may say."""

from typing import Protocol

from analysis import fitness as fit
from analysis import spc
from analysis.change import Change
from analysis.fitness import Fitness
from components import text
from components.rule_names import RULE_NAMES
from components.trends.choice import Choice
from components.trends.measures import SHARE


class Reading(Protocol):
    """A series with its control chart, as a whole view or as one of several has it."""

    @property
    def choice(self) -> Choice:
        """What was chosen."""

    @property
    def published(self) -> dict[str, float]:
        """Values by month, as published."""

    @property
    def chart(self) -> spc.Chart:
        """Limits and rules."""

    @property
    def fitness(self) -> Fitness:
        """Which mark it may carry."""

    @property
    def slope(self) -> float | None:
        """Share by which the latest phase rises a year."""

    @property
    def year(self) -> Change | None:
        """The latest twelve months against the twelve before."""


HEADINGS = {
    "common": ("common", "No change seen", "Ordinary variation from month to month."),
    "improving": ("improving", "Improving", "Unlikely to be chance."),
    "worsening": ("worsening", "Worsening", "Unlikely to be chance."),
    "higher": ("higher", "Higher than usual", "Unlikely to be chance."),
    "lower": ("lower", "Lower than usual", "Unlikely to be chance."),
}


def number(found: Reading, value: float) -> str:
    """A value as the indicator is written."""
    places = found.choice.defined.decimals
    words = text.decimal(value, places) if places else text.whole(value)
    return f"{words}{text.NBSP}%" if found.choice.form == SHARE else words


def latest(found: Reading) -> str:
    """The last month that has a value."""
    return max(found.published)


def direction(found: Reading) -> str:
    """``up``, ``down`` or ``similar`` over the year; a share moves by points, and half a point is similar."""
    moved = found.year
    if moved is None:
        return "similar"
    if found.choice.form == SHARE:
        points = moved.now - moved.then
        return "similar" if abs(points) < 0.5 else "up" if points > 0 else "down"
    return moved.direction


def moved(found: Reading) -> str:
    """What happened over the year, or the latest value where there is no year to compare with."""
    year, last = found.year, latest(found)
    if year is None:
        return f"{number(found, found.published[last])} in {text.month(last)}"
    share = found.choice.form == SHARE
    size = f"{text.decimal(abs(year.now - year.then), 1)} points" if share else text.percent(year.ratio)
    verb = {"up": f"rose by {size}", "down": f"fell by {size}", "similar": "hardly changed"}[direction(found)]
    return f"{verb} over the year to {text.month(last)}"


def phase(found: Reading) -> spc.Phase:
    """The latest phase."""
    return found.chart.phases[-1]


def icon(found: Reading) -> str:
    """What the icon may say of the latest point; empty where none is allowed."""
    return fit.icon(found.chart, found.choice.defined.good) if found.fitness.kind == fit.ICON else ""


def steep(found: Reading) -> bool:
    """Whether a trend of over 2 % a year runs through the latest phase (METHODS M5)."""
    return found.slope is not None and abs(found.slope) > fit.STEEP and phase(found).kind == spc.FULL


def leaning(found: Reading) -> bool:
    """Whether months lean on one another so much that rules mislead (METHODS M4)."""
    r1 = found.fitness.r1
    return r1 is not None and r1 >= fit.DEPENDENT and found.fitness.points >= fit.ENOUGH


def rule_name(found: Reading) -> str:
    """The rule that names the class of the latest point."""
    point = found.chart.latest
    return RULE_NAMES.get(point.rule, "none") if point else "none"


def sign(found: Reading) -> tuple[str, str]:
    """Name of the sign, and heading: an icon's words, ``Direction only``, or why there is neither."""
    last = phase(found)
    if last.kind == spc.NONE:
        return "none", "No limits"
    if last.mean_moving_range == 0:
        return "none", "No variation"
    if last.kind == spc.TRIAL:
        return "none", "Trial limits"
    if found.fitness.kind == fit.DIRECTION:
        return "direction", "Direction only"
    if found.fitness.kind != fit.ICON:
        return "none", "No stable level"
    name, heading, _ = HEADINGS[icon(found) or "common"]
    point = found.chart.latest
    if name in ("improving", "worsening") and point:
        heading = f"{heading}: {'higher' if point.direction > 0 else 'lower'}"
    return name, heading
