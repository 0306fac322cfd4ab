"""What a trends view says first: title, finding and lead, for leaders."""

from typing import Any

from dash import html

from analysis import fitness as fit
from analysis import spc
from analysis.change import Change
from components import text
from components.area import reasons
from components.trends.choice import SETTINGS
from components.trends.measures import COUNT, SHARE
from components.url_state import href
from domain import delays
from domain.successors import DISCHARGE
from panels.trends import reading
from panels.trends.reading import Reading, direction, number
from panels.trends.trend import Trend

PATH = "/strategic/trends"
QUESTION = "is this going up or down, and is it signal or noise?"
NAME = "Interface Monitor"


def title(found: Trend) -> str:
    """Title of the document: measure, area, months, product."""
    months = text.stretch(found.months[0], found.months[-1])
    without = ", season removed" if found.season else ""
    without += "" if found.choice.vintage.is_final else f", {found.choice.vintage.words}"
    return f"{label(found)}{without}: {months} – {found.area.name} – {NAME}".replace(text.NBSP, " ")


def label(found: Trend) -> str:
    """Name of what is shown, with the reason and the responsible body where they are chosen."""
    parts = [found.choice.label]
    if found.choice.defined.family == DISCHARGE:
        parts.append(SETTINGS[found.setting].lower())
    if found.choice.reason != delays.ALL:
        parts.append(f"reason {reasons.letter(found.choice.reason)}, {reasons.spoken(found.choice.reason)}")
    if found.body != delays.ALL:
        parts.append(delays.BODY_LABELS[found.body])
    return ", ".join(parts)


def lead(found: Trend) -> list[Any]:
    """Direction over the year, and whether the latest month says anything of its own."""
    instead = [f"{said} " for said in found.instead]
    return [*instead, *_direction(found), " ", latest(found)]


def _direction(found: Trend) -> list[Any]:
    last = text.month(found.latest)
    value = html.B(number(found, found.published[found.latest]), className="n")
    if found.year is None:
        return [f"{label(found)} stood at ", value, f" in {last}; there is no year before to read it against."]
    averaged = html.B(number(found, _level(found, found.year)), className="n")
    turn = {"up": "going up", "down": "going down", "similar": "about level"}[direction(found)]
    return [f"{label(found)}: {turn}, at ", averaged, f" {_over(found.year, found.latest)}, {_against(found)}."]


def _level(found: Trend, moved: Change) -> float:
    """The mean of the twelve months: per month for totals, else per day, which is the rate itself."""
    return moved.now_total / len(moved.now_months) if found.choice.form == COUNT else moved.now


def _over(moved: Change, last: str) -> str:
    held = len(moved.now_months)
    if held == 12:
        return f"over the twelve months to {text.month(last)}"
    return f"over the {held} of the twelve months to {text.month(last)} that are held in both years"


def _against(found: Trend) -> str:
    moved = found.year
    if moved is None:
        return ""
    before = "the twelve months before" if len(moved.now_months) == 12 else "the same months of the year before"
    if found.choice.form == SHARE:
        points = moved.now - moved.then
        if direction(found) == "similar":
            return f"about the same as in {before}"
        return f"{text.decimal(abs(points), 1)} points {'higher' if points > 0 else 'lower'} than in {before}"
    more = text.more_or_fewer(moved, countable=False)
    return f"{more} {'as' if more.startswith('about') else 'than'} in {before}"


def latest(found: Trend) -> str:
    """Whether one month may be called a signal."""
    why = _quiet(found)
    if why:
        return why
    without = ", without its season," if found.season else ""
    if reading.icon(found) == "common":
        return f"{text.month(found.latest)} itself{without} is ordinary variation from month to month."
    rule = f"it meets the rule ‘{reading.rule_name(found)}’"
    return f"{text.month(found.latest)}{without} is unlikely to be chance: {rule}."


def _quiet(found: Trend) -> str:
    """Why no month may be called a signal; empty where one may."""
    last = reading.phase(found)
    if last.kind == spc.NONE:
        return "Too few months for limits, so no month is called a signal."
    if last.mean_moving_range == 0:
        return "Every month is the same, so no month is called a signal."
    if last.kind == spc.TRIAL:
        return "There are too few months for more than trial limits, so no month is called a signal."
    if found.fitness.kind == fit.ICON:
        return ""
    why = "The months lean on each other" if reading.leaning(found) else "A trend runs through the months"
    why = why if found.fitness.kind == fit.DIRECTION else "The series has no stable level"
    return f"{why}, so no single month is called a signal."


def finding(found: Trend) -> str:
    """The chart's title: what happened over the year, in one sentence."""
    return f"{label(found)}, {found.area.name}: {reading.moved(found)}"


def link(found: Trend, **changes: Any) -> str:
    """The address of this view with something else chosen."""
    return href(PATH, found.choice.but(**changes).query)


def address(found: Reading) -> str:
    """The address of the view of one of several indicators."""
    return href(PATH, found.choice.query)
