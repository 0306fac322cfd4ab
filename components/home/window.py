"""Choosing a window of months: two native selects, the windows of the 2018 report, and the width of the parts."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html

from components.figures.time_axis import days_between
from components.ids import Ids
from components.url_state import Window, href
from domain import breaks, periods

PRESETS = (
    ("2016-10", "2018-01", "figure 4 of the 2018 report"),
    ("2016-09", "2018-01", "figure 5"),
)


def controls(ids: Ids, window: Window, months: Sequence[str]) -> html.Div:
    """From and to, and links to ready-made windows."""
    options = [{"label": periods.label(month), "value": month} for month in months]
    selects = [
        _select(ids.of(key), label, options, value)
        for key, label, value in (("from", "From", window.start), ("to", "To", window.end))
    ]
    links = [
        html.Li(_preset(start, end, what))
        for start, end, what in PRESETS
        if months and months[0] <= start and end <= months[-1]
    ]
    whole = html.Li(html.A("Whole series", href="/"))
    ready = html.Div(
        [
            html.Span("Ready-made views", id=ids.of("ready")),
            html.Ul([whole, *links], **{"aria-labelledby": ids.of("ready")}),
        ],
        className="ready",
    )
    return html.Div(
        [*selects, ready, html.Span(id=ids.of("written"), hidden=True)],
        className="controls",
        role="group",
        **{"aria-label": "Months shown"},
    )


def _select(id: str, label: str, options: list[dict[str, str]], value: str) -> html.Div:  # noqa: A002
    return html.Div(
        [html.Label(label, htmlFor=id), dbc.Select(id=id, options=options, value=value, className="select")]
    )


def _preset(start: str, end: str, what: str) -> list[object]:
    return [
        html.A(f"{periods.label(start)} to {periods.label(end)}", href=href("/", Window(start, end).query)),
        f", {what}",
    ]


def split(start: str, end: str, before: bool, after: bool) -> dict[str, str]:
    """Columns of the story: widths in days, so that the charts stand on one time axis."""
    if not (before and after):
        return {"gridTemplateColumns": "minmax(0, 1fr)"}
    last = periods.plus(breaks.THE_WALL, -1)
    return {
        "gridTemplateColumns": (
            f"minmax(0, {days_between(start, last)}fr) minmax(0, {days_between(breaks.THE_WALL, end)}fr)"
        )
    }
