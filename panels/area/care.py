"""Whether people are delayed in acute or in non-acute beds, over time."""

from analysis import change
from components import text
from components.chart_panel import Panel
from components.figures.care import care_chart
from components.tables import Column, Table
from components.url_state import Scope, href
from domain import delays
from domain.delays import ACUTE, CARE_TYPES, NON_ACUTE
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, Monthly, area_figures
from panels.area.history import changed, changed_in_words, drawn
from warehouse.reader import View

ID = "area-care"


def panel(view: View, scope: Scope) -> Panel | None:
    """Two lines and the split over the window; None where no delay is held in it."""
    found = area_figures(view, scope)
    if found is None or not found.total:
        return None
    span = drawn(found)
    lines = {
        kind: change.per_day({m: found.care[kind][m] for m in span if m in found.care[kind]}) for kind in CARE_TYPES
    }
    return Panel(
        ID,
        finding=finding(found),
        subtitle=(
            f"People delayed on an average day by type of bed, {text.stretch(span[0], span[-1])}."
            f"{changed_in_words(span)}"
        ),
        figure=care_chart(lines, start=span[0], end=span[-1], marks=[mark.month for mark in changed(span)]),
        table=table(found, lines, span),
        source=sources.line(found, found.source),
        csv=href("/export/area-care.csv", found.query),
        note=note(found),
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


def table(found: AreaFigures, lines: dict[str, Monthly], span: tuple[str, ...]) -> Table:
    """Every month drawn, by type of bed."""
    columns = (
        Column("period", "Month", kind="month"),
        *(Column(f"dtoc_beds_{kind}", delays.CARE_LABELS[kind], 1) for kind in CARE_TYPES),
    )
    rows = tuple((month, *(lines[kind].get(month) for kind in CARE_TYPES)) for month in span)
    caption = f"People delayed on an average day by type of bed, {found.area.name}"
    return Table("acute and non-acute delays", caption, columns, rows)
