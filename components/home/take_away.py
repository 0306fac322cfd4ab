"""The lower half of the front page: what changed, councils that moved most, and any area's figures as a file."""

from collections.abc import Sequence

from dash import html

from components import tables
from components.chart_panel import Panel
from domain.areas import COUNCIL, COUNTRY, OUTSIDE, REGION
from domain.indicators import DELAYS, INDICATORS

GROUPS = {COUNTRY: "Country", REGION: "Regions", COUNCIL: "Councils", OUTSIDE: "Resident outside England"}


def changed(heading: str, items: Sequence[tuple[str, str]]) -> html.Div:
    """The list of what changed: each line says its number first, in bold."""
    lines = [html.Li([html.B(strong), rest]) for strong, rest in items]
    return html.Div(
        [
            html.P("What changed this month", className="kick"),
            html.H2(heading, className="finding"),
            html.Ul(lines, className="plain"),
        ],
        className="panel",
    )


def movers(panel: Panel) -> html.Div:
    """A table that is its own figure, with CSV and source."""
    under = [
        html.P(panel.note, className="note"),
        html.A(["CSV", html.Span(f": {panel.table.name}", className="vh")], href=panel.csv, download=""),
        html.P(panel.source, className="src"),
    ]
    head = [html.H2(panel.finding, className="finding"), html.P(panel.subtitle, className="sub")]
    return html.Div(
        [*head, tables.draw(panel.table, label=panel.table.caption), html.Div(under, className="under")],
        className="panel",
    )


def any_area(choices: Sequence[tuple[str, str, str]], councils: int, replaced: int) -> html.Div:
    """A form that downloads one indicator of one area; works without scripts.

    councils, replaced: councils of the last month held, and those that they replaced.
    """
    groups = [
        (label, [(code, name) for code, name, kind in choices if kind == area_type])
        for area_type, label in GROUPS.items()
    ]
    options = [
        html.Optgroup([html.Option(_named(name, code, found), value=code) for code, name in found], label=label)
        for label, found in groups
        if found
    ]
    measures = [
        html.Option(indicator.label, value=indicator.id) for indicator in INDICATORS if indicator.family == DELAYS
    ]
    form = html.Form(
        [
            html.Div(
                [
                    html.Label("Area", htmlFor="take-area"),
                    html.Select(options, id="take-area", name="area", className="select"),
                ]
            ),
            html.Div(
                [
                    html.Label("Measure", htmlFor="take-indicator"),
                    html.Select(measures, id="take-indicator", name="indicator", className="select"),
                ]
            ),
            html.Button("Download CSV", type="submit", className="btn"),
        ],
        action="/export/series.csv",
        method="get",
        className="row",
    )
    said = (
        f"{councils} councils are held{f', and {replaced} that they replaced' if replaced else ''}. "
        "No national file has emergency admissions by council."
    )
    return html.Div(
        [html.H2("Take any area’s delays", className="finding"), html.P(said, className="sub"), form], className="panel"
    )


def _named(name: str, code: str, found: Sequence[tuple[str, str]]) -> str:
    """A name, with its code where another area has the same name (a council and its successor)."""
    return f"{name} ({code})" if [n for _, n in found].count(name) > 1 else name
