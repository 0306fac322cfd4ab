"""What a check found wrong or missing: a summary that takes the focus, then sheet by sheet what is in which cell."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from components import text

FIRST = 50  # faults that are listed
Fault = Mapping[str, str]  # level, sheet, cell, found, expected


def errors(faults: Sequence[Fault], name: str) -> list[Any]:
    """The summary and the faults by sheet, the first fifty; ``name`` is that of the file."""
    groups = _groups(faults)
    links = [
        html.Li(html.A(f"{_sheet(sheet)}: {_count(len(some), 'fault')}", href=f"#{_anchor(sheet)}"))
        for sheet, some in groups.items()
    ]
    words = "1 thing needs" if len(faults) == 1 else f"{text.whole(len(faults))} things need"
    summary = stop(f"{words} another look", f"Nothing of ‘{name}’ was taken in. Sheets with faults:", html.Ul(links))
    left, parts = FIRST, []
    for sheet, some in groups.items():
        parts.append(_section(sheet, some[:left], len(some)))
        left = max(0, left - len(some))
    return [summary, *parts]


def stop(heading: str, words: str, *more: Any) -> html.Div:
    """A summary of what is wrong, which takes the focus when the page is loaded."""
    return html.Div(
        [html.H2(heading), html.P(words), *more],
        id="upload-problem",
        className="banner stop",
        role="alert",
        tabIndex=-1,
        **{"data-autofocus": True},
    )


def refused(found: Mapping[str, str]) -> html.Div:
    """A file that could not be read at all: where, what was found, what was expected, what to do."""
    lines = [("Where", found.get("where", "")), ("Found", found["found"]), ("Expected", found["expected"])]
    shown = [part for label, words in lines if words for part in (html.Dt(label), html.Dd(words))]
    return stop("This file cannot be read", found.get("advice", ""), html.Dl(shown))


def warnings(faults: Sequence[Fault]) -> list[Any]:
    """What is worth a look and keeps nothing out."""
    if not faults:
        return []
    note = "These do not keep the file out. Look whether they are meant."
    return [_folded("Worth a look", note, faults)]


def checklist(faults: Sequence[Fault]) -> list[Any]:
    """What schemes of their size should bring."""
    if not faults:
        done = "Every scheme brings the minimum set for its size."
        return [html.Section([html.H2("Checklist"), html.P(done)], className="sec")]
    note = (
        "The minimum set by size of scheme: one indicator under £100,000; two levels from £100,000; three levels and "
        "outputs from £500,000. The file can be taken in without it; verdicts then say less."
    )
    return [_folded("Checklist: what schemes of this size should also bring", note, faults)]


def _folded(heading: str, note: str, faults: Sequence[Fault]) -> html.Section:
    table = _table(faults[:FIRST], len(faults), heading)
    summary = html.Summary(f"Show {_count(len(faults), 'line')}")
    return html.Section([html.H2(heading), html.P(note), html.Details([summary, *table])], className="sec")


def _section(sheet: str, faults: Sequence[Fault], total: int) -> html.Section:
    head = html.H2(_sheet(sheet), id=_anchor(sheet), tabIndex=-1)
    table = _table(faults, total, f"Faults of {_sheet(sheet)}")
    back = html.P(html.A("Back to the summary", href="#upload-problem"))
    return html.Section([head, *table, back], className="sec")


def _table(faults: Sequence[Fault], total: int, label: str) -> list[Any]:
    heads = html.Tr([html.Th(words, scope="col") for words in ("Cell", "Found", "Expected")])
    rows = [
        html.Tr([html.Th(_where(one), scope="row"), html.Td(one["found"]), html.Td(one["expected"])]) for one in faults
    ]
    caption = html.Caption(html.Span(f"{label}, {len(faults)} of {text.whole(total)}"))
    table = html.Table([caption, html.Thead(heads), html.Tbody(rows)])
    region = html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": label})
    more = total - len(faults)
    rest = [html.P(f"{text.whole(more)} more of the same sheet: they are told when these are mended.")] if more else []
    return ([region] if faults else []) + rest


def _where(one: Fault) -> str:
    place = f"{one['sheet']} {one['cell']}".strip()
    return place or "whole file"


def _groups(faults: Sequence[Fault]) -> dict[str, list[Fault]]:
    found: dict[str, list[Fault]] = {}
    for one in faults:
        found.setdefault(one["sheet"], []).append(one)
    return found


def _sheet(name: str) -> str:
    return f"Sheet ‘{name}’" if name else "The whole file"


def _anchor(name: str) -> str:
    return "upload-sheet-" + (re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "all")


def _count(number: int, word: str) -> str:
    return f"{text.whole(number)} {word}{'' if number == 1 else 's'}"
