"""What a trends view says: a plain finding for leaders, and a sentence on how it was worked out for analysts."""

from typing import Any

from dash import html

from analysis import fitness as fit
from analysis import spc
from analysis.change import Change
from components import text
from components.figures.control import RULE_NAMES
from components.trends.choice import COUNT, PROFILES, SHARE
from components.url_state import href
from domain import delays
from domain.areas import ENGLAND
from panels.trends.trend import Trend

PATH = "/strategic/trends"
QUESTION = "is this going up or down, and is it signal or noise?"
NAME = "Interface Monitor"


def title(found: Trend) -> str:
    """Title of the document: measure, area, months, product."""
    months = text.stretch(found.months[0], found.months[-1])
    return f"{label(found)}: {months} – {found.area.name} – {NAME}".replace(text.NBSP, " ")


def label(found: Trend) -> str:
    """Name of what is shown, with the responsible body where one is chosen."""
    if found.choice.body == delays.ALL:
        return found.choice.defined.label
    return f"{found.choice.defined.label}, {delays.BODY_LABELS[found.choice.body]}"


def number(found: Trend, value: float) -> str:
    """A value as the indicator is written."""
    places = found.choice.defined.decimals
    words = text.decimal(value, places) if places else text.whole(value)
    return f"{words}{text.NBSP}%" if found.choice.form == SHARE else words


def lead(found: Trend) -> list[Any]:
    """Direction over the year, and whether the latest month says anything of its own."""
    instead = [f"{found.instead} England is shown. "] if found.instead else []
    return [*instead, *_direction(found), " ", latest(found)]


def _direction(found: Trend) -> list[Any]:
    last = text.month(found.latest)
    value = html.B(number(found, found.values[found.latest]), className="n")
    if found.year is None:
        return [f"{label(found)} stood at ", value, f" in {last}; there is no year before to read it against."]
    averaged = html.B(number(found, _level(found, found.year)), className="n")
    turn = {"up": "going up", "down": "going down", "similar": "about level"}[direction(found)]
    return [f"{label(found)}: {turn}, at ", averaged, f" {_over(found.year, found.latest)}, {_against(found)}."]


def direction(found: Trend) -> str:
    """``up``, ``down`` or ``similar`` over the year; a share moves by points, and half a point is similar."""
    moved = found.year
    if moved is None:
        return "similar"
    if found.choice.form == SHARE:
        points = moved.now - moved.then
        return "similar" if abs(points) < 0.5 else "up" if points > 0 else "down"
    return moved.direction


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
    kind = found.fitness.kind
    if not phase(found).points >= 6:
        return "Too few months for limits, so no month is called a signal."
    if phase(found).kind == "trial":
        return "There are too few months for more than trial limits, so no month is called a signal."
    if kind == "direction":
        return "The months lean on each other, so no single month is called a signal."
    if kind == "none":
        return "The series has no stable level, so no single month is called a signal."
    said = icon(found)
    if said == "common":
        return f"{text.month(found.latest)} itself is ordinary variation from month to month."
    return f"{text.month(found.latest)} is unlikely to be chance: it meets the rule ‘{rule_name(found)}’."


def phase(found: Trend) -> spc.Phase:
    """The latest phase."""
    return found.chart.phases[-1]


def icon(found: Trend) -> str:
    """What the icon may say of the latest point; empty where none is allowed."""
    return fit.icon(found.chart, found.choice.defined.good)


def rule_name(found: Trend) -> str:
    """The rule that names the class of the latest point."""
    point = found.chart.latest
    return RULE_NAMES.get(point.rule, "none") if point else "none"


def finding(found: Trend) -> str:
    """The chart's title: what happened over the year, in one sentence."""
    return f"{label(found)}, {found.area.name}: {moved(found)}"


def moved(found: Trend) -> str:
    """What happened over the year, or the latest value where there is no year to compare with."""
    year = found.year
    if year is None:
        return f"{number(found, found.values[found.latest])} in {text.month(found.latest)}"
    size = (
        f"{text.decimal(abs(year.now - year.then), 1)} points"
        if found.choice.form == SHARE
        else text.percent(year.ratio)
    )
    verb = {"up": f"rose by {size}", "down": f"fell by {size}", "similar": "hardly changed"}[direction(found)]
    return f"{verb} over the year to {text.month(found.latest)}"


def subtitle(found: Trend) -> str:
    """What is drawn, in which unit, and where the limits come from."""
    unit = found.choice.defined.unit
    unit = "per cent" if unit == "%" else unit
    months = text.stretch(found.months[0], found.months[-1])
    limits = f"limits from {text.stretch(found.limited[0], found.limited[-1])}"
    options = found.chart.options
    method = f"mean ± {options.multiplier:g} × mean moving range, profile {PROFILES[found.choice.profile]}"
    return f"{found.choice.defined.definition} Unit: {unit}. {found.area.name}, {months}; {limits} ({method})."


def meta(found: Trend) -> str:
    """What kind of figures, to when, issued when, from which build."""
    kind = "Demonstration data." if found.demonstration else "Official statistics."
    held = [found.held[source] for source in found.sources if source in found.held and source != "population"]
    said = " ".join(
        f"{one.name}: data to {text.month(one.end)}, published {text.day(one.published)}"
        f"{f', revised {text.day(one.revised)}' if one.revised else ''}."
        for one in held
    )
    return f"{kind} {said} Build {found.build}."


def note(found: Trend) -> str:
    """Gaps, phases and what limits the reading."""
    missing = [m for m in found.months if m not in found.values]
    parts = []
    if missing:
        sent = [m for m in missing if m in found.observations]
        gone = [m for m in missing if m not in found.observations]
        if sent:
            parts.append(f"Not submitted: {text.join([text.month(m) for m in sent])}.")
        if gone:
            parts.append(f"No file is held for {text.join([text.month(m) for m in gone])}: gaps, never filled in.")
    if found.choice.rebase.month:
        chosen = found.choice.rebase
        parts.append(f"New phase from {text.month(chosen.month)}, set by {chosen.author}: {chosen.reason}.")
    parts += [f"{one[0].upper()}{one[1:]}." for one in phase(found).notes]
    if found.fitness.kind == "none" and phase(found).kind == "full":
        parts.append(
            "Months that meet a rule are listed in the table and not marked, because more than half of them do."
        )
    if found.choice.compare != "none" and not found.beside and found.area.code != ENGLAND:
        parts.append("Counts of areas of different size are not put beside one another; choose a rate.")
    for target in found.targets:
        when = text.stretch(target.start, target.end)
        parts.append(f"Target line {target.label}, {when}: {target.note} Source: {target.source}.")
    return " ".join(parts)


def link(found: Trend, **changes: Any) -> str:
    """The address of this view with something else chosen."""
    return href(PATH, found.choice.but(**changes).query)
