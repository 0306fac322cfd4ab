"""What a check found wrong or missing: a summary that takes the focus, then sheet by sheet what is in which cell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from components import text

FIRST = 50  # lines of faults that are listed
Fault = Mapping[str, str]  # level, sheet, cell, found, expected


@dataclass(frozen=True)
class Group:
    """Faults that say the same of one column, as one line."""

    faults: tuple[Fault, ...]

    @property
    def where(self) -> str:
        """``Observations D9``, or ``Observations D9 to D80, 71 cells``."""
        first, last = self.faults[0], self.faults[-1]
        place = f"{first['sheet']} {first['cell']}".strip() or "whole file"
        many = first["cell"] and len(self.faults) > 1
        return f"{place} to {last['cell']}, {len(self.faults)} cells" if many else place


def errors(faults: Sequence[Fault], name: str) -> list[Any]:
    """The summary and the faults by sheet, the first fifty lines; ``name`` is that of the file."""
    sheets: dict[str, list[Fault]] = {}
    for one in faults:
        sheets.setdefault(one["sheet"], []).append(one)
    links = [
        html.Li(html.A(f"{_sheet(sheet)}: {_count(len(some), 'fault')}", href=f"#{_anchor(sheet)}"))
        for sheet, some in sheets.items()
    ]
    words = "1 thing needs" if len(faults) == 1 else f"{text.whole(len(faults))} things need"
    summary = stop(f"{words} another look", f"Nothing of ‘{name}’ was taken in. What is to be mended:", html.Ul(links))
    left, parts = FIRST, []
    for sheet, some in sheets.items():
        groups = _grouped(some)
        parts.append(_section(sheet, groups[:left], groups[left:]))
        left = max(0, left - len(groups))
    return [summary, *parts]


def _grouped(faults: Sequence[Fault]) -> list[Group]:
    """Faults of one column that say the same stand together; in the order of the first of each."""
    found: dict[tuple[str, ...], list[Fault]] = {}
    for one in faults:
        column = one["cell"].rstrip("0123456789")
        found.setdefault((one["sheet"], column, one["found"], one["expected"]), []).append(one)
    return [Group(tuple(some)) for some in found.values()]


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
        return [html.Section([html.H2("Checklist"), html.P(done)], className="sec stack")]
    note = (
        "The minimum set by size of scheme: one indicator under £100,000; two levels from £100,000; three levels and "
        "outputs from £500,000. The file can be taken in without it; verdicts then say less."
    )
    return [_folded("Checklist: what schemes of this size should also bring", note, faults)]


def _folded(heading: str, note: str, faults: Sequence[Fault]) -> html.Section:
    groups = _grouped(faults)
    table = _table(groups[:FIRST], groups[FIRST:], heading)
    summary = html.Summary(f"Show {_count(len(faults), 'line')}")
    return html.Section([html.H2(heading), html.P(note), html.Details([summary, *table])], className="sec stack")


def _section(sheet: str, groups: Sequence[Group], rest: Sequence[Group]) -> html.Section:
    name = _sheet(sheet)
    head = html.H2(name, id=_anchor(sheet), tabIndex=-1)
    table = _table(groups, rest, f"Faults, {name[0].lower()}{name[1:]}")
    back = html.P(html.A("Back to the summary", href="#upload-problem"))
    return html.Section([head, *table, back], className="sec stack")


def _table(groups: Sequence[Group], rest: Sequence[Group], label: str) -> list[Any]:
    heads = html.Tr([html.Th(words, scope="col") for words in ("Cell", "Found", "Expected")])
    rows = [
        html.Tr([html.Th(one.where, scope="row"), html.Td(one.faults[0]["found"]), html.Td(one.faults[0]["expected"])])
        for one in groups
    ]
    caption = html.Caption(html.Span(label))
    table = html.Table([caption, html.Thead(heads), html.Tbody(rows)])
    region = html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": label})
    more = sum(len(one.faults) for one in rest)
    told = f"{_count(more, 'fault')} more: told when these are mended."
    return ([region] if groups else []) + ([html.P(told)] if more else [])


def _sheet(name: str) -> str:
    return f"Sheet ‘{name}’" if name else "The whole file"


def _anchor(name: str) -> str:
    return "upload-sheet-" + (re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "all")


def _count(number: int, word: str) -> str:
    return f"{text.whole(number)} {word}{'' if number == 1 else 's'}"
