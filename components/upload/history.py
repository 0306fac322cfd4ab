"""Every upload that was accepted: who, when, which file, what changed, and the way to take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dash import html

from components import text
from domain import periods


@dataclass(frozen=True)
class Entry:
    """An upload as it is listed. counts: rows added, changed, removed."""

    id: str
    place: str
    at: datetime
    role: str
    file_name: str
    sha256: str
    counts: tuple[int, int, int]
    undone_at: datetime | None


def draw(entries: Sequence[Entry], *, links: bool) -> html.Div:
    """The list, latest first; ``links``: whether this visitor may take one back."""
    if not entries:
        return html.Div(html.P("Nobody has uploaded yet. Take the workbook above and fill it in."), className="empty")
    heads = ("When (UTC)", "Place", "Who", "File", "Added, changed, removed", "State")
    head = html.Tr([html.Th(words, scope="col") for words in heads])
    rows = [_row(one, links=links) for one in entries]
    caption = html.Caption(html.Span("Uploads that were accepted, latest first. The files are kept as they came"))
    table = html.Table([caption, html.Thead(head), html.Tbody(rows)], className="small-table uploads")
    return html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": "Uploads"})


def _row(one: Entry, *, links: bool) -> html.Tr:
    finger = html.Details([html.Summary("sha256"), html.Code(one.sha256)])
    changed = ", ".join(text.whole(number) for number in one.counts)
    cells: list[Any] = [one.place, one.role, [one.file_name, finger], changed, _state(one, links=links)]
    return html.Tr([html.Th(moment(one.at), scope="row"), *(html.Td(cell) for cell in cells)])


def _state(one: Entry, *, links: bool) -> Any:
    if one.undone_at:
        return f"Taken back {moment(one.undone_at)}"
    words = html.Span(f" {one.file_name} of {moment(one.at)}", className="vh")
    link = html.A(["Take back", words], href=f"/upload/undo?upload={one.id}")
    return ["Counts. ", link] if links else "Counts"


def moment(at: datetime) -> str:
    """``25 April 2019, 14:10``."""
    return f"{periods.day_label(at.date())}, {at:%H:%M}"
