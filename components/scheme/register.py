"""The register: a table of schemes in groups, with a verdict a level, money, outputs and the decision."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import dcc, html

from components import text
from components.scheme.mark import mark
from components.scheme.money import thousands

HEADS = (
    ("Scheme", ""),
    ("Operational", "services"),
    ("Strategic", "the system"),
    ("Personal", "people"),
    ("Money, £000", "plan, then outturn"),
    ("Outputs", "against plan (tick)"),
    ("Decision", ""),
)
MOST = 1.25  # of plan: a bar of outputs is as long as this at most
Said = tuple[str, str]  # a verdict and why


@dataclass(frozen=True)
class Row:
    """A scheme as its line prints it; a level without an indicator is None; money in pounds, None where unknown."""

    id: str
    name: str
    href: str
    where: str
    levels: tuple[Said | None, ...]
    plan: float | None
    outturn: float | None
    delivered: float | None
    unit: str
    decision: tuple[str, str]


def draw(groups: Sequence[tuple[str, str, Sequence[Row]]], *, caption: str) -> html.Div:
    """The table in a labelled region that scrolls; groups are (heading, what is said of it, rows)."""
    most = max((max(row.plan or 0, row.outturn or 0) for _, _, rows in groups for row in rows), default=0.0) or 1.0
    cells = [
        html.Th([head, *([html.Br(), html.Span(small, className="small")] if small else [])], scope="col")
        for head, small in HEADS
    ]
    bodies = [_group(name, said, rows, most) for name, said, rows in groups]
    table = html.Table([html.Caption(html.Span(caption), className="vh"), html.Thead(html.Tr(cells)), *bodies])
    return html.Div(table, className="scroll register", role="region", tabIndex=0, **{"aria-label": "Scheme register"})


def _group(name: str, said: str, rows: Sequence[Row], most: float) -> html.Tbody:
    head = html.Tr(
        html.Th([html.B(name), html.Span(said, className="small")], colSpan=len(HEADS), scope="rowgroup"),
        className="group",
    )
    return html.Tbody([head, *(_row(row, most) for row in rows)])


def _row(row: Row, most: float) -> html.Tr:
    link = dcc.Link([html.B(row.id), f" {row.name}"], href=row.href)
    first, second = row.decision
    return html.Tr(
        [
            html.Th([link, html.Span(row.where, className="why")], scope="row"),
            *(
                html.Td(mark(*said) if said else html.Span(["–", html.Span(" none registered", className="vh")]))
                for said in row.levels
            ),
            html.Td(_money(row, most)),
            html.Td(_outputs(row)),
            html.Td([html.B(first) if second else first, *([html.Span(second, className="why")] if second else [])]),
        ],
        id=row.id,
    )


def _money(row: Row, most: float) -> html.Div:
    pairs = (("plan", row.plan), ("outturn", row.outturn))
    bars = [
        html.Div(
            [
                html.Span(className=f"m {name}", style={"width": f"{100 * (amount or 0) / most:.1f}%"}),
                html.Span(
                    [html.Span(f"{name} ", className="vh"), "not given" if amount is None else thousands(amount)]
                ),
            ]
        )
        for name, amount in pairs
    ]
    return html.Div(bars, className="money")


def _outputs(row: Row) -> html.Div:
    if row.delivered is None:
        return html.Div("no plan of outputs", className="why")
    wide = 100 * min(row.delivered, MOST) / MOST
    bar = html.Span(
        [html.Span(className="fill", style={"width": f"{wide:.1f}%"}), html.Span(className="tick")],
        className="against",
        **{"aria-hidden": "true"},
    )
    said = html.B(text.share(row.delivered) if row.delivered else f"0{text.NBSP}%")
    return html.Div([html.Div([bar, said], className="line"), html.Span(row.unit, className="why")])
