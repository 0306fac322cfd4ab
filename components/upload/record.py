"""The form for one decision or one comment, and what it would record: plain HTML that works without JavaScript.

What was wrong stands in the label of its field, so that it is read out with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from components import text
from components.ids import Ids
from components.upload import difference, forms, found
from components.upload.forms import Confirm
from domain.local.field import CHOICE, DATE, LONG, MONTH, Field, Sheet
from domain.local.sheets import SHEET_BY_NAME

SHEETS = {"decision": "decisions", "comment": "commentary"}
RECORDER = "recorder"
LABELS = {
    "state": ("Is it taken?", ""),
    "decision": ("Go on, change, stop or scale?", ""),
    "date": ("Day decided", "For a proposal, the day it is due; such as 16 May 2019"),
    "reason": ("Reason", "What the figures say, and what they cannot say"),
    "alternative": ("Alternative considered and turned down", ""),
    "review": ("Looked at again in", "A month, such as November 2019; may be left empty"),
    "indicator_id": ("About which indicator?", ""),
    "period": ("About which month, quarter or year?", "Such as 2018-12 or 2018-19 Q3"),
    "side": ("Said for", ""),
    "text": ("Comment", "Plain sentences; no names of people"),
    "council_view": ("Does the council agree?", ""),
    "nhs_view": ("Does the NHS agree?", ""),
    "role": ("By", "A role or a board, never a name"),
    RECORDER: ("Recorded by", "Your role, never your name; kept with the time"),
}
ROWS = 4  # lines of a field for sentences
Fault = tuple[str, str]  # found and expected


@dataclass(frozen=True)
class Asked:
    """What a form asks. kind: decision or comment; row: values it begins with, by field, those of a row that is held
    where ``known``; shown: fields that are asked, the others stay; choices: of fields whose choices are not declared.
    """

    kind: str
    place_id: str
    place: str
    scheme_id: str
    scheme: str
    row: Mapping[str, str]
    shown: tuple[str, ...]
    known: bool = False
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        """The sheet that the row is of."""
        return SHEET_BY_NAME[SHEETS[self.kind]]


def draw(ids: Ids, asked: Asked, *, key: bool, faults: Mapping[str, Fault] | None = None) -> list[Any]:
    """The form; with faults, their summary above it, linked to the fields."""
    wrong = faults or {}
    known = [forms.hidden("row", asked.row[asked.sheet.key[0]])] if asked.known else []
    back = [forms.hidden("place", asked.place_id), forms.hidden("scheme", asked.scheme_id), *known]
    fields = [_field(ids, asked, asked.sheet.by_name[name], wrong.get(name)) for name in asked.shown]
    recorder = dcc.Input(id=ids.of(RECORDER), name=RECORDER, type="text", className="text", value=asked.row[RECORDER])
    fields.append(_labelled(ids, RECORDER, wrong.get(RECORDER), recorder))
    button = html.Button(f"Check the {asked.kind}", type="submit", className="btn")
    parts = [*back, *fields, *forms.key_field(ids, asked.kind, key), button]
    drawn = forms.form(parts, f"/upload/{asked.kind}", f"Record a {asked.kind}")
    return [*([_summary(ids, asked, wrong)] if wrong else []), drawn]


def _summary(ids: Ids, asked: Asked, faults: Mapping[str, Fault]) -> html.Div:
    shown = (*asked.shown, RECORDER)
    items = [
        html.Li(html.A(f"{said}: found {fault[0]}; expected {fault[1]}", href=f"#{ids.of(name)}"))
        if name in shown
        else html.Li(f"{said}: found {fault[0]}; expected {fault[1]}")
        for name, fault in faults.items()
        for said in [LABELS[name][0] if name in LABELS else asked.sheet.by_name[name].label]
    ]
    words = "1 thing needs" if len(items) == 1 else f"{len(items)} things need"
    return found.stop(f"{words} another look", "Nothing was recorded. What is to be mended:", html.Ul(items))


def _field(ids: Ids, asked: Asked, one: Field, fault: Fault | None) -> html.Div:
    name, value = one.name, asked.row.get(one.name, "")
    choices = asked.choices.get(name) or one.choices
    if one.kind == CHOICE or choices:
        empty = [] if value or name in asked.choices else [{"value": "", "label": "Choose one"}]
        options = [*empty, *({"value": key, "label": label} for key, label in choices.items())]
        control: Any = dbc.Select(id=ids.of(name), name=name, options=options, value=value, className="select")
    elif one.kind == LONG:
        control = html.Textarea(value, id=ids.of(name), name=name, rows=ROWS, className="text")
    else:
        control = dcc.Input(id=ids.of(name), name=name, type="text", className="text", value=value)
    return _labelled(ids, name, fault, control)


def _labelled(ids: Ids, name: str, fault: Fault | None, control: Any) -> html.Div:
    label, hint = LABELS[name]
    more: list[Any] = [html.Span(hint, className="why")] if hint else []
    if fault:
        more.append(html.Span(f"Found {fault[0]}; expected {fault[1]}.", className="fault"))
    return html.Div([html.Label([label, *more], htmlFor=ids.of(name)), control], className="field")


def checked(asked: Asked, row: Mapping[str, Any], differences: Any, confirm: Confirm, back: str) -> list[Any]:
    """What would be recorded, as it was read; the button that records it; and what of the sheet would change."""
    facts = [(LABELS[name][0], _said(asked, name, row.get(name))) for name in asked.shown]
    facts.append((LABELS[RECORDER][0], asked.row[RECORDER]))
    told = [part for label, words in facts for part in (html.Dt(label), html.Dd(words))]
    return [
        html.Section(html.Dl(told), className="facts"),
        forms.confirm(confirm),
        html.P(html.A("Leave it", href=back)),
        html.Section([html.H2("What would change"), *difference.draw(differences, {})], className="sec stack"),
    ]


def _said(asked: Asked, name: str, value: Any) -> str:
    """A value as it was read, as people write it."""
    one = asked.sheet.by_name[name]
    if value in (None, ""):
        return "left empty"
    if one.kind == DATE:
        return text.day(date.fromisoformat(value))
    if one.kind == MONTH:
        return text.month(value)
    return (asked.choices.get(name) or one.choices).get(str(value), str(value))
