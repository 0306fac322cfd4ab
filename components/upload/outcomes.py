"""What stands under the head of each answer: checked, accepted, taken back, busy, overtaken, refused."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from components.upload import difference, forms, found
from components.upload.history import Entry, moment

AGAIN = "Nothing was changed. Check the file again."


def faulty(said: Mapping[str, Any], name: str) -> list[Any]:
    """A file with errors: the faults, then what else was seen."""
    level = _by_level(said)
    return [*found.errors(level["error"], name), *found.warnings(level["warning"])]


def checked(said: Mapping[str, Any], confirm: forms.Confirm | None, names: Mapping[str, str]) -> list[Any]:
    """A file without errors: what would change, the button that confirms it, what else was seen.

    names: of councils, by code.
    """
    level, sheets = _by_level(said), said["differences"]
    change = html.Section([html.H2("What would change"), *difference.draw(sheets, names)], className="sec stack")
    asked = (
        html.Section([html.H2("Confirm"), forms.confirm(confirm)], className="sec stack")
        if confirm
        else html.Section([html.P("The file says what is held already, so there is nothing to confirm.")])
    )
    return [change, *found.warnings(level["warning"]), asked, *found.checklist(level["checklist"])]


def lead(said: Mapping[str, Any], name: str) -> str:
    """What the check found, in one sentence."""
    errors = len(_by_level(said)["error"])
    if errors:
        return f"‘{name}’ has {errors} {'fault' if errors == 1 else 'faults'}. Mend them and check it again."
    change = difference.words(said["differences"])
    if not change:
        return f"‘{name}’ of {said['name']} can be read, and would change nothing."
    return f"‘{name}’ of {said['name']} can be read. Confirming would {change}. Nothing is changed yet."


def accepted(one: Entry | None, place: str) -> list[Any]:
    """It counts: where to see it, and how to take it back."""
    if one is None:
        return [html.P("It is kept and will be listed as soon as the local figures are published.")]
    links = [
        ("The register of schemes", f"/operational/schemes?place={place}"),
        ("Trends of an indicator", "/strategic/trends"),
        ("Take this upload back", f"/upload/undo?upload={one.id}"),
    ]
    facts = [("When", moment(one.at)), ("Who", one.role), ("File", one.file_name), ("sha256", one.sha256)]
    told = [part for label, words in facts for part in (html.Dt(label), html.Dd(words))]
    return [
        html.Section(html.Dl(told), className="facts"),
        html.Ul([html.Li(html.A(words, href=href)) for words, href in links], className="plain"),
    ]


def ask_undo(one: Entry, form: Any, back: str = "/upload") -> list[Any]:
    """Before an upload is taken back: what it brought."""
    added, changed, removed = (difference.rows(number) for number in one.counts)
    brought = f"It added {added}, changed {changed} and removed {removed}."
    words = (
        "What counted before it counts again, except for sheets that a later upload replaced. The file stays kept, and "
        "can be uploaded again."
    )
    return [html.P(f"{brought} {words}"), form, html.P(html.A("Leave it as it is", href=back))]


def undone(scheme: str, back: str) -> list[Any]:
    """After an upload was taken back: where to go on."""
    links = [("To the upload page", "/upload")]
    if scheme:
        links.insert(0, (f"Back to {scheme}", back))
    return [html.Ul([html.Li(html.A(words, href=href)) for words, href in links], className="plain")]


def message(heading: str, words: Sequence[Any]) -> list[Any]:
    """An answer in words, which takes the focus."""
    return [
        found.stop(heading, "", *[html.P(one) for one in words]),
        html.P(html.A("To the upload page", href="/upload")),
    ]


def _by_level(said: Mapping[str, Any]) -> dict[str, list[Mapping[str, str]]]:
    levels: dict[str, list[Mapping[str, str]]] = {"error": [], "warning": [], "checklist": []}
    for one in said.get("problems", ()):
        levels[one["level"]].append(one)
    return levels
