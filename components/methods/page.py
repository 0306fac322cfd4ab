"""The sections of the methods page with their worked examples and tables."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import dcc, html

from components import tables
from components.methods import evidence_tables, options, words
from components.methods.sections import SECTIONS, Section
from components.tables import Table
from components.words import parts

PLACES = (*((one.id, one.heading) for one in SECTIONS), ("further", "Where to read on"))

TABLES: Mapping[str, Callable[[], Table]] = {
    "icons": options.chance,
    "verdicts": evidence_tables.verdicts,
    "coverage": evidence_tables.coverage,
    "refused": options.refused,
    "statuses": words.statuses,
}


def draw(examples: Mapping[str, Sequence[str]]) -> html.Div:
    """Every section beside the list of them."""
    return parts.page(PLACES, [*(_section(one, examples.get(one.id, ())) for one in SECTIONS), _further()])


def _section(one: Section, examples: Sequence[str]) -> html.Section:
    said: list[Any] = [html.P(one.first, className="first"), *parts.paragraphs(*one.method)]
    if examples:
        said += [html.H3("Worked from this build"), html.Ul([html.Li(line) for line in examples], className="worked")]
    return parts.section(one.id, one.heading, [*said, *_beside(one.id)])


def _beside(place: str) -> list[Any]:
    """Tables and lists of a section."""
    if place == "control-charts":
        return [_table(options.profiles()), html.H3("Guarded against"), *parts.points(options.TRAPS)]
    if place == "breaks":
        return [_table(words.marks()), *parts.paragraphs(*words.cautions(), name="note")]
    return [_table(TABLES[place]())] if place in TABLES else []


def _table(table: Table) -> html.Div:
    return html.Div(tables.draw(table, label=table.caption), className="small-table")


def _further() -> html.Section:
    links = (
        ("/methods/claims", "Claims of reports, checked", ": which quoted numbers these files bear out, and how"),
        ("/glossary", "Glossary", ": every term in a sentence, and exactly"),
        ("/data", "Data and sources", ": every file, its freshness, its checks and its gaps"),
        ("/accessibility", "Accessibility statement", ": what was tested, and what is known not to work"),
    )
    items = [html.Li([dcc.Link(name, href=href), rest, "."]) for href, name, rest in links]
    return parts.section("further", "Where to read on", [html.Ul(items, className="plain")])
