"""Freshness on the data page: the state of every publication, what is awaited, and what an operator does next."""

from collections.abc import Sequence

from dash import html

from components import tables, text
from components.tables import Column, Table
from domain import freshness
from domain.freshness import Freshness

COLUMNS = (
    Column("source", "Source", kind="text"),
    Column("state", "State", kind="text"),
    Column("data_to", "Data to", kind="text"),
    Column("next", "Next figures", kind="text"),
    Column("looked", "Last looked at", kind="text"),
    Column("step", "Next step", kind="text"),
)
NONE_NEEDED = "none"
QUIET = (freshness.CURRENT, freshness.ENDED, freshness.DUE, freshness.UNSEEN)
MEANING = (
    "Late: the day of publication has passed and the publisher has not put the figures out, for up to three working "
    "days. Overdue: for longer. Stale: nobody looked since the day of publication, or for a week. Publisher changed "
    "its page: somebody looked and found it gone or without its files."
)


def section(found: Sequence[tuple[str, str, str, Freshness, str, str]]) -> html.Section:
    """The table; ``found`` holds name, data to, last looked at, state, rule of the calendar and id of every source."""
    rows = tuple(
        (name, one.label, data_to, awaited(one, rule), looked, one.step or NONE_NEEDED)
        for name, data_to, looked, one, rule, _ in found
    )
    troubled = [(name, one) for name, _, _, one, _, _ in found if one.state not in QUIET]
    table = Table("freshness", "Every source: whether it is up to date, and what to do where it is not", COLUMNS, rows)
    shown = html.Details([html.Summary("Next figures, last look and next step of every source"), _drawn(table)])
    parts = [*steps(troubled), shown, html.P(MEANING, className="note")]
    return html.Section([html.H2("Freshness"), html.P(said(troubled)), *parts], className="sec")


def steps(troubled: Sequence[tuple[str, Freshness]]) -> list[html.Ul]:
    """What to do next, once for all the sources that need it."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, one in troubled:
        found.setdefault((text.sentence(one.label), one.step), []).append(name)
    items = [html.Li([html.B(f"{label}: "), f"{'; '.join(names)}. {step}"]) for (label, step), names in found.items()]
    return [html.Ul(items, className="plain")] if items else []


def _drawn(table: Table) -> html.Div:
    return tables.draw(table, label=table.caption)


def said(troubled: Sequence[tuple[str, Freshness]]) -> str:
    """Whether every source is as fresh as its publisher, in a sentence."""
    if not troubled:
        return "Every source is as fresh as its publisher."
    return f"{text.count(len(troubled), 'source')} {'needs' if len(troubled) == 1 else 'need'} a look."


def awaited(one: Freshness, rule: str) -> str:
    """What comes next, and when."""
    if one.state == freshness.ENDED:
        return "none: the series ended"
    if one.day is None:
        return rule
    return f"{text.month(one.month)}, {text.day(one.day)} ({rule})"
