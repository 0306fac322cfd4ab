"""The monthly trust workbook: the sibling of the council workbook, without ONS codes."""

from collections.abc import Sequence
from typing import Any

from domain import delays
from etl.demo import books, cells
from etl.demo.cells import Cells
from etl.demo.council_workbooks import _head, _reason_labels
from etl.demo.trust_cells import Shared, of_trust

Row = tuple[str, str, str, Cells]  # region, code, name, cells


def workbook(month: str, shared: Shared) -> bytes:
    """The workbook of one month."""
    rows: list[Row] = [(t.board.region, t.code, t.name, of_trust(held)) for t, held in shared.items()]
    rows.insert(0, ("-", "-", "England", cells.add([row[3] for row in rows])))
    kinds = (
        ("care", "Trust - by type of care", {c: delays.CARE_LABELS[c] for c in delays.CARE_TYPES}),
        ("body", "Trust - by responsible org", {b: delays.BODY_LABELS[b] for b in delays.BODIES}),
        ("reason", "Trust - by reason", _reason_labels(month)),
    )
    return books.workbook({name: _sheet(month, rows, labels, kind) for kind, name, labels in kinds})


def _sheet(month: str, rows: Sequence[Row], labels: dict[str, str], kind: str) -> list[list[Any]]:
    """Header in row 14, England in row 15, an empty row, then the trusts."""
    head = [["", "Basis:", "Provider"] if row[1:2] == ["Basis:"] else row for row in _head(month)]
    body = [_line(row, list(labels), kind) for row in rows]
    header = [None, "Region", "Code", "Name", *labels.values(), "Total"]
    return [*head, [None], header, body[0], [None], *body[1:]]


def _line(row: Row, keys: Sequence[str], kind: str) -> list[Any]:
    region, code, name, found = row
    values = [cells.days(found, **{kind: key}) for key in keys]
    return [None, region, code, name, *values, sum(values)]
