"""The page of one scheme: verdict, chain, designs, why this word, commentary and decisions."""

from typing import Any

from dash import html

from analysis.impact.reasons import WORDS
from components import chart_panel, text
from components.scheme import chain as drawn_chain
from components.scheme.mark import mark
from components.tables import Table
from components.url_state import href
from domain.local.words import SIDES, STAGE_SHORT
from panels.schemes import chain, designs, said, words
from panels.schemes.card import table as series_table
from panels.schemes.held import Held
from panels.schemes.series import drawn
from warehouse.queries.local import evidence
from warehouse.queries.local.evidence import Verdict
from warehouse.queries.local.plan import Scheme
from warehouse.reader import View

PATH = "/operational/schemes"


def question(scheme: Scheme) -> str:
    """The question of the page."""
    return f"{scheme.scheme_id} {scheme.name}: what did it change?"


def title(held: Held, scheme: Scheme) -> str:
    """Title of the document."""
    return f"{scheme.scheme_id} {scheme.name} – Schemes – {held.where.place.name} – Interface Monitor"


def lead(held: Held, scheme: Scheme) -> list[Any]:
    """What moved at the indicator that the verdict rests on, and what got worse."""
    line = held.line(scheme.scheme_id)
    if line is None or line.verdict not in WORDS:
        return ["No indicator is registered for this scheme, so nothing can be said of what it changed."]
    found = [one for one in held.linked(scheme.scheme_id) if one.indicator_id == line.rests_on]
    parts: list[Any] = [_moved(held, found[0])] if found else []
    worse = [one for one in held.linked(scheme.scheme_id) if one.role == "balancing" and one.verdict == "worse"]
    if worse:
        parts += [" In the same months ", html.B(f"{_join(held, worse)} got worse"), "."]
    return parts or [text.sentence(line.why) + "."]


def _moved(held: Held, one: Verdict) -> str:
    name = held.indicators[one.indicator_id].name
    effect = held.effect(one, *words.PRIMARY)
    if effect is None or effect.estimate is None:
        return f"{name}: {one.why}."
    if spike := designs.chosen(held, one):
        return f"{name}. {spike[0]} {text.sentence(one.why)}."
    return f"{name}: {words.interval(effect)} after the start. {text.sentence(one.why)}."


def _join(held: Held, worse: list[Verdict]) -> str:
    parts = []
    for one in worse:
        effect = held.effect(one, *words.PRIMARY)
        name = held.indicators[one.indicator_id].name
        name = name[0].lower() + name[1:]
        parts.append(f"{name} ({words.change(effect)})" if effect else name)
    return text.join(parts)


def meta(view: View, held: Held, scheme: Scheme) -> str:
    """Where, who pays and gains, planned and actual start, months after the roll-in, and the source."""
    gains = text.join([SIDES.get(part.strip(), part.strip()) for part in scheme.gains.split(",") if part.strip()])
    start = f"actual {text.month(scheme.actual_start)}" if scheme.actual_start else "not started"
    ended = f", ended {text.month(scheme.ended)}" if scheme.ended else ""
    parts = [
        f"{held.where.council(scheme.area_code)}, {STAGE_SHORT.get(scheme.stage, scheme.stage).lower()}.",
        f"Pays: {SIDES.get(scheme.payer, scheme.payer)}. Gains: {gains or 'not said'}.",
        f"Who must act: {scheme.must_act}." if scheme.must_act else "",
        f"Start planned {text.month(scheme.planned_start)}, {start}{ended}.",
        words.meta(view, held),
    ]
    return " ".join(part for part in parts if part)


def verdict(held: Held, scheme: Scheme) -> html.P | None:
    """The word of the scheme's line."""
    line = held.line(scheme.scheme_id)
    return html.P(mark(line.verdict), className="scheme-verdict") if line and line.verdict in WORDS else None


def body(view: View, held: Held, scheme: Scheme) -> list[Any]:
    """Chain, designs with why this word, commentary and decisions."""
    parts: list[Any] = [_start(scheme)]
    parts.append(drawn_chain.draw(chain.hypotheses(held, scheme), chain.rows(view, held, scheme)))
    found = designs.judged(held, scheme)
    panels = [
        chart_panel.draw(
            designs.panel(held, scheme, one, number),
            level=3,
            size=f"rows-{len(designs.estimates(held, one))}",
            folded=True,
        )
        for number, one in enumerate(found, 1)
    ]
    head = html.H2("What each design says")
    note = html.P(designs.STRIKING, className="note")
    left = html.Section([head, note, *panels] if panels else [head, _none(held, scheme)], className="panel designs")
    line = held.line(scheme.scheme_id)
    word = WORDS.get(line.verdict, "no verdict") if line else "no verdict"
    listed = html.Ol([html.Li(step) for step in designs.steps(held, scheme)])
    right = html.Section([html.H2(f"Why “{word.lower()}”"), listed, _impact(held, scheme)], className="panel")
    parts.append(html.Div([left, right], className="eight-four"))
    parts.append(html.Div([said.commentary(held, scheme), said.decisions(held, scheme)], className="halves"))
    return parts


def _start(scheme: Scheme) -> html.P:
    if not scheme.actual_start:
        return html.P(
            f"It was planned to start in {text.month(scheme.planned_start)} and has not started.", className="start"
        )
    line = " One line through every chart; the shaded months are the roll-in and are left out of every result."
    planned = (
        f" A dotted line marks the planned start, {text.month(scheme.planned_start)}."
        if scheme.planned_start != scheme.actual_start
        else ""
    )
    return html.P([html.B(f"{text.month(scheme.actual_start)}: the scheme starts."), line + planned], className="start")


def _none(held: Held, scheme: Scheme) -> html.P:
    line = held.line(scheme.scheme_id)
    why = text.sentence(line.why) if line else "Nothing is registered"
    return html.P(f"No design gives a number. {why}.")


def _impact(held: Held, scheme: Scheme) -> html.P:
    link = href("/operational/impact", chain.query(held, scheme))
    return html.P(html.A("All designs, refusals and diagnostics", href=link))


def series(view: View, held: Held, scheme: Scheme, name: str, body_: str) -> Table | None:
    """The series behind one claim as rows; None for what is not claimed."""
    if name not in held.indicators:
        return None
    months = evidence.projection(view, held.where.place.place_id, scheme.scheme_id, name, body_)
    return series_table(drawn(view, held, name, scheme.area_code, body_), months, scheme)
