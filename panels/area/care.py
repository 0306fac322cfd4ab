"""Whether people are delayed in acute or in non-acute beds, over time."""

from components import text
from components.area.choice import Choice
from components.chart_panel import Panel
from components.figures.care import care_chart
from components.tables import Column, Table
from components.url_state import href
from domain import delays
from domain.delays import ACUTE, CARE_TYPES, NON_ACUTE
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, Monthly, area_figures
from panels.area.months_drawn import changed, changed_in_words, drawn
from panels.area.shown import Shown, lacking, months_of, population, shown
from warehouse.reader import View

ID = "area-care"


def panel(view: View, choice: Choice) -> Panel | None:
    """Two lines and the split over the window; None where no delay is held in it."""
    found = area_figures(view, choice.scope)
    if found is None or not found.total:
        return None
    how, span = shown(view, choice.form, found.area.code), drawn(found)
    lines = {kind: how.each(found.care[kind], span) for kind in CARE_TYPES}
    return Panel(
        ID,
        finding=finding(found),
        subtitle=(f"{how.unit.heading} by type of bed, {text.stretch(span[0], span[-1])}.{changed_in_words(span)}"),
        figure=care_chart(lines, start=span[0], end=span[-1], marks=[m.month for m in changed(span)], said=how.words),
        table=table(found, how, lines, span),
        source=sources.line(found, *words.cited(found, how)),
        csv=href("/export/area-care.csv", choice.on(found.shown).query),
        note=" ".join(part for part in (note(found), population(how, months_of(found, span))) if part),
    )


def finding(found: AreaFigures) -> str:
    """The share in acute beds over the window."""
    share = found.people(found.care[ACUTE]) / found.total
    return f"{text.share(share)} of delays were in acute beds"


def note(found: AreaFigures) -> str:
    """Both in people a day over the window."""
    acute, other = (text.people(found.people(found.care[kind])) for kind in (ACUTE, NON_ACUTE))
    return (
        f"{text.sentence(words.over(found))}, {acute} people a day in acute beds and {other} in non-acute beds, which "
        "include community and mental health beds."
    )


def table(found: AreaFigures, how: Shown, lines: dict[str, Monthly], span: tuple[str, ...]) -> Table:
    """Every month drawn, by type of bed."""
    columns = (
        Column("period", "Month", kind="month"),
        *(how.column(kind, delays.CARE_LABELS[kind]) for kind in CARE_TYPES),
    )
    rows = tuple(
        (month, *(lines[kind].get(month, lacking(found.care[kind], month)) for kind in CARE_TYPES)) for month in span
    )
    caption = f"{how.unit.heading} by type of bed, {found.area.name}"
    return Table("acute and non-acute delays", caption, columns, rows)
