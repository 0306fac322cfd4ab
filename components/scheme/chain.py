"""The chain of effect: scheme, operational, strategic and personal side by side; what should move, what must not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from components import chart_panel
from components.chart_panel import Panel
from components.scheme.mark import mark

HEADS = ("Scheme", "Operational", "Strategic", "Personal")


@dataclass(frozen=True)
class Link:
    """A link drawn: its panel (None where nothing is held), its verdict and what is said under it."""

    name: str
    panel: Panel | None
    verdict: str
    said: str


@dataclass(frozen=True)
class Hole:
    """A level without an indicator: what is missing, and what would fill it."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Money:
    """Amounts by version: (name, amount in words, length of its bar up to 1, whether it is what was spent)."""

    heading: str
    subtitle: str
    bars: tuple[tuple[str, str, float, bool], ...]
    note: str
    source: str


Cell = Sequence[Link | Hole | Panel | Money]


def draw(hypotheses: Sequence[Any], rows: Sequence[tuple[str, str, Sequence[Cell]]]) -> html.Section:
    """Four columns under their hypotheses; rows are (heading, what it means, one cell a column)."""
    heads = [
        html.Div([html.H2(name), html.P(said)], className="chain-head")
        for name, said in zip(HEADS, hypotheses, strict=True)
    ]
    parts: list[Any] = [html.Div(heads, className="chain")]
    for name, meaning, cells in rows:
        parts.append(html.H2([name, html.Span(meaning, className="small")], className="chain-row"))
        drawn = [
            html.Div([_part(part) for part in cell], **{"data-level": level})
            for level, cell in zip(HEADS, cells, strict=True)
        ]
        parts.append(html.Div(drawn, className="chain"))
    return html.Section(parts, className="chains", **{"aria-label": "The chain of effect"})


def _part(part: Link | Hole | Panel | Money) -> Any:
    if isinstance(part, Panel):
        return chart_panel.draw(part, level=3, size="chain", folded=True)
    if isinstance(part, Money):
        return _money(part)
    if isinstance(part, Hole):
        said = [html.P(sentence) for sentence in part.sentences]
        return html.Div([html.H3(part.heading), *said], className="hole")
    shown = chart_panel.draw(part.panel, level=3, size="chain", folded=True) if part.panel else html.H3(part.name)
    verdict = [html.P(mark(part.verdict), className="chain-verdict")] if part.verdict else []
    return html.Div([shown, *verdict, html.P(part.said, className="note")], className="chain-link")


def _money(part: Money) -> html.Div:
    bars = [
        html.Li(
            [
                html.Span(name),
                html.Span(
                    html.Span(
                        className=f"m {'outturn' if spent else ''}".strip(), style={"width": f"{100 * size:.1f}%"}
                    ),
                    **{"aria-hidden": "true"},
                ),
                html.B(amount) if spent else html.Span(amount),
            ]
        )
        for name, amount, size, spent in part.bars
    ]
    source = chart_panel.source_on_demand(html.P(part.source, className="src"), part.heading)
    under = [html.P(part.note, className="note"), source]
    head = [html.H3(part.heading, className="finding"), html.P(part.subtitle, className="sub")]
    return html.Div([*head, html.Ul(bars, className="versions"), html.Div(under, className="under")])
