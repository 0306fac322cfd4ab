"""The board drawn: what is decided, both watches, money and schemes, plan against actual, what is late."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from analysis.impact.reasons import WORDS
from components import text
from components.scheme import shares, tally
from components.scheme.mark import mark
from components.scheme.money import pounds
from components.scheme.shares import Amount
from components.scheme.tally import Group
from components.url_state import href
from domain.local.words import DECISIONS
from panels import sources
from panels.board import said, words
from panels.board.board import Board
from panels.board.sides import DAY, Shown
from panels.board.watches import ON, PRESSURE, SUBSTITUTION, Watch
from panels.schemes import words as scheme_words
from panels.schemes.held import NEXT, OUTTURN, PLAN
from panels.schemes.register import NAMES, groups
from panels.schemes.register_page import PATH as REGISTER
from panels.spend.figures import Spend
from warehouse.queries import freshness
from warehouse.queries.local.record import Decision
from warehouse.reader import View

MOST = 6  # councils, decisions and late lines on the one sheet; the rest is counted and linked
HEADS = {PRESSURE: ("Delays a day", "Admissions a day"), SUBSTITUTION: ("Delays a day", "What must not rise")}


def body(found: Board) -> list[Any]:
    """Every section."""
    return [
        _due(found),
        html.Div([_watch(found, PRESSURE), _watch(found, SUBSTITUTION)], className="halves sec"),
        html.Div([_money(found.money), _schemes(found)], className="halves sec"),
        html.Div([_plan(found), _late(found)], className="eight-four sec"),
    ]


def _panel(heading: str, children: Sequence[Any]) -> html.Section:
    return html.Section([html.H2(heading), *children], className="panel")


def _table(caption: str, heads: Sequence[str], rows: Sequence[Any]) -> html.Div:
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))
    table = html.Table([html.Caption(html.Span(caption), className="vh"), head, html.Tbody(list(rows))])
    return html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": caption})


def _more(count: int, what: str, link: str) -> list[Any]:
    left = count - MOST
    return [html.P(["And ", dcc.Link(f"{text.count(left, what)} more", href=link), "."], className="note")] * (left > 0)


def _to(found: Board, scheme_id: str = "") -> str:
    path = f"{REGISTER}/{scheme_id}" if scheme_id else REGISTER
    return href(path, f"place={found.held.where.place.place_id}")


def _due(found: Board) -> html.Section:
    if not found.due:
        return html.Section([html.H2("No decision is due")], className="panel sec")
    heads = ("Scheme", "Proposed", "Why, and what was turned down", "Verdict", "Next plan")
    days = len({one.date for one in found.due}) > 1
    rows = [_decision(found, one, dated=days) for one in found.due[:MOST]]
    table = _table(said.due(found), heads, rows)
    more = _more(len(found.due), "decision", _to(found))
    return html.Section([html.H2("What is proposed"), table, *more], className="panel sec due")


def _decision(found: Board, one: Decision, *, dated: bool) -> html.Tr:
    scheme, line = found.held.scheme(one.scheme_id), found.held.line(one.scheme_id)
    after = found.held.money(one.scheme_id, NEXT)
    name = dcc.Link([html.B(one.scheme_id), f" {scheme.name if scheme else ''}"], href=_to(found, one.scheme_id))
    proposed = [html.B(DECISIONS.get(one.decision, one.decision))]
    proposed += [html.Span(text.day(one.date), className="why")] if dated else []
    turned = f"Turned down: {said.short(one.alternative)}"
    why = [said.short(one.reason), html.Span(turned, className="why")]
    judged = mark(line.verdict) if line and line.verdict in WORDS else "no indicator"
    money = pounds(after) if after is not None else "not given"
    return html.Tr([html.Th(name, scope="row"), html.Td(proposed), html.Td(why), html.Td(judged), html.Td(money)])


def _watch(found: Board, kind: str) -> html.Section:
    heading = said.heading(found, kind)
    if found.watches is None:
        return _panel(heading, [html.P("No month of delays is held for every council of the place.")])
    lines = found.watches.pressure if kind == PRESSURE else words.shown(found.watches)
    return _panel(heading, watch(lines, kind, found.watches.month, found.watches.lacking))


def watch(lines: Sequence[Watch], kind: str, month: str, lacking: Sequence[str] = ()) -> list[Any]:
    """The lines of a watch as a table, with what it compares, what it watches and what it lacks."""
    sub = f"12 months to {text.month(month)} against the 12 before, per day."
    notes = [f"{text.join(list(lacking))}: {LACKING}"] if lacking and kind == SUBSTITUTION else []
    if not lines:
        return [html.P(sub, className="sub"), *(html.P(one, className="note") for one in notes or [NOTHING])]
    rows = [html.Tr([_where(one, month), *_sides(one)]) for one in lines[: MOST + 2]]
    if kind == SUBSTITUTION:
        names = dict.fromkeys(other.name for one in lines for other in one.others if other.moved)
        notes = [f"Watched beside delays: {'; '.join(names)}.", *notes]
    drawn = _table(f"{kind} watch, {sub}", ("Where", *HEADS[kind], "Watch"), rows)
    return [html.P(sub, className="sub"), drawn, *(html.P(one, className="note") for one in notes)]


def _where(one: Watch, month: str) -> html.Th:
    """The area; its months where they are others than the table's."""
    other = [html.Span(f"to {text.month(one.month)}", className="why")] if one.month != month else []
    return html.Th([one.where, *other], scope="row")


