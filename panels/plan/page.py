"""The plan page: missed and met in one sentence, planned and actual change, every target with what was said."""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import tables as drawn
from components import text
from components.url_state import href
from domain.local.reference import NAO, NAO_2015_16
from panels.plan import rows
from panels.schemes import words
from panels.schemes.held import Held
from warehouse.queries.local.evidence import Planned

METHOD = (
    "Plan to date is the plan times the days and the season of the months so far (season of the three years before); "
    "the rest factor is the rate the rest of the year must run at, as a share of the season-adjusted rate so far. "
    "Shares are numerators over denominators added up; averages are only compared with the value of their own period."
)


def question(held: Held) -> str:
    """The question of the page."""
    return f"{held.where.place.name}: are we on plan?"


def lead(held: Held, every: Sequence[Planned]) -> list[Any]:
    """How many targets were missed and met, and which measures moved against their plan."""
    if not every:
        return ["No target is uploaded."]
    counts = {state: sum(one.state == state for one in every) for state in rows.STATES}
    parts = [f"{counts[state]} {name.lower()}" for state, name in rows.STATES.items() if counts[state]]
    against = [name for name, _, _, word in rows.changes(held, every) if word == "missed"]
    said = (
        f" Planned change was missed for {text.join([name[0].lower() + name[1:] for name in against])}."
        if against
        else ""
    )
    return ["Of ", html.B(text.count(len(every), "target")), f": {text.join(parts)}.{said}"]


def body(held: Held, every: Sequence[Planned]) -> list[Any]:
    """Both comparisons, the table, and how it is worked out."""
    if not every:
        return [html.P("Upload targets to see plan against actual here.", className="empty")]
    table = rows.table(held, every)
    link = html.A(
        ["CSV", html.Span(": targets", className="vh")],
        href=href("/export/plan-targets.csv", f"place={held.where.place.place_id}"),
        download="",
    )
    return [
        html.Div([_ours(held, every), _nao()], className="halves sec"),
        html.Section(
            [
                html.H2("Every target: missed first, with what was said at the time"),
                html.P(METHOD, className="sub"),
                drawn.draw(table, label=table.caption),
                html.Div([link, html.P(words.source_line(held), className="src")], className="under"),
            ],
            className="panel sec plan",
        ),
    ]


def _ours(held: Held, every: Sequence[Planned]) -> html.Section:
    found = rows.changes(held, every)
    head = "Planned and actual change on the year before"
    note = f"All councils of the place with a change planned, {rows.period(every[0]) if every else ''}."
    return html.Section([html.H2(head), html.P(note, className="sub"), _changes(found, head)], className="panel")


def _nao() -> html.Section:
    head = "The same comparison for England, as it was published"
    note = f"{NAO}. Quoted: its plans and its admissions are not in the figures held."
    found = [(one.measure, one.planned, one.actual, one.outcome) for one in NAO_2015_16]
    return html.Section([html.H2(head), html.P(note, className="sub"), _changes(found, head)], className="panel")


def _changes(found: Sequence[tuple[str, str, str, str]], caption: str) -> html.Div:
    names = ("Measure", "Planned", "Actual", "Result")
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    lines = [html.Tr([html.Th(first, scope="row"), *(html.Td(cell) for cell in cells)]) for first, *cells in found]
    table = html.Table([html.Caption(caption, className="vh"), head, html.Tbody(lines)])
    return html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": caption})
