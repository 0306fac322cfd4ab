"""The form that makes a pack, what became of it, and the packs on the shelf as a table with downloads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html

from components import text
from components.ids import Ids


@dataclass(frozen=True)
class OnShelf:
    """A pack that can be taken: address of its download, and whether it is of the build that is served."""

    name: str
    code: str
    month: str
    build: str
    current: bool
    kilobytes: int
    href: str


def form(ids: Ids, areas: Mapping[str, str], months: Mapping[str, str], area: str, month: str) -> html.Div:
    """Area, month and the button that makes the pack."""
    button = html.Button("Make the pack (XLSX and CSV)", id=ids.of("make"), className="btn", n_clicks=0)
    fields = [_select(ids.of("area"), "Area", areas, area), _select(ids.of("month"), "Month", months, month)]
    return html.Div([*fields, button], className="controls", role="group", **{"aria-label": "The pack to make"})


def _select(name: str, label: str, options: Mapping[str, str], value: str) -> html.Div:
    rows = [{"label": words, "value": code} for code, words in options.items()]
    return html.Div(
        [html.Label(label, htmlFor=name), dbc.Select(id=name, options=rows, value=value, className="select")]
    )


def shelf(packs: Sequence[OnShelf], *, kind: str) -> html.Div:
    """The packs that are there, newest month first; an empty shelf says how to fill it."""
    if not packs:
        return html.Div(html.P("No pack has been made yet. Choose an area and a month above."), className="empty")
    head = html.Tr([html.Th(words, scope="col") for words in ("Area", "Month", "Build", "Pack")])
    rows = [_row(one) for one in packs]
    caption = html.Caption(html.Span(f"Month packs that can be taken, {kind}"))
    table = html.Table([caption, html.Thead(head), html.Tbody(rows)])
    return html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": "Month packs"})


def _row(one: OnShelf) -> html.Tr:
    build = one.build if one.current else f"{one.build} (an earlier build)"
    words = ["Download", html.Span(f" {one.name}, {text.month(one.month)}", className="vh")]
    link = html.A([*words, f" (ZIP, {one.kilobytes:,}{text.NBSP}KB)"], href=one.href, download="")
    name = html.Th(f"{one.name} ({one.code})", scope="row")
    return html.Tr([name, html.Td(text.month(one.month)), html.Td(build), html.Td(link)])
