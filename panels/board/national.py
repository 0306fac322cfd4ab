"""The board where nobody uploaded: England's pressure watch, an area beside it, and what is missing."""

from typing import Any

from dash import html

from domain import breaks
from panels import sources
from panels.board import page, words
from panels.board.watches import PRESSURE, Watches
from warehouse.queries import freshness
from warehouse.queries.areas import Area
from warehouse.reader import View

MISSING = (
    ("Substitution watch", "long-term admissions or readmissions by month, linked to a scheme as balancing."),
    ("Own admissions", "non-elective admissions of residents: no national file has them by council."),
    ("Money", "lines of spend by version: plan, outturn, next plan."),
    ("Schemes and decisions", "a register of schemes with their indicators, and the decisions proposed."),
    ("Plan against actual", "targets for the year."),
)


def name(area: Area | None) -> str:
    """Whose board it is."""
    return area.name if area else "England"


def lead(found: Watches | None) -> list[Any]:
    """The watch in a sentence."""
    said = words.lead(found) if found else "No month has 24 months of delays and emergency admissions behind it."
    return [said]


def meta(view: View) -> str:
    """What the figures are and where they come from."""
    kind = "Demonstration data. " if view.mode == "demo" else ""
    held = freshness.held(view)
    return kind + sources.cited(held, SERIES, build=view.id, demonstration=view.mode == "demo")


SERIES = ("dtoc_england", "dtoc_councils", "ae_england")


def body(found: Watches | None) -> list[Any]:
    """The watch, and what would stand beside it."""
    lacking = html.Ul([html.Li([html.B(f"{what}: "), why]) for what, why in MISSING], className="plain")
    link = html.P(html.A("Take the template and upload a workbook", href="/upload"))
    right = html.Section([html.H2("What is missing here, and what would fill it"), lacking, link], className="panel")
    if found is None:
        return [html.Div([right], className="sec")]
    ended = [html.P(ENDED, className="note")] if found.month == breaks.DTOC_LAST else []
    left = [html.H2(words.finding(found, PRESSURE)), *page.watch(found.pressure, PRESSURE, found.month), *ended]
    return [html.Div([html.Section(left, className="panel"), right], className="halves sec")]


ENDED = "The count of delays ended in February 2020. The watch starts again when 24 months of one delay count are held."
