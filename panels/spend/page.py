"""The spend page beneath its head: purpose, stages drawn, demand, what slipped, cuts that overlap, the wider money."""

from typing import Any

from dash import html

from analysis import spend
from analysis.impact.reasons import NOT_STARTED, TOO_EARLY
from analysis.rates import Refused
from components import tables as drawn_tables
from components import text
from components.scheme import shares, stages
from components.scheme.money import pounds
from components.scheme.shares import percent
from components.scheme.stages import Stage
from components.url_state import href
from domain.local.words import STAGE_SHORT
from panels.schemes import words as scheme_words
from panels.spend import beside, tables, words
from panels.spend.figures import NEXT, OUTTURN, PLAN, Spend, scopes
from warehouse.reader import View

BESIDE = ("specific_social_care", "programme")
FINDINGS = {
    "purpose": "What the money is for: to sustain, to improve, to enable",
    "stage": "Where in the care system it is spent",
    "demand": "Managing demand or meeting it",
}


def body(view: View, found: Spend) -> list[Any]:
    """Every section."""
    return [
        _cut(found, "purpose", []),
        _cut(found, "stage", [_way(found)]),
        _cut(found, "demand", [html.P(said) for said in words.demand(found)]),
        html.Div([_slipped(found), _overlapping(found)], className="halves sec"),
        html.Div([_like(found), _wider(found)], className="halves sec"),
        beside.section(view, found),
        _lines(found),
    ]


def _cut(found: Spend, cut: str, more: list[Any]) -> html.Section:
    heads = [found.label(version) for version in found.versions]
    caption = f"{FINDINGS[cut]}, {found.held.where.place.name}, grant, £ and share of each version"
    table = shares.draw(heads, tables.rows(found, cut), caption=caption, first=tables.CUTS[cut][0])
    sub = (
        "Each share is of the spend of its own version; lines count once. Cuts by other columns overlap with this one."
    )
    return html.Section(
        [html.H2(FINDINGS[cut]), html.P(sub, className="sub"), *more, table, *_under(found, cut)], className="panel sec"
    )


def _under(found: Spend, cut: str) -> list[Any]:
    query = f"place={found.held.where.place.place_id}"
    link = html.A(
        ["CSV", html.Span(f": spend by {cut}", className="vh")],
        href=href(f"/export/spend-{cut}.csv", query),
        download="",
    )
    return [html.Div([link, html.P(scheme_words.source_line(found.held), className="src")], className="under")]


def _way(found: Spend) -> html.Div:
    total = found.total(PLAN)

    def stage(key: str) -> Stage:
        own = found.share(PLAN, stage=key)
        schemes = sum(one.stage == key for one in found.held.schemes)
        amount = f"{pounds(own.amount)}, {percent(own.ratio)}" if own else "nothing"
        return Stage(STAGE_SHORT[key], amount, text.count(schemes, "scheme"), own.amount / total if own else 0.0)

    return stages.draw([stage(key) for key in STAGE_SHORT if key not in BESIDE], [stage(key) for key in BESIDE])


def _slipped(found: Spend) -> html.Section:
    said = [html.Li(one) for one in words.slippage(found) if one]
    return html.Section(
        [html.H2("What slipped, and where it went"), html.Ul(said, className="plain")], className="panel"
    )


def _overlapping(found: Spend) -> html.Section:
    said = [html.Li(one) for one in words.cuts(found)]
    note = html.P("These cuts overlap: they are never added up.", className="note")
    return html.Section(
        [html.H2("Other cuts of the same money"), html.Ul(said, className="plain"), note], className="panel"
    )


def _like(found: Spend) -> html.Section:
    """Plan and outturn over the schemes that can be compared: not those that never started or started just now."""
    schemes = [line for line in found.lines if found.held.scheme(line.id)]
    hardly = [line.id for line in schemes if _hardly(found, line.id)]
    try:
        like = spend.like_for_like(schemes, PLAN, OUTTURN, without=hardly)
    except Refused as problem:
        said: list[Any] = [html.P(f"{text.sentence(str(problem))}.")]
    else:
        way = "less" if like.ratio < 0 else "more"
        said = [
            html.P(
                f"Like for like: {len(like.lines)} of {text.count(like.of_lines, 'scheme')}, {pounds(like.then)} of "
                f"{pounds(like.of_then)} planned. They spent {pounds(like.now)}, {text.percent(abs(like.ratio))} {way} "
                "than planned."
            ),
            html.P(f"Hardly begun, so not compared: {text.join(hardly)}.", className="note") if hardly else None,
        ]
    return html.Section([html.H2("Schemes, like for like"), *[one for one in said if one]], className="panel")


def _hardly(found: Spend, scheme_id: str) -> bool:
    """Whether a scheme has not started, or so late that its outturn says nothing of its plan."""
    line = found.held.line(scheme_id)
    return line is not None and line.verdict in (NOT_STARTED, TOO_EARLY)


def _wider(found: Spend) -> html.Section:
    items = [
        html.Li(
            [
                html.B(f"{scope.name}: {pounds(scope.amount)}. "),
                f"{pounds(scope.classified)} ({text.percent(scope.classified_share)}) has a stage; "
                f"{pounds(scope.unknown)} is not classified.",
            ]
        )
        for scope in scopes(found.held)
    ]
    return html.Section([html.H2("Part of which money"), html.Ul(items, className="plain")], className="panel")


def _lines(found: Spend) -> html.Section:
    table = tables.lines(found)
    drawn = html.Details([html.Summary("Every line of spend"), drawn_tables.draw(table, label=table.caption)])
    return html.Section([drawn, *_under(found, "lines")], className="sec")


__all__ = ["NEXT", "body"]
