"""What the small control charts may say, in words: of each reason, and of all of them together."""

from analysis import fitness, spc
from analysis.limits import NO_VARIATION
from components import text
from components.area import reasons as names
from components.trends.measures import COUNT, DAY
from domain import delays
from panels.area.shown import Shown
from panels.area.signals import Signal

YEAR = 12
ICONS = {
    "common": "No change seen",
    "improving": "Improving: lower, unlikely to be chance",
    "worsening": "Worsening: higher, unlikely to be chance",
}


def verdict(one: Signal, *, last: str) -> tuple[str, str]:
    """Sign and words of one chart; ``last`` is the last month of the page."""
    unfit = _unfit(one, last)
    if unfit:
        return "none", unfit
    if one.icon:
        return one.icon, ICONS[one.icon]
    if one.fitness.kind == fitness.DIRECTION:
        return "direction", f"Direction only: {moved(one)}"
    return "none", f"No stable level: {moved(one)}"


def _unfit(one: Signal, last: str) -> str:
    """Why a chart has no limits that could mean anything; empty where it has."""
    phase = one.phase
    if phase is None:
        late = one.code == "O" and last < delays.O_FIRST_USED
        return "Not in use before April 2017" if late else "No month held"
    if phase.kind == spc.NONE:
        return f"No limits: {text.count(phase.points, 'month')} held, 6 are needed"
    if NO_VARIATION in phase.notes:
        return "No variation, so no limits" if phase.mean else "No delay in any of these months"
    if phase.kind == spc.TRIAL:
        return f"Trial limits: {text.count(phase.points, 'month')}, no icon before 13"
    return ""


def moved(one: Signal) -> str:
    """The latest twelve months against the twelve before: ``12 % fewer than the year before``."""
    if one.year is None:
        return "no year before to compare"
    more = text.more_or_fewer(one.year)
    return f"{more} {'as' if more.startswith('about') else 'than'} the year before"


def finding(every: tuple[Signal, ...]) -> str:
    """The reasons that show more than chance would; else those that moved most, as a direction only."""
    risen = [names.spoken(one.code) for one in every if one.icon == "worsening"]
    fallen = [names.spoken(one.code) for one in every if one.icon == "improving"]
    if risen or fallen:
        parts = [f"{text.join(risen)} higher" if risen else "", f"{text.join(fallen)} lower" if fallen else ""]
        return f"{text.sentence('; '.join(part for part in parts if part))} than month-to-month variation explains"
    up, down = directions(every)
    moves = [f"{names.spoken(up.code)} rose" if up else "", f"{names.spoken(down.code)} fell" if down else ""]
    if up or down:
        said = text.join([move for move in moves if move])
        return f"{text.sentence(said)} most on the year before: a direction, not a signal"
    if any(one.counted for one in every):
        return "No reason shows more than month-to-month variation"
    return "No reason has enough steady months to tell a signal from chance"


def directions(every: tuple[Signal, ...]) -> tuple[Signal | None, Signal | None]:
    """Of the reasons with limits but no icon: the one that rose and the one that fell most on the year before."""
    moves = [(one.year.now - one.year.then, one) for one in every if one.year and not _unfit(one, "")]
    moves = [(by, one) for by, one in moves if one.year and not one.counted and one.year.direction != "similar"]
    up = max((move for move in moves if move[0] > 0), key=lambda move: move[0], default=None)
    down = min((move for move in moves if move[0] < 0), key=lambda move: move[0], default=None)
    return up[1] if up else None, down[1] if down else None


def note(how: Shown, every: tuple[Signal, ...]) -> str:
    """The reasons that the finding names, in numbers, and what a fall in assessments can be."""
    out = [one for one in every if one.stands_out]
    named = out or [one for one in directions(every) if one]
    parts = [_years(how, one) for one in named if one.year]
    if any(one.code == "A" and one.year and one.year.direction == "down" for one in named):
        parts.append("Part of a fall in assessments (A) can be practice: people assessed after they leave.")
    return " ".join(parts)


def _years(how: Shown, one: Signal) -> str:
    """``Patient or family choice (G): 15.0 people a day in the twelve months to January 2017, then 7.6.``"""
    if one.year is None:
        return ""
    then, now = one.year.then, one.year.now
    if how.form == COUNT:
        then, now = one.year.then_total, one.year.now_total
    held = len(one.year.now_months)
    months = "the twelve months" if held == YEAR else f"{held} months held in both years"
    unit = "people a day" if how.form == DAY else how.unit.after
    to = f"of the year to {text.month(max(one.values))}" if held < YEAR else f"to {text.month(max(one.values))}"
    return (
        f"{names.short(one.code)} ({names.letter(one.code)}): {how.words(now)} {unit} in {months} {to}, after "
        f"{how.words(then)} the year before."
    )
