"""Delays in England by responsible body, with the month in which they were highest and what followed."""

from analysis import change
from components import text
from components.chart_panel import Panel
from components.figures.delays import Turn, delays_chart, turn
from components.tables import Column, Table
from components.url_state import href
from domain import breaks, delays, periods
from domain.breaks import DEFINITION
from panels import sources
from panels.cache import by_build
from panels.home.england import England, england
from warehouse.reader import View

ID = "home-delays"
REBOUND = 1.10  # a rise after the lowest month that is worth a sentence of its own


@by_build
def panel(view: View, window: object) -> Panel | None:
    """The panel for a window; None where the build holds no delays in it."""
    found = england(view, window)
    if found is None or not found.delays_end:
        return None
    lines = {body: found.beds(body) for body in (*delays.BODIES, delays.ALL)}
    end = found.delays_end
    start = min(lines["all"])
    turns = turning_points(lines["all"])
    marks = [
        mark for mark in breaks.between(start, end) if mark.kind == DEFINITION and mark.series != breaks.ADMISSIONS
    ]
    return Panel(
        ID,
        finding=finding(found, turns),
        subtitle=subtitle(found, turns),
        figure=delays_chart(lines, start=start, end=end, turns=turns, marks=marks),
        table=table(lines, found),
        source=sources.line(found, sources.delays_source(found)),
        csv=href("/export/home-delays.csv", found.window.query),
        kick=f"Delayed transfers of care, {text.stretch(start, end)}",
        note=split_note(lines, start, end),
    )


def turning_points(total: dict[str, float]) -> list[Turn]:
    """The highest month, the lowest month after it, and the last one, in time order, each once."""
    last = max(total)
    highest = max(total, key=lambda m: (total[m], m))
    after = {m: v for m, v in total.items() if m > highest}
    months = [highest]
    if after:
        lowest = min(after, key=lambda m: (after[m], m))
        months += [lowest] if lowest != last and total[last] > total[lowest] * REBOUND else []
    months += [last] if last != months[-1] else []
    turns = [turn(m, total[m]) for m in months]
    if len(turns) == 3:
        turns[1] = turn(months[1], total[months[1]], f", {text.percent(total[months[1]] / total[highest] - 1)} fewer")
    return turns


def finding(found: England, turns: list[Turn]) -> str:
    """What happened, in one sentence with its months."""
    ended = found.delays_end == breaks.DTOC_LAST
    close = ", when the count ended" if ended else ""
    first, *rest = turns
    if not rest:
        return (
            f"Delays were at their highest in {text.month(first.month)}: {first.short} people on an average day{close}"
        )
    fall = (
        f"Delays fell {text.percent(rest[0].value / first.value - 1)} from {text.month(first.month)} to "
        f"{text.month(rest[0].month)}"
    )
    if len(rest) == 1:
        return fall + close
    return f"{fall} and rose {text.percent(rest[1].value / rest[0].value - 1)} to {text.month(rest[1].month)}{close}"


def subtitle(found: England, turns: list[Turn]) -> str:
    """What is drawn, and what raw days would have said over the same fall."""
    what = "People delayed on an average day (days of delay ÷ days in the month), England, by who was responsible."
    if len(turns) < 2:
        return what
    moved = change.compare(found.days["all"], [turns[1].month], [turns[0].month])
    if moved is None:
        return what
    raw = f"On raw days the change is {text.signed_percent(moved.raw_ratio)}"
    days = periods.days_in(turns[1].month) - periods.days_in(turns[0].month)
    why = (
        f": {text.month(turns[0].month)} has {abs(days)} {'day' if abs(days) == 1 else 'days'} "
        f"{'fewer' if days > 0 else 'more'}"
        if days
        else ""
    )
    return f"{what} {raw}{why}."


def split_note(lines: dict[str, dict[str, float]], start: str, end: str) -> str:
    """Each body at the start and at the end of the window."""
    names = {"nhs": "NHS", "social_care": "social care", "both": "both"}
    held = {body: lines[body] for body in delays.BODIES if start in lines[body] and end in lines[body]}
    if start == end:
        parts = [f"{names[body]} {text.whole(line[end])}" for body, line in held.items()]
        return f"In {text.month(end)}, people a day: {text.join(parts)}."
    parts = [f"{names[body]} {text.whole(line[start])} to {text.whole(line[end])}" for body, line in held.items()]
    return f"From {text.month(start)} to {text.month(end)}, people a day: {text.join(parts)}."


def table(lines: dict[str, dict[str, float]], found: England) -> Table:
    """Every month of the window: people a day by body, and the delayed days."""
    columns = (
        Column("period", "Month", kind="month"),
        *(Column(f"dtoc_beds_{body}", delays.BODY_LABELS[body], 1) for body in (*delays.BODIES, delays.ALL)),
        Column("dtoc_days_all", "Delayed days, all"),
    )
    rows = tuple(
        (month, *(lines[body].get(month) for body in (*delays.BODIES, delays.ALL)), found.days["all"][month])
        for month in sorted(lines["all"])
    )
    return Table(
        "people delayed on an average day",
        "People delayed on an average day, England, by responsible body",
        columns,
        rows,
    )
