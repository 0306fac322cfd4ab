"""The first sentences of an area's page, its meta line, heading and title."""

from typing import Any

from dash import html

from components import text
from domain import areas, delays
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures

NAME = "Interface Monitor"
COUNTED = {
    areas.COUNTRY: "The national series",
    areas.REGION: "The sum of the councils of the region, counted for the council responsible",
    areas.COUNCIL: "Counted for the council responsible, in any hospital",
}


def heading(found: AreaFigures) -> str:
    """The question of the page, about the area."""
    return f"{found.area.name}: why are people delayed, and who owns each reason?"


def title(found: AreaFigures) -> str:
    """Title of the document: page, area, window, product."""
    window = text.stretch(found.window.start, found.window.end)
    return f"Why people are delayed: {found.area.name} – {window} – {NAME}".replace(text.NBSP, " ")


def meta(found: AreaFigures) -> str:
    """Data to, published and revised, what kind of figures these are, and whose delays are counted."""
    kind = "Demonstration data." if found.demonstration else "Official statistics."
    fresh = sources.meta_of(found, found.source, "Delayed transfers of care")
    return f"{kind} {fresh} {COUNTED[found.area.type]}. Build {found.build}."


def lead(found: AreaFigures) -> list[Any]:
    """People delayed, the split by body, and what the largest reasons make up."""
    if not found.months:
        return [f"No figures are held for {found.area.name} {words.over(found)}. {words.said_of_months(found)}"]
    if not found.total:
        return [f"No delay was reported {words.over(found)}{words.held(found)}."]
    nhs, social, both = (text.people(found.people(found.bodies[body])) for body in delays.BODIES)
    return [
        "Of ",
        html.B(f"{text.people(found.total)} people", className="n"),
        f" delayed on an average day {words.over(found)}{words.held(found)}, the NHS was responsible for {nhs}, "
        f"social care for {social} and both for {both}. {_largest(found)}",
    ]


def _largest(found: AreaFigures) -> str:
    """The two largest reasons and their share."""
    codes, share = words.top(found, 2)
    if len(codes) == 1:
        return f"One reason, {words.reasons_in_words(codes)}, makes up all of it."
    return f"Two reasons, {words.reasons_in_words(codes)}, make up {text.share(share)}."
