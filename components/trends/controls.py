"""The controls of the trends page: native selects, and a form that starts a new phase with its reason and author."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import dash_bootstrap_components as dbc
from dash import dcc, html

from components import grouped
from components.grouped import Groups
from components.ids import Ids
from components.trends import choice as choices
from components.trends import measures
from components.trends.choice import Choice
from domain import periods
from domain.catalogue import key
from domain.indicators import DELAYS
from domain.successors import DISCHARGE
from domain.vintages import FINAL, FIRST, Vintage

LATEST = "latest"
PHASE = ("rebase", "because", "author")
KEYS = (
    "area", "measure", "setting", "pathway", "as", "body", "reason", "to", "limits", "season", "compare", "profile",
    "vintage",
)  # fmt: skip
FITTED = ("measure", "setting", "pathway")  # controls after which others have other options


@dataclass(frozen=True)
class Offered:
    """What can be chosen of a view. months: those it may end with; days: on which versions were issued, newest first.

    areas, measures: in groups, areas only those that the measure is published for.
    """

    areas: Groups
    measures: Groups
    months: Sequence[str]
    days: Sequence[date]


def controls(ids: Ids, choice: Choice, offered: Offered, *, beside: html.Div) -> html.Div:
    """One select for every choice; beside: what stands right of the controls.

    Those that an indicator has no use for stay in the page and are hidden by the class of the group.
    """
    shown = "" if choice.form in (measures.SHARE, measures.LEVEL) else choice.form
    selects = [
        _labelled(ids, "area", "Area", grouped.Select(ids.of("area"), offered.areas, choice.area)),
        _labelled(ids, "measure", "Measure", grouped.Select(ids.of("measure"), offered.measures, key(choice.defined))),
        _select(ids, "setting", "Setting", choices.SETTINGS, choice.setting),
        _select(ids, "pathway", "Pathway", choices.PATHWAYS, choice.pathway),
        _select(ids, "as", "Shown as", choices.FORMS, shown or measures.COUNT),
        _select(ids, "body", "Responsible", choices.BODIES, choice.body),
        _select(ids, "reason", "Reason", choices.REASONS, choice.reason),
        _select(ids, "to", "Up to", ends(choice, offered.months), choice.end or LATEST),
        _select(ids, "limits", "Limits over", choices.LIMITS, choice.limits),
        _select(ids, "season", "Season", choices.SEASONS, choice.season),
        _select(ids, "compare", "Compare with", choices.COMPARE, choice.compare),
        _select(ids, "profile", "Rules", choices.PROFILES, choice.profile),
        _select(ids, "vintage", "Version", versions(choice.vintage, offered.days), choice.vintage.text),
    ]
    parts = [*selects, beside, html.Span(id=ids.of("written"), hidden=True)]
    name = {"aria-label": "What is shown"}
    return html.Div(parts, id=ids.of("controls"), className=fit(choice), role="group", **name)


def fit(choice: Choice) -> str:
    """The classes of the group of controls: which of them are of no use for the indicator."""
    unused = {
        "setting": choice.defined.family != DISCHARGE,
        "pathway": choice.indicator != choices.BY_PATHWAY,
        "as": len(measures.forms(key(choice.defined))) < 2,
        "body": choice.defined.family != DELAYS,
        "reason": choice.defined.family != DELAYS,
    }
    return " ".join(["controls trends-controls", *(f"no-{name}" for name, none in unused.items() if none)])


def ends(choice: Choice, months: Sequence[str]) -> dict[str, str]:
    """The months that a view may end with, latest first; the one asked for is always among them."""
    every = sorted({*months, *([choice.end] if choice.end else [])}, reverse=True)
    return {LATEST: "Latest month", **{month: periods.label(month) for month in every}}


def versions(chosen: Vintage, days: Sequence[date]) -> dict[str, str]:
    """The current version, the first, and that of each day on which one was issued; a day in a link is one more."""
    asked = {chosen.day} if chosen.day else set()
    every = sorted({*days, *asked}, reverse=True)
    named = {day.isoformat(): f"As at {periods.day_label(day)}" for day in every}
    return {FINAL: "Current", FIRST: "First published", **named}


def options(named: Mapping[str, str]) -> list[dict[str, str]]:
    """Options of a select as they are sent."""
    return [{"label": words, "value": code} for code, words in named.items()]


def _select(ids: Ids, name: str, label: str, named: Mapping[str, str], value: str) -> html.Div:
    drawn = dbc.Select(id=ids.of(name), options=options(named), value=value, className="select")
    return _labelled(ids, name, label, drawn)


def _labelled(ids: Ids, name: str, label: str, select: Any) -> html.Div:
    return html.Div([html.Label(label, htmlFor=ids.of(name)), select], className=f"for-{name}")


def rebase(ids: Ids, action: str, choice: Choice, months: Sequence[str], named: Mapping[str, str]) -> html.Details:
    """A form that starts a new phase: month, reason and author go into the link, so that every reader sees them.

    ``named`` are months at which something happened, with its name: the first ones offered.
    """
    offered = [html.Option(f"{periods.label(month)}: {words}", value=month) for month, words in named.items()]
    offered += [html.Option(periods.label(month), value=month) for month in months if month not in named]
    hidden = {**dict(parse_qsl(choice.query)), **dict.fromkeys(PHASE, "")}
    kept = [dcc.Input(type="hidden", name=key, value=value) for key, value in hidden.items() if value]
    fields = [
        _field("Month", html.Select(offered, id=ids.of("rebase"), name="rebase", className="select"), ids.of("rebase")),
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
