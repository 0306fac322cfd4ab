"""Each reason over time, on one scale: as control charts, or every month with the twelve months to it."""

from typing import NamedTuple

from analysis import held as over_held
from analysis.change import Change
from components import text
from components.area import reasons as names
from components.area.choice import LINES, Choice
from components.chart_panel import Panel
from components.rule_names import RULE_NAMES
from components.tables import Column, Table
from components.trends.measures import COUNT
from components.url_state import href
from domain import delays
from panels import sources
from panels.area import readings, words
from panels.area.figures import AreaFigures, Monthly, area_figures
from panels.area.months_drawn import changed, changed_in_words, drawn
from panels.area.shown import Shown, lacking, months_of, population, shown
from panels.area.signals import WINDOW, Signal, in_use, signals
from panels.cache import FEW, keeping
from warehouse.reader import View

ID = "area-history"
NO_RATE = "No rate can be given for these months"


class Line(NamedTuple):
    """One reason over the months drawn: each month, and the mean of the twelve months to it."""

    code: str
    monthly: Monthly
    yearly: Monthly


def panel(view: View, choice: Choice) -> Panel | None:
    """Finding, table and source of the small charts; None where no delay is held in the window."""
    found = area_figures(view, choice.scope)
    if found is None or not found.total:
        return None
    how, span = shown(view, choice.form, found.area.code), drawn(found)
    if choice.draw == LINES:
        said, what, twin = finding(found), subtitle(how, span), table(found, how, lines(view, choice))
        beneath = note(found)
    else:
        every = signals(view, choice)
        said, what, twin = readings.finding(every), limits_from(how, every, span), rules(found, how, every)
        beneath = readings.note(how, every)
    return Panel(
        ID,
        finding=NO_RATE if refused(found, how) else said,
        subtitle=what,
        figure=None,
        table=twin,
        source=sources.line(found, *words.cited(found, how)),
        csv=href("/export/area-history.csv", choice.on(found.shown).query),
        note=" ".join(part for part in (beneath, population(how, months_of(found, span))) if part),
    )


def refused(found: AreaFigures, how: Shown) -> bool:
    """Whether none of the months drawn has a rate."""
    return not how.each(found.bodies[delays.ALL], drawn(found))


@keeping(FEW)
def lines(view: View, choice: Choice) -> tuple[Line, ...]:
    """Reasons in the order of the ranked list, over the months drawn."""
    found = area_figures(view, choice.scope)
    if found is None:
        return ()
    how, span = shown(view, choice.form, found.area.code), drawn(found)
    return tuple(_line(found, how, code, span) for code, _ in words.ranked(found))


def _line(found: AreaFigures, how: Shown, code: str, span: tuple[str, ...]) -> Line:
    used = in_use(found, code)
    return Line(code, how.each(used, span), how.year_to_each(used, span))


def moves(found: AreaFigures) -> dict[str, Change]:
    """Each reason's window against the same months a year before, where both are held and one has a delay.

    Reason O is left out where the year before reaches back to the months in which it was not in use.
    """
    changes = {code: over_held.on_year_before(days, found.asked) for code, days in found.reasons.items()}
    known = {code: moved for code, moved in changes.items() if moved and (moved.now or moved.then)}
    return {code: m for code, m in known.items() if code != "O" or min(m.then_months) >= delays.O_FIRST_USED}


def extremes(changes: dict[str, Change]) -> tuple[str, str]:
    """The reasons that rose and that fell most, in people a day; empty where none did by more than 1 %."""
    risen = {code: moved.now - moved.then for code, moved in changes.items() if moved.direction == "up"}
    fallen = {code: moved.now - moved.then for code, moved in changes.items() if moved.direction == "down"}
    return max(risen, key=lambda c: risen[c], default=""), min(fallen, key=lambda c: fallen[c], default="")


def finding(found: AreaFigures) -> str:
    """The reasons that rose and fell most on the year before."""
    changes = moves(found)
    up, down = extremes(changes)
    if up and down:
        return f"{names.short(up)} rose most on the year before; {names.spoken(down)} fell most"
    if up or down:
        return f"{names.short(up or down)} {'rose' if up else 'fell'} most on the year before"
    return "No reason moved on the year before" if changes else "Each reason over time"


