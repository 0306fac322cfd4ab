"""The sections of the page on outcomes: people who use services, carers, records, and local questions."""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import chart_panel, tables
from components.personal import key
from domain.outcomes import measure as kinds
from panels import sources
from panels.personal import few, lead, local, measure
from panels.personal.figures import SOURCE, Outcomes
from warehouse.queries.outcomes import Compared
from warehouse.reader import View

SECTIONS = (
    (
        "People who use services say",
        "A survey of people with long-term support, asked once a year (from January to March).",
        kinds.SURVEY_OF_PEOPLE,
    ),
    (
        "Carers say",
        "A survey of carers, asked every second year; the years between are empty because nobody was asked.",
        kinds.SURVEY_OF_CARERS,
    ),
)


def body(view: View, found: Outcomes) -> list[Any]:
    """Everything beneath the control."""
    parts: list[Any] = [html.P(lead.METHOD, className="note method")]
    for heading, said, origin in SECTIONS:
        shown = [one for one in found.measures if one.measure.origin == origin and measure.drawable(one)]
        parts += [_section(found, heading, said, shown)] if shown else []
    records = few.panel(found)
    if records:
        drawn = html.Div(tables.draw(records.table, label=records.table.caption), className="records")
        counted = html.H2("Counted from records")
        parts.append(
            html.Section([counted, chart_panel.draw(records, level=3, drawing=drawn, twin=False)], className="sec")
        )
    return [*parts, local.section(view, found)]


def _section(found: Outcomes, heading: str, said: str, shown: Sequence[Compared]) -> html.Section:
    cards = [chart_panel.draw(measure.panel(found, one), level=3, size="chain") for one in shown]
    about = f"{said} All charts share their years; each has its own scale, which need not begin at 0."
    return html.Section(
        [
            html.H2(heading),
            html.P(about, className="sub"),
            key.draw(found.area.name, region=found.region, england=not found.england),
            html.Div(cards, className="thirds"),
            html.P(sources.line(found, SOURCE), className="note src"),
        ],
        className="sec",
    )
