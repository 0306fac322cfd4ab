"""The impact page beneath its head: the series, the designs, placebos, diagnostics and refusals."""

import json
from typing import Any

from dash import html

from components import chart_panel
from components.chart_panel import Panel
from components.figures.placebo import areas_chart, dates_chart
from components.tables import Column, Table
from components.url_state import href
from panels.impact import words
from panels.impact.choice import Choice, query
from panels.schemes import card, chain, designs
from panels.schemes import words as scheme_words
from panels.schemes.held import Held
from warehouse.reader import View


def body(view: View, held: Held, choice: Choice) -> list[Any]:
    """Every section; what cannot be drawn says why."""
    shown = card.card(view, held, choice.scheme, choice.link, chain.axis(held))
    series = [chart_panel.draw(shown.panel, size="main")] if shown.panel else [html.P("No value of it is held.")]
    found = designs.estimates(held, choice.verdict)
    panel = designs.panel(held, choice.scheme, choice.verdict, 1) if found else None
    drawn = [chart_panel.draw(panel, size=f"rows-{len(found)}")] if panel else []
    return [
        html.Div(series, className="sec"),
        html.Div(
            [html.Div(drawn or [html.P("No design gives a number.")]), _told(held, choice)], className="eight-four sec"
        ),
        html.Div(
            [*_placebos(held, choice), _diagnostics(held, choice), _refusals(held, choice)], className="halves sec"
        ),
    ]


def _told(held: Held, choice: Choice) -> html.Section:
    return html.Section(
        [
            html.H2("Why then, and could it ever show?"),
            html.P(words.chosen(held, choice)),
            html.P(words.showing(held, choice)),
            html.P(words.STRIKING, className="note"),
        ],
        className="panel",
    )


def _placebos(held: Held, choice: Choice) -> list[Any]:
    panels = [one for one in (areas_panel(held, choice), dates_panel(held, choice)) if one]
    return [chart_panel.draw(one, size="low") for one in panels]


def areas_panel(held: Held, choice: Choice) -> Panel | None:
    """What the same months did in councils without the scheme."""
    found = held.effect(choice.verdict, "placebo_areas")
    if found is None or found.estimate is None:
        return None
    details = json.loads(found.details)
    others = details["others"]
    name = held.where.council(choice.scheme.area_code)
    return Panel(
        "impact-areas",
        finding=f"{details['extreme']} of {len(others)} other councils moved at least as far in the same months",
        subtitle=(
            "12 months after the roll-in against 24 before, less the median of all councils. "
            f"p = {found.p:.3g}, by rank; at most 0.10 is asked of a scheme that is called working."
        ),
        figure=areas_chart(others, found.estimate, name),
        table=areas_table(held, choice),
        source=scheme_words.source_line(held),
        csv=href("/export/impact-areas.csv", query(held, choice)),
        note="Councils with 5 or more beds a day and complete months; partners in the scheme are left out.",
    )


def areas_table(held: Held, choice: Choice) -> Table:
    """The changes of all councils, ordered; only our own is named."""
    found = held.effect(choice.verdict, "placebo_areas")
    others = json.loads(found.details)["others"] if found and found.details else []
    ours = (
        [(held.where.council(choice.scheme.area_code), found.estimate)] if found and found.estimate is not None else []
    )
    rows = sorted([*(("another council", value) for value in others), *ours], key=lambda row: row[1])
    columns = (Column("council", "Council", kind="text"), Column("change_pct", "Change less the median, %", 1))
    return Table(
        "placebo areas",
        f"Placebo areas, {choice.scheme.scheme_id}, {words.indicator(held, choice)}",
        columns,
        tuple(rows),
    )


def dates_panel(held: Held, choice: Choice) -> Panel | None:
    """What made-up starts before the real one would have said; they overlap, so there is no p."""
    table = dates_table(held, choice)
    if not table.rows:
        return None
    found = held.effect(choice.verdict, "placebo_dates")
    unit = "\u00a0%" if found and found.unit == "percent" else ""
    dates = [(str(row[0]), float(row[1]), float(row[2]), float(row[3])) for row in table.rows]
    striking = sum(low > 0 or high < 0 for _, _, low, high in dates)
    return Panel(
        "impact-dates",
        finding=f"{striking} of {len(dates)} made-up start dates would look like an effect",
        subtitle="The same design at dates before the scheme began. The dates overlap, so there is no p.",
        figure=dates_chart(dates, start=choice.scheme.actual_start, unit=unit),
        table=table,
        source=scheme_words.source_line(held),
        csv=href("/export/impact-dates.csv", query(held, choice)),
    )


def dates_table(held: Held, choice: Choice) -> Table:
    """Estimates of made-up starts with their intervals."""
    found = held.effect(choice.verdict, "placebo_dates")
    drawn = json.loads(found.details).get("dates", []) if found and found.details else []
    columns = (
        Column("period", "Made-up start", kind="month"),
        Column("estimate", "Estimate", 1),
        Column("lower", "Lower, 95 %", 1),
        Column("upper", "Upper, 95 %", 1),
    )
    caption = f"Made-up start dates, {choice.scheme.scheme_id}, {words.indicator(held, choice)}"
    return Table("placebo dates", caption, columns, tuple(tuple(row) for row in drawn))


def _diagnostics(held: Held, choice: Choice) -> html.Section:
    rows = [html.Tr([html.Th(what, scope="row"), html.Td(said)]) for what, said in words.diagnostics(held, choice)]
    table = html.Div(
        html.Table([html.Caption("Diagnostics", className="vh"), html.Tbody(rows)], className="small-table"),
        className="scroll",
        role="region",
        tabIndex=0,
        **{"aria-label": "Diagnostics"},
    )
    return html.Section([html.H2("For analysts"), table if rows else html.P("No design was run.")], className="panel")


def _refusals(held: Held, choice: Choice) -> html.Section:
    items = [
        html.Li([html.B(f"{name}. "), f"{why[0].upper()}{why[1:]}."]) for name, why in words.refusals(held, choice)
    ]
    inner = html.Ul(items, className="plain") if items else html.P("No design refused.")
    return html.Section([html.H2("What is refused, and why"), inner], className="panel")
