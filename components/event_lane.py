"""What happened: national events and definition changes on the time axis of the charts above them.

On wide screens each event stands at its month, in as many rows as keep the words apart; on narrower ones the
lane is a plain list. The sources are named in a closed list beneath.
"""

from collections.abc import Sequence

from dash import html

from components import text
from components.figures.time_axis import days_between
from domain import periods
from domain.breaks import WALL, Mark

LABEL_SHARE = 0.122  # of the lane's width that an event's words take, on the narrowest lane


def draw(marks: Sequence[Mark], *, start: str, end: str, words: float = LABEL_SHARE) -> html.Div:
    """The lane for the months from ``start`` to ``end``; marks of one month and wording are one event.

    words: share of the lane's width that an event's words take.
    """
    shown = list({(m.month, m.short): m for m in marks if start <= m.month <= end}.values())
    if not shown:
        return html.Div(
            [html.B("What happened"), html.P("No event of the reference list falls in this window.", className="note")],
            className="lane",
        )
    shares = [_share(mark.month, start, end) for mark in shown]
    rows = arrange(shares, words)
    items = [_item(mark, share, row, words) for mark, share, row in zip(shown, shares, rows, strict=True)]
    sources = [html.Li([html.B(periods.short_label(m.month)), f": {m.text} Source: {m.source}."]) for m in shown]
    return html.Div(
        [
            html.Div(
                [
                    html.H3("What happened", className="lane-title"),
                    html.P("National events and changes of the counts. None is said to be a cause.", className="sub"),
                ]
            ),
            html.Ol(items, className="events", style={"--rows": max(rows) + 1}),
            html.Details(
                [html.Summary("Sources of these events"), html.Ul(sources, className="plain")],
                className="event-sources",
            ),
        ],
        className="lane",
    )


def arrange(shares: Sequence[float], words: float = LABEL_SHARE) -> list[int]:
    """A row for each event so that the words of no two events in a row overlap."""
    ends: list[float] = []
    rows = []
    for share in shares:
        left = _left(share, words)
        row = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        ends[row : row + 1] = [left + words]
        rows.append(row)
    return rows


def _share(month: str, start: str, end: str) -> float:
    return days_between(start, periods.plus(month, -1)) / days_between(start, end) if month > start else 0.0


def _left(share: float, words: float) -> float:
    """Where the words begin: at the month, or ending there when they would leave the lane."""
    return share if share + words <= 1 else share - words


def _item(mark: Mark, share: float, row: int, words: float) -> html.Li:
    turned = share + words > 1
    style = {"--at": f"{share * 100:.2f}%", "--row": row}
    kinds = " ".join(
        part for part in ("event", "turned" if turned else "", "wall" if mark.kind == WALL else "") if part
    )
    return html.Li(
        [html.B(text.NBSP.join(periods.short_label(mark.month).split())), html.Span(f" {mark.short}")],
        className=kinds,
        style=style,
    )
