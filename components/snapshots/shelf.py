"""The form that makes packs, what is ready of the choice, and the packs on the shelf as tables with downloads."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from components import states, text
from components.ids import Ids

FEW = 12  # packs that are listed without being folded away
KINDS = {True: "demonstration data", False: "official statistics"}


@dataclass(frozen=True)
class OnShelf:
    """A pack that can be taken: address of its download, and whether it is of the build that is served."""

    name: str
    code: str
    month: str
    build: str
    current: bool
    bytes: int
    href: str


def form(
    ids: Ids, areas: Mapping[str, str], months: Mapping[str, str], *, area: str, month: str, packs: int
) -> html.Div:
    """Area, month and the button that makes the pack, or as many packs as the choice is."""
    button = html.Button(button_words(packs), id=ids.of("make"), className="btn", n_clicks=0)
    fields = [_select(ids.of("area"), "Area", areas, area), _select(ids.of("month"), "Month", months, month)]
    return html.Div([*fields, button], className="controls", role="group", **{"aria-label": "The pack to make"})


def button_words(packs: int) -> str:
    """What the button says that it does."""
    return f"Make {f'the {packs} packs' if packs > 1 else 'the pack'} (XLSX and CSV)"


def _select(name: str, label: str, options: Mapping[str, str], value: str) -> html.Div:
    rows = [{"label": words, "value": code} for code, words in options.items()]
    return html.Div(
        [html.Label(label, htmlFor=name), dbc.Select(id=name, options=rows, value=value, className="select")]
    )


def ignored(keys: Sequence[str]) -> list[Any]:
    """A calm line about parts of an address that could not be used; nothing when all were."""
    if not keys:
        return []
    named = text.join([f"‘{key}’" for key in keys])
    words = f"The part {named} of this address could not be used: look at what is chosen below."
    return [states.banner([words])]


def ready(one: OnShelf | None, packs: int, why: str) -> list[Any]:
    """What can be taken of the choice, or that it has to be made, or why it cannot be."""
    if why:
        return [html.P(why)]
    what, are = (f"The {packs} packs", "are") if packs > 1 else ("The pack", "is")
    if one is None:
        return [html.P(f"{what} of this choice {are} not made yet.")]
    old = "" if one.current else " of an earlier build: made again, it has the figures of today"
    return [html.P([f"{what} of this choice {are} ready{old}. ", _link(one), "."])]


def shelf(packs: Sequence[OnShelf], whole: Sequence[OnShelf], *, demonstration: bool) -> list[Any]:
    """The packs that are there, newest month first; an empty shelf says how to fill it."""
    if not packs and not whole:
        return [html.Div(html.P("No pack has been made yet. Choose an area and a month above."), className="empty")]
    kind = KINDS[demonstration]
    parts: list[Any] = [_table(whole, f"Every area of a month in one file, {kind}")] if whole else []
    if len(packs) <= FEW:
        return [*parts, _table(packs, f"Month packs that can be taken, {kind}")]
    for month, some in itertools.groupby(packs, key=lambda one: one.month):
        listed = list(some)
        words = f"{text.month(month)}: {text.count(len(listed), 'pack')}"
        table = _table(listed, f"Month packs of {text.month(month)}, {kind}")
        parts.append(html.Details([html.Summary(words), table], className="month"))
    return parts


def _table(packs: Sequence[OnShelf], caption: str) -> html.Div:
    head = html.Tr([html.Th(words, scope="col") for words in ("Area", "Month", "Pack", "Build")])
    table = html.Table(
        [html.Caption(html.Span(caption)), html.Thead(head), html.Tbody([_row(one) for one in packs])],
        className="packs",
    )
    return html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": caption})


def _row(one: OnShelf) -> html.Tr:
    build = one.build if one.current else f"{one.build} (an earlier build)"
    name = html.Th(f"{one.name} ({one.code})" if one.code else one.name, scope="row")
    return html.Tr([name, html.Td(text.month(one.month)), html.Td(_link(one)), html.Td(build)])


def _link(one: OnShelf) -> html.A:
    words = ["Download", html.Span(f" {one.name}, {text.month(one.month)}", className="vh")]
    size = f", {_size(one.bytes)}" if one.bytes else ""
    return html.A([*words, f" (ZIP{size})"], href=one.href, download="")


def _size(count: int) -> str:
    """Bytes as people read them: ``84 KB``, ``12.3 MB``."""
    if count < 1_000_000:
        return f"{-(-count // 1000):,}{text.NBSP}KB"
    return f"{text.decimal(count / 1_000_000, 1)}{text.NBSP}MB"
