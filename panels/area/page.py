"""The panels of an area's page in their order, each with its drawing."""

from typing import Any

from dash import html

from components import chart_panel, kept, tables, text
from components.area import crossed, multiples, ranked, split_bar
from components.area.ranked import Ranked
from components.area.split_bar import Part
from components.url_state import Scope
from domain import delays
from panels.area import bodies, care, england, history, months, rank, reasons, words
from panels.area.figures import AreaFigures, area_figures
from panels.cache import FEW, keeping
from warehouse.reader import View


def panels(view: View, scope: Scope) -> list[Any]:
    """Everything beneath the controls."""
    found = area_figures(view, scope)
    if found is None:
        return []
    first = [part for part in (_bodies(view, scope, found), _reasons(view, scope, found)) if part]
    context, kinds = _england(view, scope), care.panel(view, scope)
    side = [chart_panel.draw(kinds, size="low")] if kinds else []
    beside = [html.Div([*([context] if context else []), *side], className="eight-four")] if context or side else []
    return [*first, *_history(view, scope, found), *_rank(view, scope), *beside, *_months(view, scope)]


def _bodies(view: View, scope: Scope, found: AreaFigures) -> Any:
    panel = bodies.panel(view, scope)
    if panel is None:
        return None
    parts = [
        Part(body, delays.BODY_LABELS[body], text.people(found.people(found.bodies[body])), share)
        for body, share in bodies.shares(found).items()
    ]
    return chart_panel.draw(panel, drawing=split_bar.draw(parts))


def _reasons(view: View, scope: Scope, found: AreaFigures) -> Any:
    panel = reasons.panel(view, scope)
    if panel is None:
        return None
    cross = reasons.by_body(view, found) if found.england else {}
    rows = [_ranked(code, size, cross) for code, size in words.ranked(found)]
    caption = f"Reasons ranked, with the bodies that can own each, {found.area.name}, {words.window(found)}"
    return chart_panel.draw(panel, drawing=ranked.draw(rows, caption=caption))


def _ranked(code: str, size: float, cross: dict[tuple[str, str], float]) -> Ranked:
    parts = tuple(
        (body, cross[code, body], text.people(cross[code, body])) for body in delays.BODIES if (code, body) in cross
    )
    return Ranked(code, size, text.people(size), parts)


def _history(view: View, scope: Scope, found: AreaFigures) -> list[Any]:
    panel = history.panel(view, scope)
    drawn = multiples.draw(history.charts(found, history.lines(view, scope)), prefix="area-reason") if panel else None
    return [chart_panel.draw(panel, drawing=drawn)] if panel else []


def _rank(view: View, scope: Scope) -> list[Any]:
    panel = rank.panel(view, scope)
    return [chart_panel.draw(panel, size="strip")] if panel else []


def _england(view: View, scope: Scope) -> Any:
    month = england.latest(view, scope)
    return _crossed(view, month) if month else None


@keeping(FEW)
def _crossed(view: View, month: str) -> Any:
    panel = england.crossed(view, month)
    return kept.ready(chart_panel.draw(panel, drawing=crossed.draw(panel.table), twin=False)) if panel else None


def _months(view: View, scope: Scope) -> list[Any]:
    panel = months.panel(view, scope)
    if panel is None:
        return []
    return [chart_panel.draw(panel, drawing=tables.draw(panel.table, label=panel.table.caption), twin=False)]
