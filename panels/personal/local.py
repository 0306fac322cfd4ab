"""Questions to the people whom local schemes reached: pooled answers, what they say, small numbers in words."""

import json
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from dash import html

from components import chart_panel, states, text
from components.chart_panel import Panel
from components.figures.before_after import Around, around_chart
from components.scheme.mark import mark
from components.tables import Column, Table
from components.url_state import href
from domain import periods
from domain.local import spans
from panels.personal.figures import Outcomes
from panels.schemes import chain
from panels.schemes.card import card
from panels.schemes.held import Held, held
from panels.schemes.scope import where
from panels.schemes.series import MIDDLE, Drawn, drawn
from warehouse.queries.local import plan
from warehouse.queries.local.evidence import Effect
from warehouse.queries.local.measures import LocalIndicator
from warehouse.reader import View

HEADING = "People reached by local schemes say"
CSV = "/export/personal-outcomes.csv"


@dataclass(frozen=True)
class Question:
    """A local question in one council: its panel, a scheme's verdict on it (empty for none), and what is said."""

    panel: Panel
    verdict: str = ""
    said: str = ""


def section(view: View, found: Outcomes) -> html.Section:
    """The local questions of an area, or who has any."""
    shown = [one for place in places(view, found.area.code) for one in questions(view, place, found.area.code)]
    body: list[Any] = [html.Div([_card(one) for one in shown], className="thirds")] if shown else [_nobody(view, found)]
    about = (
        "Asked of the people reached, before and after: it can show what a survey of the whole council cannot. Answers "
        "are pooled, at least 100 a side. Counts of 1 to 7 people are suppressed, others rounded to 5."
    )
    return html.Section([html.H2(HEADING), html.P(about, className="sub"), *body], className="sec local")


def places(view: View, area: str) -> tuple[Held, ...]:
    """What is held of every place that this council is part of."""
    found = (where(view, {"place": one.place_id}) for one in plan.places(view))
    return tuple(held(view, one) for one in found if one and area in [council.code for council in one.councils])


def asked(of: Held) -> list[LocalIndicator]:
    """Personal indicators by quarter or year that are the place's own."""
    return [
        one
        for one in of.indicators.values()
        if one.level == "personal" and one.frequency in (spans.QUARTER, spans.YEAR) and not one.national
    ]


def questions(view: View, of: Held, area: str) -> list[Question]:
    """The local questions of a council that have been answered."""
    found = []
    for indicator in asked(of):
        series = drawn(view, of, indicator.indicator_id, area)
        if series.values or series.why:
            found.append(_question(view, of, indicator, area))
    return found


def _question(view: View, of: Held, indicator: LocalIndicator, area: str) -> Question:
    """Around the start of the scheme that claims it first; by itself where none does."""
    own = panel(view, of, indicator, area)
    pairs = [
        (link, scheme)
        for link in of.links
        if link.indicator_id == indicator.indicator_id and (scheme := of.scheme(link.scheme_id))
        if scheme.area_code == area
    ]
    if not pairs:
        return Question(own, said="No scheme of this council claims it.")
    link, scheme = min(pairs, key=lambda pair: (pair[0].role != "outcome", pair[0].is_primary != "yes"))
    claim = card(view, of, scheme, link, chain.axis(of))
    verdict = claim.verdict.verdict if claim.verdict else ""
    effect = of.effect(claim.verdict, "survey") if claim.verdict else None
    said = f"{scheme.scheme_id} {scheme.name}. {_pooled(effect)}{claim.said}"
    if claim.panel:
        own = replace(own, figure=claim.panel.figure, finding=claim.panel.finding)
    return Question(own, verdict, said)


def _pooled(effect: Effect | None) -> str:
    """How many answers stand on either side; empty where they are not pooled."""
    found = json.loads(effect.details or "{}") if effect else {}
    if "answers_before" not in found:
        return ""
    return f"About {found['answers_before']:,} answers before, {found['answers_after']:,} after. "


def panel(view: View, of: Held, indicator: LocalIndicator, area: str) -> Panel:
    """Every value of a question as it may be shown."""
    series = drawn(view, of, indicator.indicator_id, area)
    pairs = {"area": area, "place": of.where.place.place_id, "indicator": indicator.indicator_id}
    figure = around_chart(
        Around(
            chain.axis(of),
            {month: value for month, value in series.values.items() if month in chain.axis(of)},
            suffix=series.suffix,
            decimals=series.decimals,
            line=False,
            ceiling=series.top,
        )
    )
    unit = "Share of people, %" if indicator.unit == "%" else text.sentence(indicator.unit)
    limits = " ".join(part for part in (indicator.definition, indicator.caveat) if part)
    return Panel(
        f"personal-{indicator.indicator_id.lower()}",
        finding=indicator.name,
        subtitle=f"{unit}, by {series.frequency}. {indicator.indicator_id}. {_hidden(series)}",
        figure=figure if series.values else None,
        table=table(of, series, area),
        source=f"Source: {series.source}",
        csv=href(CSV, urlencode(pairs)),
        note=limits,
    )


def _hidden(series: Drawn) -> str:
    """How many values are not shown, and why."""
    why = {said: sum(one == said for one in series.why.values()) for said in series.why.values()}
    return " ".join(f"{text.count(number, 'value')} not shown: {said}." for said, number in why.items())


def table(of: Held, series: Drawn, area: str) -> Table:
    """The values with the answers that they rest on, and why one is not shown."""
    indicator = series.indicator
    columns = (
        Column("period", "Middle of the period", kind="month"),
        Column("of", "Period", kind="text"),
        Column("value", text.sentence(indicator.unit), series.decimals),
        Column("answers", "Answers, to the nearest 5", 0),
        Column("status", "Status", kind="text"),
    )
    back = MIDDLE[series.frequency]
    rows = tuple(
        (
            month,
            spans.Span(periods.plus(month, -back), series.frequency).label,
            series.values.get(month, "not shown"),
            series.bases.get(month, "not shown"),
            series.why.get(month, "shown"),
        )
        for month in sorted({*series.values, *series.why})
    )
    name = f"{indicator.indicator_id} {indicator.name}"
    return Table(name, f"{name}, {of.where.council(area)}", columns, rows)


def _card(one: Question) -> html.Div:
    drawing = None if one.panel.figure else states.nothing("Nothing may be shown.", "Larger numbers would fill it.")
    verdict = [html.P(mark(one.verdict), className="chain-verdict")] if one.verdict else []
    said = [html.P(one.said, className="note")] if one.said else []
    return html.Div([chart_panel.draw(one.panel, level=3, size="chain", drawing=drawing), *verdict, *said])


def _nobody(view: View, found: Outcomes) -> html.P:
    """Who has uploaded answers, where this area has not."""
    councils = [
        council
        for place in plan.places(view)
        if (at := where(view, {"place": place.place_id}))
        for council in at.councils
    ]
    links: list[Any] = []
    for council in councils:
        links += [", " if links else "", html.A(council.name, href=href("/personal/outcomes", f"area={council.code}"))]
    who = [" Answers of other places are held: ", *links, "."] if links else []
    return html.P([f"No place has uploaded answers of people in {found.area.name}.", *who])
