"""The forms of the upload page: plain HTML, so that they work without JavaScript."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from components.ids import Ids

CHECK, CONFIRM, UNDO, HELD, PLAN = "/upload/check", "/upload/confirm", "/upload/undo", "/upload/held", "/upload/bcf"


@dataclass(frozen=True)
class Confirm:
    """What a confirmation sends back: the file that was checked, and what its checker saw."""

    token: str
    sha256: str
    base: str
    words: str


def check(ids: Ids, places: Sequence[str], *, key: bool, again: bool = False) -> html.Form:
    """The file, for a CSV its place, and the button that checks it; nothing is changed by it."""
    name = ids.of("file")
    said = "Corrected workbook (.xlsx) or sheet (.csv)" if again else "Workbook (.xlsx), or one sheet of it (.csv)"
    parts = [
        field(name, f"{said}, at most 20 MB", dcc.Input(id=name, name="file", type="file", className="text")),
        _place(ids, places),
        *key_field(ids, "check", key),
        html.Button("Check the file", type="submit", className="btn"),
    ]
    return form(parts, CHECK, "Check a file")


def _place(ids: Ids, places: Sequence[str]) -> html.Details:
    """What a CSV cannot say of itself."""
    known = ids.of("places")
    lines = [
        ("place", "Place: name of the council or partnership", {"list": known}),
        ("councils", "Its councils, by commas (not needed for a place that has uploaded before)", {}),
        ("as_at", "Seen as at, such as 2019-04 (not needed for a place that has uploaded before)", {}),
        ("role", "Uploaded by: a role, never a name", {}),
    ]
    fields = [
        field(ids.of(name), label, dcc.Input(id=ids.of(name), name=name, type="text", className="text", **more))
        for name, label, more in lines
    ]
    return html.Details(
        [
            html.Summary("One sheet as CSV: say whose it is"),
            html.Datalist([html.Option(value=place) for place in places], id=known),
            html.P("A workbook says this on its first sheet.", className="note"),
            *fields,
        ]
    )


def confirm(found: Confirm) -> html.Form:
    """The button that makes a checked file count."""
    back = [hidden(name, getattr(found, name)) for name in ("token", "sha256", "base")]
    return form([*back, html.Button(found.words, type="submit", className="btn")], CONFIRM, "Confirm")


def undo(ids: Ids, upload: str, *, key: bool, scheme: str = "") -> html.Form:
    """The button that takes an upload back; ``scheme``: of whose page it was asked."""
    parts = [hidden("upload", upload), *([hidden("scheme", scheme)] if scheme else []), *key_field(ids, "undo", key)]
    return form([*parts, html.Button("Take it back", type="submit", className="btn")], UNDO, "Take an upload back")


def held(ids: Ids, places: Mapping[str, str], *, key: bool) -> html.Form:
    """Which place, and the button that takes its workbook away."""
    name = ids.of("held")
    options = [{"label": label, "value": place} for place, label in places.items()]
    chosen = dbc.Select(id=name, name="place", options=options, value=next(iter(places)), className="select")
    button = html.Button("Download what is held (XLSX)", type="submit", className="btn second")
    return form([field(name, "Place", chosen), *key_field(ids, "held", key), button], HELD, "Take away what is held")


def plan(ids: Ids, *, key: bool) -> html.Form:
    """A Better Care Fund plan, and the button that makes a draft of it."""
    name = ids.of("plan")
    label = "Better Care Fund planning workbook (.xlsx), at most 20 MB"
    chosen = dcc.Input(id=name, name="file", type="file", className="text")
    button = html.Button("Make a draft workbook", type="submit", className="btn second")
    return form([field(name, label, chosen), *key_field(ids, "plan", key), button], PLAN, "Start from a plan")


def field(name: str, label: str, control: Any) -> html.Div:
    """A control under its label."""
    return html.Div([html.Label(label, htmlFor=name), control], className="field")


def key_field(ids: Ids, name: str, wanted: bool) -> list[html.Div]:
    """The field for the upload key, where the site asks for it; ``name`` is that of the form."""
    name = ids.of(f"key-{name}")
    control = dcc.Input(id=name, name="key", type="password", autoComplete="current-password", className="text")
    return [field(name, "Upload key", control)] if wanted else []


def hidden(name: str, value: str) -> dcc.Input:
    """A value that a form brings back."""
    return dcc.Input(type="hidden", name=name, value=value)


def form(parts: list[Any], action: str, label: str) -> html.Form:
    """A form that is sent to the site itself."""
    return html.Form(
        parts,
        action=action,
        method="post",
        encType="multipart/form-data",
        className="upload-form",
        **{"aria-label": label},
    )
