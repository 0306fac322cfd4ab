"""Each reason over time, on one scale: every month, and the twelve months to each month."""

from typing import Any, NamedTuple

from analysis import change
from analysis import held as over_held
from analysis.change import Change
from components import text
from components.area import reasons as names
from components.chart_panel import Panel
from components.figures.reason import reason_chart
from components.tables import Column, Table
from components.url_state import Scope, href
from domain import breaks, delays, periods
from domain.breaks import DEFINITION, Mark
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, Monthly, area_figures
from panels.cache import FEW, keeping
from warehouse.reader import View

ID = "area-history"
YEARS = 4  # at least this many are drawn, where they are held


class Line(NamedTuple):
    """One reason over the months drawn: people a day in each month and over the twelve months to it."""

    code: str
    monthly: Monthly
    yearly: Monthly


def panel(view: View, scope: Scope) -> Panel | None:
    """Finding, table and source of the small charts; None where no delay is held in the months drawn."""
    found = area_figures(view, scope)
    if found is None or not found.total:
        return None
    span = drawn(found)
    return Panel(
        ID,
        finding=finding(found),
        subtitle=subtitle(span),
        figure=None,
        table=table(found, lines(view, scope)),
        source=sources.line(found, found.source),
        csv=href("/export/area-history.csv", found.query),
        note=note(found),
    )


def drawn(found: AreaFigures) -> tuple[str, ...]:
    """The months drawn: the window, and before it as many as make four years."""
    first = min(found.status)
    start = min(found.window.start, periods.plus(found.window.end, 1 - 12 * YEARS))
    return periods.span(max(first, start), found.window.end)


@keeping(FEW)
def lines(view: View, scope: Scope) -> tuple[Line, ...]:
    """Reasons in the order of the ranked list, people a day over the months drawn."""
    found = area_figures(view, scope)
    if found is None:
        return ()
    span = drawn(found)
    return tuple(_line(code, found.reasons[code], span) for code, _ in words.ranked(found))


def _line(code: str, days: Monthly, span: tuple[str, ...]) -> Line:
    used = {m: value for m, value in days.items() if code != "O" or m >= delays.O_FIRST_USED}
    monthly = change.per_day({m: used[m] for m in span if m in used})
    return Line(code, monthly, over_held.year_to_each(used, span))


def charts(found: AreaFigures, every: tuple[Line, ...]) -> list[tuple[str, str, dict[str, Any]]]:
    """Code, heading and figure of every reason; one scale in all."""
    span = drawn(found)
    top = max((value for line in every for value in line.monthly.values()), default=1.0)
    return [
        (
            line.code,
            f"{names.letter(line.code)} {names.short(line.code)}",
            reason_chart(
                line.monthly,
                line.yearly,
                start=span[0],
                end=span[-1],
                top=top,
                begins=delays.O_FIRST_USED if line.code == "O" else "",
                marks=[mark.month for mark in changed(span)],
            ),
        )
        for line in every
    ]


def changed(span: tuple[str, ...]) -> tuple[Mark, ...]:
    """Changes of the definitions of delays inside some months: a line is not read across them without care."""
    marks = breaks.between(span[0], span[-1])
    return tuple(m for m in marks if m.kind == DEFINITION and m.series != breaks.ADMISSIONS and m.month > span[0])


def changed_in_words(span: tuple[str, ...]) -> str:
    """What the dotted lines are; empty where there is none."""
    said = [f"{text.month(mark.month)} ({mark.short})" for mark in changed(span)]
    return f" Dotted lines, changes of definition: {text.join(said)}." if said else ""


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
    """Both in numbers, the months compared, and what a fall in assessments can be."""
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


def subtitle(span: tuple[str, ...]) -> str:
    """What the thin and the thick line are."""
    return (
        "People delayed on an average day: each month (thin) and the twelve months to it (thick, where at least "
        f"{over_held.LEAST} are held), {text.stretch(span[0], span[-1])}. One scale in all charts."
        f"{changed_in_words(span)}"
    )


def table(found: AreaFigures, every: tuple[Line, ...]) -> Table:
    """Every month drawn: people a day and the mean of its twelve months, for each reason."""
    span = drawn(found)
    columns = [Column("period", "Month", kind="month")]
    for line in every:
        key, letter = f"dtoc_beds_{line.code.lower()}", names.letter(line.code)
        columns += [Column(key, letter, 1), Column(f"{key}_12_months", f"{letter}, 12 months", 1)]
    rows = tuple(
        (month, *(value for line in every for value in (line.monthly.get(month), line.yearly.get(month))))
        for month in span
    )
    caption = f"People delayed on an average day by reason, {found.area.name}, {text.stretch(span[0], span[-1])}"
    return Table("reasons month by month", caption, tuple(columns), rows)
