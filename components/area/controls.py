"""Choosing an area, a window of months, the form of the numbers and how the reasons are drawn: native controls."""

from collections.abc import Mapping, Sequence

import dash_bootstrap_components as dbc
from dash import html

from components import tools
from components.area import choice
from components.area.choice import Choice
from components.ids import Ids
from components.tools import Take
from components.url_state import USUAL, Window
from domain import periods
from domain.areas import REGION

Listed = tuple[str, str, str]
KEYS = ("area", "from", "to", "as", "draw")  # of the address, in the order of the controls


def controls(
    ids: Ids, *, area: str, choices: Sequence[Listed], window: Window, months: Sequence[str], form: str, take: Take
) -> html.Div:
    """Area, from, to and form, and what can be taken away. choices: code, name and type, in the order of the list."""
    months_held = {month: periods.label(month) for month in months}
    selects = [
        _select(ids.of("area"), "Area", {one[0]: _named(one, choices) for one in choices}, area),
        _select(ids.of("from"), "From", months_held, window.start),
        _select(ids.of("to"), "To", months_held, window.end),
        _select(ids.of("as"), "Shown as", choice.FORMS, form),
    ]
    written = html.Span(id=ids.of("written"), hidden=True, **{USUAL: choice.usual()})
    return html.Div(
        [*selects, tools.draw(ids, take), written],
        className="controls area-controls",
        role="group",
        **{"aria-label": "Area, months and form shown"},
    )


def drawn_as(ids: Ids, chosen: Choice) -> html.Fieldset:
    """Two buttons above the small charts: control charts, or lines of twelve months."""
    options = [{"label": words, "value": key} for key, words in choice.DRAWINGS.items()]
    buttons = dbc.RadioItems(id=ids.of("draw"), options=options, value=chosen.draw, className="options")
    return html.Fieldset([html.Legend("Draw the reasons as"), buttons], className="drawn-as")


def _select(id: str, label: str, options: Mapping[str, str], value: str) -> html.Div:  # noqa: A002
    rows = [{"label": words, "value": key} for key, words in options.items()]
    return html.Div([html.Label(label, htmlFor=id), dbc.Select(id=id, options=rows, value=value, className="select")])


def _named(one: Listed, choices: Sequence[Listed]) -> str:
    """A name, with what it is for a region and with its code where another area has the same name."""
    code, name, kind = one
    if kind == REGION:
        return f"{name} (region)"
    return f"{name} ({code})" if sum(other == name for _, other, _ in choices) > 1 else name
