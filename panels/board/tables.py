"""The watches as rows, for CSV: every line of them, with what each side moved from and to."""

from collections.abc import Mapping
from typing import Any

from components.tables import Column, Table
from panels.board import choice, words
from panels.board.sides import Shown
from panels.board.watches import Watch
from warehouse.reader import View

Query = Mapping[str, Any]
COLUMNS = (
    Column("watch", "Watch", kind="text"),
    Column("area_code", "Code", kind="text"),
    Column("area_name", "Where", kind="text"),
    Column("period", "12 months to", kind="month"),
    Column("delays", "Delays", kind="text"),
    Column("delays_change_pct", "Change of delays, %", 1),
    Column("delays_inside", "Within", kind="text"),
    Column("beside", "Beside them", kind="text"),
    Column("beside_change_pct", "Change beside them, %", 1),
    Column("beside_inside", "Within", kind="text"),
    Column("both_true", "Both true at once", kind="text"),
    Column("from_upload", "Uploaded", kind="text"),
)


def table(view: View, query: Query) -> Table | None:
    """Every line of both watches."""
    held = choice.of(view, query)
    if held is None:
        return None
    rows = [_row(watch, other) for watch in (*held.pressure, *held.substitution) for other in watch.others]
    caption = "The watches: 12 months against the 12 before, per day"
    return Table("the watches", caption, COLUMNS, tuple(rows))


def _row(watch: Watch, other: Shown) -> tuple[Any, ...]:
    uploads = [side.name for side in (watch.delays, other) if side.source == "upload"]
    return (
        watch.kind.lower(),
        watch.code,
        watch.where,
        watch.month,
        watch.delays.name,
        _change(watch.delays),
        words.within(watch.delays),
        other.name,
        _change(other),
        words.within(other),
        "yes" if other in watch.up else "no" if watch.delays.moved and other.moved else "not known",
        "; ".join(uploads),
    )


def _change(side: Shown) -> float | None:
    return None if side.moved is None else 100 * side.moved.change.ratio
