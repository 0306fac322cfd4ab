"""The register page from head to foot: lead, tally, money, the table, gaps and decisions due."""

from typing import Any

from dash import dcc, html

from analysis.impact.reasons import WORDS
from components import text
from components.scheme import register as drawn
from components.scheme import tally
from components.scheme.mark import ORDER, mark
from components.scheme.money import pounds
from components.scheme.register import Row
from components.scheme.tally import Group
from components.url_state import href
from domain.local.words import LEVELS, STAGE_SHORT
from panels.schemes import gaps, words
from panels.schemes.held import Held
from panels.schemes.register import NAMES, Filters, Line, groups, lines, moved
from warehouse.queries.local.record import Decision
from warehouse.reader import View

PATH = "/operational/schemes"
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def question(held: Held) -> str:
    """The question of the page."""
    return f"{held.where.place.name.removesuffix(' Partnership')}: is each scheme delivering?"


def title(held: Held) -> str:
    """Title of the document."""
    return f"Schemes: {held.where.place.name} – Interface Monitor"


def number(count: int) -> str:
    """Small numbers in words."""
    return SMALL[count] if count < len(SMALL) else str(count)


def lead(every: tuple[Line, ...]) -> list[Any]:
    """How many moved what they were meant to move, and what became of the others."""
    if not every:
        return ["No scheme passes these filters."]
    good, substituted = moved(every)
    by = {name: len(some) for name, some in groups(every)}
    parts: list[Any] = [
        f"Of {text.count(len(every), 'scheme')} ",
        html.B(f"{number(good)} moved what they were meant to move"),
    ]
    if substituted:
        parts.append(f", {number(substituted)} of them while something else got worse")
    parts.append(". ")
    said = [
        (by.get("emerging", 0), "shows a first sign", "show a first sign"),
        (by.get("worse", 0), "moved the wrong way", "moved the wrong way"),
        (by.get("no_effect", 0), "shows no effect", "show no effect"),
        (by.get("not_judged", 0), "cannot be judged", "cannot be judged"),
        (by.get("not_delivered", 0), "was not delivered", "were not delivered"),
    ]
    rest = [f"{number(count)} {one if count == 1 else many}" for count, one, many in said if count]
    return [*parts, f"{text.sentence(text.join(rest))}." if rest else ""]


def body(view: View, held: Held, filters: Filters) -> list[Any]:
    """Everything beneath the controls."""
    every = lines(held, filters)
    return [*_table(held, every), _shapes(), *_under(view, held)]


def top(held: Held, filters: Filters) -> list[Any]:
    """What stands above the controls: the tally and the money."""
    every = lines(held, filters)
    found = [
        Group(*NAMES[name], tuple((line.scheme.scheme_id, line.whole.verdict) for line in some))
        for name, some in groups(every)
    ]
    plan, outturn = (sum(value or 0.0 for value in values) for values in _money(every))
    said = (
        "Money and outputs say what was bought; only the verdicts say what changed. A verdict of one indicator is no "
        "proof that a scheme did it alone."
    )
    money = html.P([html.B(f"{pounds(outturn)} of {pounds(plan)} was spent."), f" {said}"], className="large")
    across = html.P(
        [
            html.B("Read across."),
            " One verdict for each level, never an average. A dash (–) means that no indicator is registered at that "
            "level: a gap in the plan, not a verdict.",
        ],
        className="note",
    )
    return [tally.draw(found), html.Div([money, across], className="eight-four")] if every else []


def _money(every: tuple[Line, ...]) -> tuple[list[float | None], list[float | None]]:
    return [line.plan for line in every], [line.outturn for line in every]


def _table(held: Held, every: tuple[Line, ...]) -> list[Any]:
    if not every:
        return [html.P("No scheme passes these filters. Choose others.", className="empty")]
    drawn_groups = [(NAMES[name][0], _said(some), [_row(held, line) for line in some]) for name, some in groups(every)]
    caption = f"Schemes of {held.where.place.name} by summary verdict, with a verdict for each level, money and outputs"
    return [drawn.draw(drawn_groups, caption=caption)]


def _said(some: tuple[Line, ...]) -> str:
    spent = sum(line.outturn or 0.0 for line in some)
    return f"{text.count(len(some), 'scheme')}, {pounds(spent)} spent"


def _row(held: Held, line: Line) -> Row:
    scheme = line.scheme
    levels = tuple(
        (found.verdict, words.why(held, found)) if (found := line.levels[level]) else None for level in LEVELS
    )
    return Row(
        scheme.scheme_id,
        scheme.name,
        href(f"{PATH}/{scheme.scheme_id}", f"place={held.where.place.place_id}"),
        f"{line.council}, {STAGE_SHORT.get(scheme.stage, scheme.stage).lower()}",
        levels,
        line.plan,
        line.outturn,
        line.delivered,
        scheme.output_unit,
        _decision(line.decision),
    )


def _decision(found: Decision | None) -> tuple[str, str]:
    first, _, second = words.decision(found).partition(", ")
    return first, second


def _shapes() -> html.Section:
    items = [html.Li(mark(code)) for code in ORDER]
    return html.Section(
        [html.H2(f"The {len(WORDS)} words and their shapes"), html.Ul(items, className="shapes")], className="panel"
    )


def _under(view: View, held: Held) -> list[Any]:
    found = [*gaps.gaps(view, held), *gaps.payers(held), *gaps.waiting(held)]
    listed = html.Ul([html.Li([html.B(f"{kind}. "), said]) for kind, said in found], className="plain")
    due = [one for one in held.decisions if one.state == "proposed"]
    asked = html.Ul([html.Li(_asked(held, one)) for one in due], className="plain")
    left = html.Section([html.H2("Gaps, double claims and waiting"), listed], className="panel")
    right = html.Section(
        [
            html.H2("Decisions due"),
            asked if due else html.P("None is due."),
            html.H2("Most money, least evidence"),
            _stages(held),
        ],
        className="panel",
    )
    return [html.Div([left, right], className="eight-four"), html.P(words.source_line(held), className="note src")]


def _asked(held: Held, one: Decision) -> list[Any]:
    """A decision that is due, with its reason and the page where it is taken."""
    page = href(f"{PATH}/{one.scheme_id}", f"place={held.where.place.place_id}")
    link = dcc.Link([html.B(one.scheme_id), f" {words.decision(one)}"], href=page)
    return [link, html.Span(one.reason, className="why")]


def _stages(held: Held) -> html.Ul:
    items = [
        html.Li(
            [
                html.B(stage.name),
                _of_stage(stage),
            ]
        )
        for stage in gaps.stages(held)
    ]
    return html.Ul(items, className="plain")


def _of_stage(stage: gaps.Stage) -> str:
    known = f"{number(stage.with_evidence) if stage.with_evidence else 'none'} with evidence"
    return f" {pounds(stage.plan)}, {text.count(stage.schemes, 'scheme')}, {known}"
