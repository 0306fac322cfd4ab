"""Choosing an area and a window of months: three native selects."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html

from components.ids import Ids
from components.url_state import Window
from domain import periods
from domain.areas import REGION

Choice = tuple[str, str, str]


def controls(ids: Ids, *, area: str, choices: Sequence[Choice], window: Window, months: Sequence[str]) -> html.Div:
    """Area, from and to. choices: code, name and type, in the order of the list."""
    months_held = [{"label": periods.label(month), "value": month} for month in months]
    selects = [
        _select(ids.of("area"), "Area", [{"label": _named(one, choices), "value": one[0]} for one in choices], area),
        _select(ids.of("from"), "From", months_held, window.start),
        _select(ids.of("to"), "To", months_held, window.end),
    ]
    return html.Div(
        [*selects, html.Span(id=ids.of("written"), hidden=True)],
        className="controls area-controls",
        role="group",
        **{"aria-label": "Area and months shown"},
    )


def _select(id: str, label: str, options: list[dict[str, str]], value: str) -> html.Div:  # noqa: A002
    return html.Div(
        [html.Label(label, htmlFor=id), dbc.Select(id=id, options=options, value=value, className="select")]
    )


def _named(one: Choice, choices: Sequence[Choice]) -> str:
    """A name, with what it is for a region and with its code where another area has the same name."""
    code, name, kind = one
    if kind == REGION:
        return f"{name} (region)"
    return f"{name} ({code})" if sum(other == name for _, other, _ in choices) > 1 else name
