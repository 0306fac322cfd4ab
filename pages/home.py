"""Where are we, nationally, and what changed this month? For system leaders, on the second Thursday.

Delays by responsible body, the wall of March 2020 and emergency admissions stand on one time axis; beneath them
the pressure watch, what changed, and any area's figures to take away.
"""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, callback, clientside_callback, html

from components import chart_panel, event_lane, kept, page_head, shell, states
from components.data import revisions
from components.home import take_away, wall
from components.home import window as home_window
from components.ids import Ids
from components.url_state import Window
from domain import breaks
from domain.areas import COUNCIL
from panels.cache import by_build
from panels.home import admissions as admissions_panel
from panels.home import after as after_panel
from panels.home import changes, lead, movers, pressure
from panels.home import delays as delays_panel
from panels.home.england import England, england
from warehouse import serving
from warehouse.queries import areas, revised
from warehouse.queries.revised import Since
from warehouse.reader import View

dash.register_page(__name__, path="/", title="Where are we, nationally", nav="National", order=1, charts=True)
ids = Ids("home")
QUESTION = "Where are we, nationally, and what changed this month?"


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse and with any query."""
    window = Window.parse(query)
    view = serving.view()
    found = england(view, window) if view else None
    if view is None or found is None:
        children = [page_head.bare(QUESTION, crumb="England"), states.no_warehouse(serving.refreshing())]
        return shell.page(title="No figures yet – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    children = [
        html.Div(_head(view, found), id=ids.of("head")),
        home_window.controls(ids, found.window, _months(found)),
    ]
    children += [html.Div(_story(view, window), id=ids.of("story")), _beneath(view)]
    return shell.page(title=lead.title(found), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    Output(ids.of("story"), "children"),
    Output(ids.of("title"), "data-title"),
    Input(ids.of("from"), "value"),
    Input(ids.of("to"), "value"),
    prevent_initial_call=True,
)
def show_window(start: Any, end: Any) -> tuple[list[Any], list[Any], str]:
    """Head, story and title for another window of months."""
    window = Window.parse({"from": start, "to": end})
    view = serving.view()
    found = england(view, window) if view else None
    if view is None or found is None:
        return (
            [page_head.bare(QUESTION, crumb="England")],
            [states.no_warehouse(serving.refreshing())],
            "Interface Monitor",
        )
    return _head(view, found), _story(view, window), lead.title(found)


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    Input(ids.of("from"), "value"),
    Input(ids.of("to"), "value"),
    prevent_initial_call=True,
)


def _head(view: View, found: England) -> list[Any]:
    banner = [states.demonstration()] if view.mode == "demo" else []
    answer = page_head.draw(
        QUESTION,
        lead.lead(view, found.window),
        lead.meta(found),
        crumb="England, demonstration" if view.mode == "demo" else "England",
    )
    return [*banner, answer, *states.ignored(found.window.ignored)]


def _story(view: View, window: Window) -> list[Any]:
    """Delays and what comes after the wall, the events, and admissions beneath, on one axis."""
    found = england(view, window)
    if found is None:
        return []
    delays, admissions = delays_panel.panel(view, window), admissions_panel.panel(view, window)
    before = [chart_panel.draw(delays, class_name="before")] if delays else []
    here = found.end >= breaks.THE_WALL
    beyond = _beyond(view, window, here=here)
    after = [beyond] if here else []
    split = home_window.split(found.start, found.end, bool(before), bool(after))
    marks = breaks.between(found.start, found.end)
    lane = event_lane.draw(marks, start=found.start, end=found.end)
    beneath = [chart_panel.draw(admissions, size="low", class_name="adm")] if admissions else []
    late = [html.Div(beyond, className="story")] if not after and after_panel.panel(view, window) else []
    return [html.Div([*before, *after], className="story", style=split), lane, *beneath, *late]


def _beyond(view: View, window: Window, *, here: bool) -> html.Div:
    """The wall, and beyond it what came after, with a link to every area that has it."""
    panel = after_panel.panel(view, window)
    if panel is None:
        return wall.beyond([], wall.OUTSIDE if after_panel.held(view) else wall.NOT_LOADED, here=here)
    more = html.P(
        html.A("Show it for a trust, a board or an NHS region", href=after_panel.TRENDS), className="note pad"
    )
    return wall.beyond([chart_panel.draw(panel, level=3, size="watch"), more], here=here)


def _beneath(view: View) -> html.Div:
    """What does not depend on the window: the watch, what changed, and any area's figures to take away."""
    return _kept(view, revised.since(view))


@by_build
def _kept(view: View, since: Since | None) -> html.Div:
    heading, items = changes.changes(view)
    watch, moved = pressure.panel(view), movers.panel(view)
    first = [chart_panel.draw(watch, size="watch")] if watch else []
    lines = [(item.strong, item.rest) for item in items]
    lines += [(f"{revisions.heading(since)}:", f" {revisions.words(since)}")] if since else []
    changed = take_away.changed(heading, lines)
    known = areas.every(view)
    councils = [area.last_period for area in known if area.type == COUNCIL]
    held = councils.count(max(councils, default=""))
    choices = [(area.code, area.name, area.type) for area in known]
    second = [take_away.any_area(choices, held, len(councils) - held), *([take_away.movers(moved)] if moved else [])]
    halves = [html.Section([*first, changed], className="seven-five"), html.Section(second, className="five-seven")]
    return kept.ready(html.Div(halves))


def _months(found: England) -> list[str]:
    return sorted({*found.days["all"], *found.admissions})
