"""What do we decide on Thursday? One screen, and one sheet of A4, for those who decide."""

from typing import Any

import dash
from dash import html

from components import page_head, shell, states, tools
from components.ids import Ids
from components.tools import Take
from components.url_state import href
from domain.areas import ENGLAND
from panels.board import choice, national, page
from panels.board.board import board
from panels.board.watches import short
from panels.schemes import taken
from warehouse import serving
from warehouse.reader import View

PATH = "/board"
dash.register_page(__name__, path=PATH, title="Board", nav="Board", order=2, areas=False)
ids = Ids("board")
QUESTION = "What do we decide on Thursday?"


def layout(**query: Any) -> html.Div:
    """The board of a place; the national watch where nobody uploaded; works without a warehouse."""
    view = serving.view()
    if view is None:
        children = [page_head.bare(QUESTION), states.no_warehouse(serving.refreshing())]
        return shell.page(title="Board – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    place = choice.place(view, query)
    found = board(view, place) if place else None
    said = choice.ignored(view, query, place)
    asked = f"place={place.place.place_id}" if place else _asked(view, query)
    foot = page.foot(view, found)
    if found is None:
        area = choice.area(view, query)
        take = Take(href("/export/board-watches.csv", asked), tools.pack(area.code if area else ENGLAND))
        name, inner = national.name(area), national.body(choice.of(view, query))
        head = page_head.draw(_question(name), national.lead(choice.of(view, query)), national.meta(view))
    else:
        take = taken.take(found.held, "board-watches")
        name, inner = short(found.held.where.place.name), page.body(found)
        head = page_head.draw(_question(name), page.lead(found), page.meta(view, found))
    banner = [states.demonstration("Every place, scheme and number on this page is made up.")]
    children = [*(banner if view.mode == "demo" else []), head, *states.ignored(said)]
    children += [tools.draw(ids, take), *inner, foot]
    title = f"Board: {name} – Interface Monitor"
    return html.Div(
        shell.page(title=title, children=children, doc_title_id=ids.of("title")),
        className="board",
    )


def _question(name: str) -> str:
    return f"{name}: {QUESTION[0].lower()}{QUESTION[1:]}"


def _asked(view: View, query: dict[str, Any]) -> str:
    area = choice.area(view, query)
    return f"area={area.code}" if area else ""


tools.copying(ids)
