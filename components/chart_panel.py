"""A chart with everything that belongs to it: finding, subtitle, figure, table twin, CSV and source line.

The finding is the figure's name for assistive technology; the drawing itself is hidden from it, and the table
holds the same numbers. Every part has an id, so that one callback can replace them all.
"""

from dataclasses import dataclass
from typing import Any

from dash import Output, dcc, html

from components import tables
from components.tables import Table
from components.theme import CONFIG

PARTS = ("kick", "finding", "subtitle", "figure", "note", "table", "csv", "source")


@dataclass(frozen=True)
class Panel:
    """Contents of a panel. ``figure`` is a plain specification, or None where there is nothing to draw.

    twin: the table drawn already, where many pages share it.
    """

    id: str
    finding: str
    subtitle: str
    figure: dict[str, Any] | None
    table: Table
    source: str
    csv: str
    kick: str = ""
    note: str = ""
    twin: Any = None


def draw(
    panel: Panel,
    *,
    level: int = 2,
    size: str = "main",
    class_name: str = "",
    drawing: Any = None,
    twin: bool = True,
    folded: bool = False,
) -> html.Figure:
    """The panel as it stands on a page; ``level`` is the level of its heading.

    drawing: what stands in the place of the chart, for panels that are drawn as text and tables; twin: whether the
    table stands beneath it (not where the drawing is that very table); folded: the source line opens on demand, for
    small charts that stand side by side.
    """
    values = contents(panel)
    heading = {2: html.H2, 3: html.H3}[level]
    head = [
        html.P(values["kick"], id=part(panel.id, "kick"), className="kick"),
        heading(values["finding"], id=part(panel.id, "finding"), className="finding"),
        html.P(values["subtitle"], id=part(panel.id, "subtitle"), className="sub"),
    ]
    return html.Figure(
        [
            html.Div(head, className="txt"),
            _drawing(panel, size) if drawing is None else drawing,
            _under(panel, values, twin=twin, folded=folded),
        ],
        className=f"panel {class_name}".strip(),
    )


def _drawing(panel: Panel, size: str) -> html.Div:
    graph = dcc.Graph(
        id=part(panel.id, "figure"), figure=panel.figure or {}, config=CONFIG, responsive=True, className="graph"
    )
    hidden = html.Div(graph, className="hidden-drawing", **{"aria-hidden": "true"})
    return html.Div(hidden, className=f"fig fig-{size}", role="img", **{"aria-labelledby": part(panel.id, "finding")})


def _under(panel: Panel, values: dict[str, Any], *, twin: bool, folded: bool) -> html.Div:
    table = html.Details(
        [
            html.Summary(["Show as table", html.Span(f": {panel.table.name}", className="vh")]),
            html.Div(values["table"], id=part(panel.id, "table")),
        ]
    )
    line = html.P(values["source"], id=part(panel.id, "source"), className="src")
    source = source_on_demand(line, panel.table.name) if folded else line
    return html.Div(
        [
            html.P(values["note"], id=part(panel.id, "note"), className="note"),
            *([table] if twin else []),
            html.A(
                ["CSV", html.Span(f": {panel.table.name}", className="vh")],
                id=part(panel.id, "csv"),
                href=values["csv"],
                download="",
            ),
            source,
        ],
        className="under",
    )


def source_on_demand(source: Any, of: str) -> html.Details:
    """A source line that opens; ``of`` says of what, for those who do not see where it stands."""
    return html.Details([html.Summary(["Source", html.Span(f": {of}", className="vh")]), source], className="source")


def part(panel: str, name: str) -> str:
    """Id of a part of a panel."""
    return f"{panel}-{name}"


def contents(panel: Panel) -> dict[str, Any]:
    """What each part holds."""
    return {
        "kick": panel.kick,
        "finding": panel.finding,
        "subtitle": panel.subtitle,
        "figure": panel.figure or {},
        "note": panel.note,
        "table": tables.draw(panel.table, label=panel.table.caption) if panel.twin is None else panel.twin,
        "csv": panel.csv,
        "source": panel.source,
    }


def outputs(panel: str) -> list[Output]:
    """Outputs of a panel, in the order of ``PARTS``; the address of the CSV is its ``href``."""
    properties = {"figure": "figure", "csv": "href"}
    return [Output(part(panel, name), properties.get(name, "children")) for name in PARTS]


def values(panel: Panel) -> list[Any]:
    """Values for ``outputs``."""
    found = contents(panel)
    return [found[name] for name in PARTS]
