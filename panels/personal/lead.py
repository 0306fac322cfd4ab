"""Heading, first sentences, method and meta line of the page on outcomes."""

from typing import Any

from dash import html

from components import text
from panels import sources
from panels.personal import moves, words
from panels.personal.figures import SOURCE, Outcomes
from panels.personal.moves import Latest

NAME = "Interface Monitor"
QUESTION = "is life better for people?"
METHOD = (
    "How sure: every survey figure stands with the publisher’s margin of error (95 %). A change counts when it is "
    "larger than both margins together, √(m₁² + m₂²); by chance alone about one in twenty does. Points are never "
    "joined, and no change is judged against a voluntary year or across another definition."
)
# What people say of themselves, for the measure that the first sentence is about.
SAID = {
    "control_over_daily_life": "of people who use services say that they have control over their daily life",
    "carers_quality_of_life": "is the quality of life of carers, from 0 to 12",
}


def heading(found: Outcomes) -> str:
    """The question of the page, about the area."""
    return f"{found.area.name}: {QUESTION}"


def title(found: Outcomes) -> str:
    """Title of the document."""
    return f"Outcomes for people: {found.area.name} – {NAME}"


def meta(found: Outcomes) -> str:
    """What kind of figures, to when, and the build."""
    kind = "Demonstration data." if found.demonstration else "Official statistics."
    fresh = sources.meta_of(found, SOURCE, "Adult Social Care Outcomes Framework")
    return f"{kind} {fresh} Every figure is of a financial year. Build {found.build}."


def lead(found: Outcomes) -> list[Any]:
    """Control over daily life with its margin, and which measures moved beyond theirs."""
    first = next((one for one in map(moves.latest, found.measures) if one.now and one.measure.margins), None)
    if first is None or first.now is None:
        return [f"No survey figure is published for {found.area.name}."]
    said = SAID.get(first.measure.id, f"is the latest figure of “{words.lower(first.measure.label)}”")
    where = f"In {found.area.name}, " if not found.england else "In England, "
    number = html.B(words.number(first.measure, first.now), className="n")
    return [where, number, f" {said} ({first.now.year}{_england(found, first)}). ", moved(found)]


def _england(found: Outcomes, first: Latest) -> str:
    """England in the same year, where the area is another."""
    if found.england or first.now is None:
        return ""
    beside = next(one.england for one in found.measures if one.measure == first.measure)
    point = next((one for one in beside if one.year == first.now.year and one.value is not None), None)
    return f"; England {words.number(first.measure, point)}" if point else ""


def moved(found: Outcomes) -> str:
    """Which survey measures moved by more than their margins since the round before; else that it cannot be told."""
    judged = moves.surveys(found.measures)
    beyond = [one for one in judged if one.moved]
    if not judged:
        return "No change can be judged: there are not two rounds that may be compared."
    several = text.count(len(judged), "survey measure")
    if not beyond:
        return (
            f"Of {several}, none moved by more than its margins since the round before: whether life changed cannot "
            "be told."
        )
    named = text.join([f"{words.lower(one.measure.label)} ({words.direction(one)})" for one in beyond])
    whose = "its margins" if len(beyond) == 1 else "their margins"
    rest = " Of the others no change can be told." if len(beyond) < len(judged) else ""
    return f"Of {several}, {len(beyond)} moved by more than {whose} since the round before: {named}.{rest}"
