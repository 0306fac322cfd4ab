"""The controls of the trends page: native selects, and a form that starts a new phase with its reason and author."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import dash_bootstrap_components as dbc
from dash import dcc, html

from components.ids import Ids
from components.trends import choice as choices
from components.trends.choice import Choice
from domain import periods
from domain.vintages import FINAL, FIRST, Vintage

LATEST = "latest"
PHASE = ("rebase", "because", "author")
KEYS = ("area", "measure", "as", "body", "reason", "to", "limits", "season", "compare", "profile", "vintage")


def controls(
    ids: Ids,
    choice: Choice,
    areas: Sequence[tuple[str, str]],
    months: Sequence[str],
    *,
    days: Sequence[date],
    beside: html.Div,
) -> html.Div:
    """One select for every choice; ``areas`` are (code, name), ``months`` those that the view may end with.

    days: on which versions of what is shown were issued, newest first; beside: what stands right of the controls.
    """
    measures = {measure: choices.measure_label(measure) for measure in choices.MEASURES}
    ends = {LATEST: "Latest month", **{month: periods.label(month) for month in reversed(months)}}
    shown = "" if choice.form == choices.SHARE else choice.form
    selects = [
        _select(ids, "area", "Area", dict(areas), choice.area),
        _select(ids, "measure", "Measure", measures, choice.defined.measure),
        _select(ids, "as", "Shown as", choices.FORMS, shown or choices.COUNT),
        _select(ids, "body", "Responsible", choices.BODIES, choice.body),
        _select(ids, "reason", "Reason", choices.REASONS, choice.reason),
        _select(ids, "to", "Up to", ends, choice.end or LATEST),
        _select(ids, "limits", "Limits over", choices.LIMITS, choice.limits),
        _select(ids, "season", "Season", choices.SEASONS, choice.season),
        _select(ids, "compare", "Compare with", choices.COMPARE, choice.compare),
        _select(ids, "profile", "Rules", choices.PROFILES, choice.profile),
        _select(ids, "vintage", "Version", _versions(choice.vintage, days), choice.vintage.text),
    ]
    written = html.Span(id=ids.of("written"), hidden=True)
    parts = [*selects, beside, written]
    return html.Div(parts, className="controls trends-controls", role="group", **{"aria-label": "What is shown"})


def _versions(chosen: Vintage, days: Sequence[date]) -> dict[str, str]:
    """The current version, the first, and that of each day on which one was issued; a day in a link is one more."""
    asked = {chosen.day} if chosen.day else set()
    every = sorted({*days, *asked}, reverse=True)
    named = {day.isoformat(): f"As at {periods.day_label(day)}" for day in every}
    return {FINAL: "Current", FIRST: "First published", **named}


def _select(ids: Ids, key: str, label: str, options: Mapping[str, str], value: str) -> html.Div:
    rows = [{"label": words, "value": code} for code, words in options.items()]
    name = ids.of(key)
    return html.Div(
        [html.Label(label, htmlFor=name), dbc.Select(id=name, options=rows, value=value, className="select")]
    )


def rebase(ids: Ids, action: str, choice: Choice, months: Sequence[str], named: Mapping[str, str]) -> html.Details:
    """A form that starts a new phase: month, reason and author go into the link, so that every reader sees them.

    ``named`` are months at which something happened, with its name: the first ones offered.
    """
    options = [html.Option(f"{periods.label(month)}: {words}", value=month) for month, words in named.items()]
    options += [html.Option(periods.label(month), value=month) for month in months if month not in named]
    hidden = {**dict(parse_qsl(choice.query)), **dict.fromkeys(PHASE, "")}
    kept = [dcc.Input(type="hidden", name=key, value=value) for key, value in hidden.items() if value]
    fields = [
        _field("Month", html.Select(options, id=ids.of("rebase"), name="rebase", className="select"), ids.of("rebase")),
        _field("Reason", _text(ids.of("because"), "because"), ids.of("because")),
        _field("Set by", _text(ids.of("author"), "author"), ids.of("author")),
        html.Button("Start a new phase", type="submit", className="btn"),
    ]
    said = (
        "A new phase is a judgement: use it for a lasting change with a known cause, never to make a chart calm. "
        "Month, reason and name stand in the link, under the chart and in every row of its CSV."
    )
    return html.Details(
        [
            html.Summary("Start a new phase at a named change"),
            html.P(said, className="note"),
            html.Form([*kept, *fields], action=action, method="get", className="row"),
        ],
        className="rebase",
    )


def _field(label: str, field: Any, name: str) -> html.Div:
    return html.Div([html.Label(label, htmlFor=name), field])


def _text(name: str, key: str) -> dcc.Input:
    return dcc.Input(id=name, name=key, type="text", maxLength=120, required=True, className="text")


def kept(link: Any) -> dict[str, str]:
    """What the controls do not show but the link holds: widened limits and a new phase."""
    given = dict(parse_qsl(link)) if isinstance(link, str) else {}
    return {key: given[key] for key in ("widened", *PHASE) if key in given}