def note(found: AreaFigures) -> str:
    """The largest rise and fall in numbers, the months compared, and what a fall in assessments can be."""
    changes = moves(found)
    if not changes:
        return "The year before is not held, so nothing is compared."
    parts = [
        f"{names.short(code)} ({names.letter(code)}): {text.people(changes[code].then)} people a day, then "
        f"{text.people(changes[code].now)}."
        for code in extremes(changes)
        if code
    ]
    count = len(next(iter(changes.values())).now_months)
    parts.append(
        f"Compared: {text.count(count, 'month')} of the window with the same of the year before, held in both."
    )
    if extremes(changes)[1] == "A":
        parts.append("Part of a fall in assessments (A) can be practice: people assessed after they leave.")
    return " ".join(parts)


def subtitle(how: Shown, span: tuple[str, ...]) -> str:
    """What the thin and the thick line are."""
    return (
        f"{how.unit.heading}: each month (thin) and the mean of the twelve months to it (thick, where at least "
        f"{over_held.LEAST} are held), {text.stretch(span[0], span[-1])}. One scale in all charts."
        f"{changed_in_words(span)}"
    )


def limits_from(how: Shown, every: tuple[Signal, ...], span: tuple[str, ...]) -> str:
    """What the band is, and what it runs across."""
    limited = max((one.limited for one in every), key=len, default=())
    across = limited and changed(limited)
    return (
        f"{how.unit.heading} in each month, {text.stretch(span[0], span[-1])}. One scale in all charts. Limits: mean "
        f"± 2.66 × mean moving range of the latest {WINDOW} months.{changed_in_words(span)}"
        f"{' Limits run across them, so a step there can be counting.' if across else ''}"
        f"{' Months differ in length: a February is low by itself.' if how.form == COUNT else ''}"
    )


def table(found: AreaFigures, how: Shown, every: tuple[Line, ...]) -> Table:
    """Every month drawn: each reason's value and the mean of its twelve months."""
    columns = [Column("period", "Month", kind="month")]
    for line in every:
        key, letter = line.code.lower(), names.letter(line.code)
        columns += [how.column(key, letter), how.column(f"{key}_12_months", f"{letter}, 12 months")]
    used = {line.code: in_use(found, line.code) for line in every}
    rows = tuple(
        (
            month,
            *(
                value
                for one in every
                for value in (one.monthly.get(month, lacking(used[one.code], month)), one.yearly.get(month))
            ),
        )
        for month in drawn(found)
    )
    return _table(found, how, columns, rows)


def rules(found: AreaFigures, how: Shown, every: tuple[Signal, ...]) -> Table:
    """Every month drawn: each reason's value, and the rules that the month meets."""
    columns = [
        Column("period", "Month", kind="month"),
        *(how.column(one.code.lower(), names.letter(one.code)) for one in every),
        Column("rules", "Rules met", kind="text"),
    ]
    used = {one.code: in_use(found, one.code) for one in every}
    rows = tuple(
        (month, *(one.values.get(month, lacking(used[one.code], month)) for one in every), _met(every, month))
        for month in drawn(found)
    )
    return _table(found, how, columns, rows)


def _met(every: tuple[Signal, ...], month: str) -> str:
    """``E: shift; A: outside a limit``; ``none``, ``no limits`` before all limits, ``not held`` without a value."""
    if not any(month in one.values for one in every):
        return "not held"
    met = {one.code: one.rules(month) for one in every}
    said = [
        f"{names.letter(code)}: {', '.join(RULE_NAMES[rule] for rule in found)}" for code, found in met.items() if found
    ]
    return "; ".join(said) or ("no limits" if all(found is None for found in met.values()) else "none")


def _table(found: AreaFigures, how: Shown, columns: list[Column], rows: tuple[tuple[object, ...], ...]) -> Table:
    span = drawn(found)
    caption = f"{how.unit.heading} by reason, {found.area.name}, {text.stretch(span[0], span[-1])}"
    return Table("reasons month by month", caption, tuple(columns), rows)
