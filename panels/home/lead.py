"""The first sentences of the front page, its meta line and its title."""

from typing import Any

from dash import html

from analysis import change
from components import text
from components.url_state import Window
from domain import breaks
from panels import sources
from panels.home import delays as delays_panel
from panels.home.england import England, england
from warehouse.reader import View

NAME = "Interface Monitor"


def title(found: England) -> str:
    """Title of the document: page, window, product."""
    return f"Where are we, nationally: {text.stretch(found.start, found.end)} – England – {NAME}".replace(
        text.NBSP, " "
    )


def meta(found: England) -> str:
    """Data to, published and revised, and what kind of figures these are."""
    kind = "Demonstration data." if found.demonstration else "Official statistics."
    return f"{kind} {sources.meta(found)} Build {found.build}."


def lead(view: View, window: Window) -> list[Any]:
    """Both series in words, each in its own last month; falls back to the one that is held."""
    found = england(view, window)
    if found is None:
        return ["No figures are held."]
    parts: list[Any] = []
    if found.delays_end and found.admissions_end and found.admissions_end > found.delays_end == breaks.DTOC_LAST:
        return [*_admissions(found), " ", *_ended(found)]
    if found.delays_end:
        parts += _delays(found)
    if found.admissions_end:
        parts += [" ", *_admissions(found)]
    return parts


def _delays(found: England) -> list[Any]:
    """The last month of delays against the highest of the window, or against the year before."""
    beds = found.beds("all")
    turns = delays_panel.turning_points(beds)
    end, highest = found.delays_end, turns[0].month
    moved = (
        change.compare(found.days["all"], [end], [highest])
        if highest != end
        else change.year_before(found.days["all"], end)
    )
    versus = "in the highest month shown," if highest != end else "a year before,"
    against = f", {_than(text.more_or_fewer(moved))} {versus} {text.month(moved.then_months[0])}" if moved else ""
    return [
        "In ",
        text.month(end),
        " ",
        html.B(f"{text.whole(beds[end])} people", className="n"),
        f" were delayed on an average day{against}.",
    ]


def _admissions(found: England) -> list[Any]:
    """The last month of admissions against a year before, and twelve months against twelve."""
    end = found.admissions_end
    latest, year, long = (
        change.per_day(found.admissions)[end],
        change.year_before(found.admissions, end),
        change.twelve_months(found.admissions, end),
    )
    against = f", {_than(text.more_or_fewer(year))} a year before" if year else ""
    over = {"similar": "about the same", "up": "higher", "down": "lower"}
    months = (
        "; over twelve months they are "
        f"{'' if long.direction == 'similar' else text.percent(long.ratio) + ' '}{over[long.direction]}"
        if long
        else ""
    )
    return [
        "Emergency admissions ran at ",
        html.B(f"{text.whole(latest)} a day", className="n"),
        f" in {text.month(end)}{against}{months}.",
    ]


def _than(words: str) -> str:
    return f"{words} as" if words.startswith("about") else f"{words} than"


def _ended(found: England) -> list[Any]:
    """The count of delays that ended, and the silence after it."""
    last = found.beds("all")[found.delays_end]
    return [
        f"The count of delays they were read against ended in {text.month(found.delays_end)}, at ",
        html.B(f"{text.whole(last)} people", className="n"),
        " on an average day. What replaced it counts something else.",
    ]