LACKING = "no monthly indicator is linked as balancing, so nothing can be watched."
NOTHING = "Upload long-term admissions or readmissions and link them as balancing to run it."


def _sides(one: Watch) -> list[html.Td]:
    why = words.why_off(one)
    state = [html.B("On", className="on") if one.state == ON else words.STATES[one.state]]
    state += [html.Span(why, className="why")] if why else []
    return [html.Td(_side(one.delays, named=one.kind == SUBSTITUTION)), html.Td(_beside(one)), html.Td(state)]


def _beside(one: Watch) -> list[Any]:
    """Admissions, or what is up of what must not rise."""
    if one.kind == PRESSURE:
        return [_side(other, named=other.name.startswith("England")) for other in one.others]
    return [_side(other, named=True) for other in words.risen(one)] or ["None is up"]


def _side(one: Shown, *, named: bool) -> html.Div:
    more = words.numbers(one, units=one.unit != DAY)
    label = [html.Span(f"{one.name}: ")] if named else []
    return html.Div([*label, html.B(words.moved(one)), *([html.Span(more, className="why")] if more else [])])


def _money(money: Spend | None) -> html.Section:
    lines = said.money(money)
    if money is None:
        return _panel("Money", [html.P(lines[0])])
    heading = said.demand(money) or "Money"
    versions = [one for one in (PLAN, OUTTURN, NEXT) if one in money.versions]
    rows = [("All of it", tuple(Amount(money.total(one), None) for one in versions))]
    for name, cut in (("Manages demand", {"demand": "manages"}), ("Improves", {"purpose": "improve"})):
        found = [money.share(one, **cut) for one in versions]
        rows.append((name, tuple(Amount(one.amount, one.ratio) if one else Amount(None, None) for one in found)))
    heads = [money.label(one) for one in versions]
    table = _table(
        "Money by version", ("Grant", *heads), [html.Tr([html.Th(n, scope="row"), *_cells(a)]) for n, a in rows]
    )
    return _panel(heading, [table, html.Ul([html.Li(one) for one in lines[1:]], className="plain")])


def _cells(amounts: Sequence[Amount]) -> list[html.Td]:
    shown = [[pounds(one.pounds)] if one.pounds is not None else ["not known"] for one in amounts]
    return [
        html.Td([*first, *([html.Span(f", {shares.percent(one.share)}", className="share")] if one.share else [])])
        for first, one in zip(shown, amounts, strict=True)
    ]


def _schemes(found: Board) -> html.Section:
    drawn = [
        Group(*NAMES[name], tuple((line.scheme.scheme_id, line.whole.verdict) for line in some))
        for name, some in groups(found.register)
    ]
    lines = [html.P(one) for one in said.substituted(found)]
    return _panel(said.schemes(found).split(". ")[0].rstrip("."), [tally.draw(drawn, _to(found)), *lines])


def _plan(found: Board) -> html.Section:
    items = [html.Li(_bold(one)) for one in said.plan(found)]
    return _panel("Plan against actual", [html.Ul(items, className="plain")])


def _bold(line: str) -> list[Any]:
    head, colon, rest = line.partition(":")
    return [html.B(head), colon, rest]


def _late(found: Board) -> html.Section:
    items = [html.Li([html.B(f"{kind}. "), said.short(one)]) for kind, one in found.late[:MOST]]
    inner = html.Ul(items, className="plain") if items else html.P("Nothing is late or missing.")
    return _panel("Late or missing", [inner, *_more(len(found.late), "line", _to(found))])


def lead(found: Board) -> list[Any]:
    """Decisions due, the widest watch that is on, and the register, in three sentences."""
    parts: list[Any] = [html.B(f"{said.due(found)}. ")]
    if found.watches:
        parts.append(f"{words.lead(found.watches)} ")
    return [*parts, said.schemes(found).split(". ")[0].rstrip(".") + "."]


def meta(view: View, found: Board) -> str:
    """What kind of figures, from which month they are seen, and how the watches work."""
    return scheme_words.meta(view, found.held)


def foot(view: View, found: Board | None) -> html.Div:
    """How the watches work, and every source with both builds."""
    lines = [html.P(f"{words.METHOD} {words.NO_CAUSE}", className="note")]
    if found:
        national = sources.cited(freshness.held(view), SERIES, build=view.id, demonstration=view.mode == "demo")
        lines += [html.P(f"{scheme_words.source_line(found.held)} {national}", className="src")]
    return html.Div(lines, className="under sec")


SERIES = ("dtoc_england", "dtoc_councils", "ae_england")
