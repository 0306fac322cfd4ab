"""What a file would change, sheet by sheet: numbers, removed rows so that nobody overlooks them, then every row."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from components import states, text
from domain.local.sheets import SHEET_BY_NAME

FIRST = 50  # rows that are listed of a kind
_CODE = re.compile(r"\b[A-Z][0-9]{8}\b")
KINDS = ("added", "changed", "removed")
Sheet = Mapping[str, Any]  # sheet, added, changed, removed, same


def totals(sheets: Sequence[Sheet]) -> dict[str, int]:
    """Rows added, changed and removed."""
    return {kind: sum(len(one[kind]) for one in sheets) for kind in KINDS}


def words(sheets: Sequence[Sheet]) -> str:
    """``add 3 rows, change 1 row and remove 5 rows``; empty where nothing would change."""
    verbs = {"added": "add", "changed": "change", "removed": "remove"}
    said = [f"{verbs[kind]} {rows(number)}" for kind, number in totals(sheets).items() if number]
    return " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def rows(number: int) -> str:
    """``1 row``, ``1,298 rows``."""
    return f"{text.whole(number)} {'row' if number == 1 else 'rows'}"


def draw(sheets: Sequence[Sheet], names: Mapping[str, str]) -> list[Any]:
    """The difference; of a sheet that stays as it is nothing but its line in the table. names: of councils, by code."""
    rows_of = [_rows(one, names) for one in sheets if any(one[kind] for kind in KINDS)]
    return [*_removed(sheets), _table(sheets), *rows_of]


def _removed(sheets: Sequence[Sheet]) -> list[Any]:
    gone = [one for one in sheets if one["removed"]]
    if not gone:
        return []
    named = ", ".join(f"{rows(len(one['removed']))} of ‘{_title(one)}’" for one in gone)
    said = " A sheet with rows replaces all rows of that sheet. Look at them below before you confirm."
    head = html.B(f"Confirming removes {named}.")
    return [states.banner([head, said], kind="amber")]


def _table(sheets: Sequence[Sheet]) -> html.Div:
    head = html.Tr([html.Th("Sheet", scope="col"), *(html.Th(w, scope="col", className="r") for w in _HEADS)])
    body = [
        html.Tr(
            [
                html.Th(_title(one), scope="row"),
                *(html.Td(text.whole(len(one[kind])), className="r") for kind in KINDS),
                html.Td(text.whole(one["same"]), className="r"),
            ]
        )
        for one in sheets
    ]
    caption = html.Caption(html.Span("Rows of the file against what is held"))
    table = html.Table([caption, html.Thead(head), html.Tbody(body)])
    label = {"aria-label": "What would change"}
    return html.Div(table, className="scroll", role="region", tabIndex=0, **label)


_HEADS = ("Added", "Changed", "Removed", "As before")


def _rows(one: Sheet, names: Mapping[str, str]) -> html.Details:
    counted = ", ".join(f"{text.whole(len(one[kind]))} {kind}" for kind in KINDS if one[kind])
    parts: list[Any] = [html.Summary(f"{_title(one)}: {counted}")]
    for kind in reversed(KINDS):
        if one[kind]:
            said = [_changed(row) if kind == "changed" else str(row) for row in one[kind][:FIRST]]
            lines = [html.Li(_CODE.sub(lambda code: names.get(code[0], code[0]), row)) for row in said]
            more = len(one[kind]) - FIRST
            if more > 0:
                lines.append(html.Li(f"and {text.whole(more)} more"))
            parts += [html.H3(kind.capitalize()), html.Ul(lines, className="plain")]
    return html.Details(parts, open=bool(one["removed"]), className="rows-of")


def _changed(row: Mapping[str, Any]) -> str:
    said = "; ".join(f"{label} {_value(before)} becomes {_value(after)}" for label, before, after in row["fields"])
    return f"{row['row']}: {said}"


def _value(value: Any) -> str:
    if value is None or value == "":
        return "empty"
    if isinstance(value, float) and value.is_integer():
        return text.whole(value)
    shown = str(value)
    return f"‘{shown[:80]}{'…' if len(shown) > 80 else ''}’"


def _title(one: Sheet) -> str:
    return SHEET_BY_NAME[one["sheet"]].title
