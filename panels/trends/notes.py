"""How a trends view was worked out, and what limits the reading, for analysts."""

from datetime import date

from components import text
from components.area import reasons
from components.trends.choice import PROFILES
from components.trends.measures import RATE
from domain import catalogue, delays, discharge, organisations, periods
from domain.areas import ENGLAND
from domain.successors import DISCHARGE
from panels.trends import reading
from panels.trends.trend import Trend
from warehouse.queries.remarks import LATER

POLARITY = {
    "down": "Lower counts as improvement.",
    "up": "Higher counts as improvement.",
    "none": "Neither direction counts as improvement.",
}


def subtitle(found: Trend) -> str:
    """What is drawn, in which unit, and where the limits come from."""
    unit = found.choice.defined.unit
    unit = "per cent" if unit == "%" else unit
    months = text.stretch(found.months[0], found.months[-1])
    limits = f"limits from {text.stretch(found.limited[0], found.limited[-1])}"
    options = found.chart.options
    method = f"mean ± {options.multiplier:g} × mean moving range, profile {PROFILES[found.choice.profile]}"
    parts = [found.choice.defined.definition]
    if found.choice.reason != delays.ALL:
        code = found.choice.reason
        parts.append(f"Reason {reasons.letter(code)}: {delays.REASON_BY_CODE[code].label}.")
    if found.choice.defined.family == DISCHARGE:
        parts.append(f"{text.sentence(discharge.SETTING_LABELS[found.setting])}.")
    parts.append(f"Unit: {unit}. {found.area.name}, {months}; {limits} ({method}).")
    if found.season:
        parts.append(
            "Season removed: each month is divided by the factor of its month, so limits, rules and icon are those "
            "of the adjusted values; the dotted line is as published."
        )
    return " ".join(parts)


def meta(found: Trend) -> str:
    """What kind of figures, to when, issued when, from which build."""
    kind = "Demonstration data." if found.demonstration else "Official statistics."
    held = [found.held[source] for source in found.sources if source in found.held and source != "population"]
    if not found.choice.vintage.is_final:
        return f"{kind} {_issued(found)} Build {found.build}."
    said = " ".join(
        f"{one.name}: data to {text.month(one.end)}, published {text.day(one.published)}"
        f"{f', revised {text.day(one.revised)}' if one.revised else ''}."
        for one in held
    )
    return f"{kind} {said} Build {found.build}."


def _issued(found: Trend) -> str:
    """When the values of another version than the current one were issued."""
    days = sorted(one.vintage for month, one in found.observations.items() if month in found.published)
    first, last = (text.day(date.fromisoformat(day)) for day in (days[0], days[-1]))
    issued = f"on {first}" if first == last else f"from {first} to {last}"
    return f"Values {found.choice.vintage.words}: data to {text.month(found.latest)}, issued {issued}."


def version(found: Trend) -> str:
    """What the version that is shown is and lacks; empty for the current one."""
    chosen = found.choice.vintage
    if chosen.is_final:
        return ""
    if chosen.day:
        lacking = text.join([text.stretch(*each) for each in periods.stretches(found.unheld)])
        said = f"Shown as published by {text.day(chosen.day)}."
        rates = " Rates divide by the populations in use now." if found.choice.form == RATE else ""
        return said + rates + (f" Out by then, but not held in that version: {lacking}." if lacking else "")
    late = sum(LATER in one.note for month, one in found.observations.items() if month in found.published)
    said = "Shown as first published: the oldest version held of each month."
    months = text.count(len(found.published), "month")
    return f"{said} In {late} of {months} the version first published is not held." if late else said


def note(found: Trend) -> str:
    """Which way is improvement, what the measure is not comparable with, gaps, phases and what limits the reading."""
    defined = found.choice.defined
    parts = [POLARITY[defined.good], *catalogue.caveats(defined, below=found.area.type in organisations.KINDS)]
    parts += _missing(found)
    if found.season:
        parts.append(f"Season removed with {found.season.words}")
    if found.choice.reason == "O":
        parts.append("Reason O, other, was first used in April 2017, for non-acute delays only.")
    if found.choice.rebase:
        chosen = found.choice.rebase
        parts.append(f"New phase from {text.month(chosen.start)}, set by {chosen.author}: {chosen.reason}.")
    parts += [f"{one[0].upper()}{one[1:]}." for one in reading.phase(found).notes]
    if found.fitness.kind == "none" and reading.phase(found).kind == "full":
        parts.append(
            "Months that meet a rule are listed in the table and not marked, because more than half of them do."
        )
    parts += _beside(found)
    for target in found.targets:
        when = text.stretch(target.start, target.end)
        parts.append(f"Target line {target.label}, {when}: {target.note} Source: {target.source}.")
    return " ".join(parts)


def _missing(found: Trend) -> list[str]:
    missing = [m for m in found.months if m not in found.values]
    sent = [text.month(m) for m in missing if m in found.observations]
    gone = [text.month(m) for m in missing if m not in (*found.observations, *found.unheld)]
    parts = [f"Not submitted: {text.join(sent)}."] if sent else []
    return [*parts, f"No file is held for {text.join(gone)}: gaps, never filled in."] if gone else parts


def _beside(found: Trend) -> list[str]:
    """Why there is no comparator, or how it was made fit to compare."""
    if found.choice.compare == "none" or found.area.code == ENGLAND:
        return []
    if found.beside:
        return ["The comparator is shown without its own season."] if found.season else []
    if not found.choice.comparable:
        return ["Counts of areas of different size are not put beside one another; choose a rate."]
    if found.season:
        return ["The season of the comparator cannot be removed, so it is not shown."]
    return ["No such comparator is held for this area."]


def refused(found: Trend) -> str:
    """Why the season was not removed, where that was asked for."""
    return f"The season cannot be removed: {found.refused}. The values as published are shown." if found.refused else ""


def factors(found: Trend) -> str:
    """Where the factors of the season come from, and that they stay as they are."""
    if found.season is None:
        return ""
    return (
        f"{text.sentence(found.season.words)} They are the mean over the years of each month divided by the average of "
        "the twelve months around it, and are not estimated again from months after a new phase."
    )
