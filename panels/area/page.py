"""The panels of an area's page in their order, each with its drawing."""

from typing import Any, NamedTuple

from dash import html

from components import chart_panel, kept, states, tables
from components.area import crossed, multiples, ranked, split_bar
from components.area.choice import LINES, Choice
from components.area.ranked import Ranked
from components.area.split_bar import Part
from components.url_state import Scope
from domain import delays
from panels.area import (
    bodies,
    care,
    chances,
    england,
    history,
    months,
    owned,
    rank,
    reasons,
    small_charts,
    trusts,
    words,
)
from panels.area.figures import AreaFigures, area_figures
from panels.area.shown import NO_POPULATION, Shown, cell, shown
from panels.area.signals import signals
from panels.cache import FEW, keeping
from warehouse.reader import View

LATER = "Choose people a day, or later months."


class Panels(NamedTuple):
    """What stands beneath the controls: the window, each reason over time, and what places it."""

    window: list[Any]
    reasons: list[Any]
    context: list[Any]


def panels(view: View, choice: Choice) -> Panels:
    """Every panel of the page."""
    found = area_figures(view, choice.scope)
    if found is None:
        return Panels([], [], [])
    how = shown(view, choice.form, found.area.code)
    window = [*_bodies(view, choice, found, how), *_reasons(view, choice, found, how)]
    crossed_panel = _owned(view, choice) or _england(view, choice.scope)
    beside = [*crossed_panel, *_care(view, choice, found, how)]
    context = [
        *_trusts(view, choice),
        *_rank(view, choice),
        *([html.Div(beside, className="eight-four")] if beside else []),
    ]
    return Panels(window, _history(view, choice, found, how), [*context, *_months(view, choice)])


def _bodies(view: View, choice: Choice, found: AreaFigures, how: Shown) -> list[Any]:
    panel = bodies.panel(view, choice)
    if panel is None:
        return []
    refused = _refused(found, how)
    if refused:
        return [chart_panel.draw(panel, drawing=refused[0])]
    parts = [
        Part(body, delays.BODY_LABELS[body], how.said(how.over(found.bodies[body], found.months)), share)
        for body, share in bodies.shares(found).items()
    ]
    return [chart_panel.draw(panel, drawing=split_bar.draw(parts))]


def _reasons(view: View, choice: Choice, found: AreaFigures, how: Shown) -> list[Any]:
    panel = reasons.panel(view, choice)
    if panel is None:
        return []
    refused = _refused(found, how)
    if refused:
        return [chart_panel.draw(panel, drawing=refused[0])]
    cross = reasons.by_body(view, found)
    rows = [_ranked(found, how, code, cross) for code, _ in words.ranked(found)]
    caption = f"Reasons ranked, with the bodies that can own each, {found.area.name}, {words.window(found)}"
    return [chart_panel.draw(panel, drawing=ranked.draw(rows, heading=how.unit.heading, caption=caption))]


def _ranked(found: AreaFigures, how: Shown, code: str, cross: reasons.Cross) -> Ranked:
    size = how.over(found.reasons[code], found.months) or 0.0
    sizes = [(body, how.over(cross[code, body], found.months)) for body in delays.BODIES if (code, body) in cross]
    parts = tuple((body, value or 0.0, how.words(value)) for body, value in sizes)
    return Ranked(code, size, how.words(size), parts)


def _refused(found: AreaFigures, how: Shown) -> list[Any]:
    """In place of a drawing: why no rate can be given for the window; nothing where one can."""
    if cell(how, found.bodies[delays.ALL], found.months) != NO_POPULATION:
        return []
    return [states.nothing(f"{history.NO_RATE}.", LATER)]


def _history(view: View, choice: Choice, found: AreaFigures, how: Shown) -> list[Any]:
    panel = history.panel(view, choice)
    if panel is None:
        return []
    if history.refused(found, how):
        return [chart_panel.draw(panel, drawing=states.nothing(f"{history.NO_RATE}.", LATER))]
    drawing = multiples.draw(small_charts.charts(view, choice), prefix="area-reason")
    charts = [chart_panel.draw(panel, drawing=drawing)]
    beneath = chances.panel(view, choice) if choice.draw != LINES else None
    if beneath is None:
        return charts
    said = html.P(chances.counts(signals(view, choice)), className="sub")
    return [*charts, chart_panel.draw(beneath, level=3, class_name="beneath", drawing=said)]


def _rank(view: View, choice: Choice) -> list[Any]:
    panel = rank.panel(view, choice)
    return [chart_panel.draw(panel, size="strip")] if panel else []


def _trusts(view: View, choice: Choice) -> list[Any]:
    panel = trusts.panel(view, choice)
    if panel is None:
        return []
    return [chart_panel.draw(panel, drawing=tables.draw(panel.table, label=panel.table.caption), twin=False)]


def _owned(view: View, choice: Choice) -> list[Any]:
    panel = owned.panel(view, choice)
    return [chart_panel.draw(panel, drawing=crossed.draw(panel.table), twin=False)] if panel else []


def _england(view: View, scope: Scope) -> list[Any]:
    month = england.latest(view, scope)
    return _crossed(view, month) if month else []


@keeping(FEW)
def _crossed(view: View, month: str) -> list[Any]:
    panel = england.crossed(view, month)
    return [kept.plain(chart_panel.draw(panel, drawing=crossed.draw(panel.table), twin=False))] if panel else []


def _care(view: View, choice: Choice, found: AreaFigures, how: Shown) -> list[Any]:
    panel = care.panel(view, choice)
    if panel is None:
        return []
    refused = history.refused(found, how)
    nothing = states.nothing(f"{history.NO_RATE}.", LATER) if refused else None
    return [chart_panel.draw(panel, size="low", drawing=nothing)]


def _months(view: View, choice: Choice) -> list[Any]:
    panel = months.panel(view, choice)
    if panel is None:
        return []
    return [chart_panel.draw(panel, drawing=tables.draw(panel.table, label=panel.table.caption), twin=False)]
