"""What changed since the last pack, on the data page and the front page; and what became of reviewed corrections."""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import tables, text
from components.tables import Column, Table

COLUMNS = (
    Column("area", "Area", kind="text"),
    Column("period", "Month", kind="text"),
    Column("what", "Figure", kind="text"),
    Column("before", "Before", kind="text"),
    Column("after", "Now", kind="text"),
    Column("change", "Change", kind="text"),
    Column("change_pct", "Change in per cent", kind="text"),
)
MINUTE_SHARE = 0.0005  # a change that would round to nothing


def heading(found: Any) -> str:
    """Since when the changes are."""
    return "Revised since your last pack" if found and found.of_pack else "Revised since the build before"


def words(found: Any) -> str:
    """How many values changed, the largest of them, and which build they are compared with."""
    compared = f"Compared with build {found.since}"
    compared += f"; build {found.lost} of your last pack cannot be compared any more" if found.lost else ""
    if found.of_pack and not (found.total or found.new or found.gone):
        return f"nothing. {compared}."
    if not found.total:
        return f"no published value changed; {text.count(found.new, 'value')} came new. {compared}."
    first = f"{line(found.largest[0])}. " if found.largest else ""
    return f"{text.count(found.total, 'published value')}, among them {first}{compared}."


def line(one: Any) -> str:
    """A changed value in words."""
    moved = change(one.change)
    share = percentage(one.change_pct)
    by = f" ({moved}{f', {share}' if share else ''})" if moved else ""
    return f"{one.area}, {text.month(one.period)}: {number(one.before)} to {number(one.after)} {figure(one)}{by}"


def figure(one: Any) -> str:
    """What is counted, and what it is cut by."""
    return one.measure.replace("_", " ") + (f", {one.split.replace('_', ' ')}" if one.split else "")


def number(value: float | None) -> str:
    """A value, or that there is none."""
    if value is None:
        return "no number"
    return text.whole(value) if float(value).is_integer() else text.decimal(value, 2)


def change(value: float | None) -> str:
    """By how much, with its sign; empty where one of the two is no number."""
    if value is None:
        return ""
    size = text.whole(abs(value)) if float(value).is_integer() else text.decimal(abs(value), 2)
    return f"{'+' if value > 0 else text.MINUS}{size}"


def percentage(value: float | None) -> str:
    """By how much of the value before; empty without one."""
    if value is None:
        return ""
    return f"under{text.NBSP}0.1{text.NBSP}%" if abs(value) < MINUTE_SHARE * 100 else text.signed_percent(value / 100)


def section(found: Any) -> html.Section:
    """The changes as a table, with what they are compared with; ``found`` is None where nothing was compared."""
    head = html.H2(heading(found))
    if found is None:
        said = "Nothing is compared yet: a refresh that publishes a build compares it with the one before."
        return html.Section([head, html.P(said)], className="sec")
    parts: list[Any] = [html.P(text.sentence(words(found)))]
    if found.largest:
        rows = tuple(
            (
                one.area,
                text.month(one.period),
                figure(one),
                number(one.before),
                number(one.after),
                change(one.change) or "not given",
                percentage(one.change_pct) or "not given",
            )
            for one in found.largest
        )
        some = "The largest changes" if found.total > len(rows) else "Every change"
        table = Table("revised values", f"{some}, totals first", COLUMNS, rows)
        command = html.Code(f"python -m etl changes --since {found.since}")
        parts += [tables.draw(table, label=table.caption), html.P([command, " lists all."], className="note")]
    return html.Section([head, *parts], className="sec")


def corrections(found: Sequence[Any]) -> list[Any]:
    """The check of corrections: each still fits its cell, or somebody must look."""
    if not found:
        return [html.P("No published figure is corrected here.")]
    unfit = sum(not one.fits for one in found)
    said = f"{text.count(len(found), 'reviewed correction')} of known errors in published files: "
    said += "each still fits its cell." if not unfit else f"{unfit} no longer fit and are not applied. Look at them."
    items = [html.Li([html.B(f"{one.correction}: "), one.words]) for one in found]
    return [html.P(said), html.Ul(items, className="plain")]
