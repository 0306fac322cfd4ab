"""Releasing a table of counts of people so that no suppressed number can be worked out (METHODS M25)."""

import dataclasses
from collections.abc import Sequence

from analysis.disclosure.attack import Place, Table, feasible, width
from analysis.disclosure.rounding import SUPPRESSED, UNSAID, WITHHELD, Cell, release
from analysis.rates import Refused

LEAST_VALUES = 4


def protect(
    counts: Sequence[Sequence[int]], *, row_totals: bool = True, column_totals: bool = False, total: bool = False
) -> Table:
    """A table with everything released that may be.

    Every count and total is suppressed or rounded by itself (totals from the true counts). While the feasible
    interval of a suppressed number, given everything shown, holds fewer than 4 values, the smallest shown number
    of its row and column that widens it goes too: a cell, or in the end the total. A shown 0 stays: it hides nobody.
    A total that is itself suppressed is left unsaid where its cells would follow from it (seven people in seven
    cells are one in each).

    Raises:
        Refused: for rows of different length, and for what is no count.
    """
    rows = tuple(tuple(row) for row in counts)
    if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
        raise Refused("the rows of a table must be equally long")
    wanted = {"row": row_totals, "column": column_totals, "all": total, "cell": True}
    bare = Table(rows, {})
    table = Table(rows, {p: release(bare.true(p)) for p in bare.places() if wanted[_kind(bare, p)]})
    while (exposed := _exposed(table)) is not None:
        table = _remedied(table, exposed)
    return table


def row(counts: Sequence[int]) -> tuple[tuple[Cell, ...], Cell]:
    """A series with its total: the cells, and the total."""
    table = protect([counts])
    return tuple(table.released[0, at] for at in range(len(counts))), table.released[0, len(counts)]


def _kind(table: Table, place: Place) -> str:
    rows, columns = table.size
    if place == (rows, columns):
        return "all"
    if place[0] == rows:
        return "column"
    return "row" if place[1] == columns else "cell"


def _exposed(table: Table) -> Place | None:
    """The first suppressed number that is known to fewer than 4 values."""
    for place, cell in table.released.items():
        if cell.kind == SUPPRESSED and width(feasible(table, place, enough=LEAST_VALUES)) < LEAST_VALUES:
            return place
    return None


def _remedied(table: Table, exposed: Place) -> Table:
    """The table without one more number: the smallest that widens what is known of the exposed one."""
    known = width(feasible(table, exposed))
    choices = [_without(table, place) for place in _candidates(table, exposed)]
    return next((choice for choice in choices if width(feasible(choice, exposed)) > known), choices[0])


def _candidates(table: Table, exposed: Place) -> list[Place]:
    """What can go: numbers shown in its row and column, smallest first, then suppressed totals, then others.

    There always is one: with all totals hidden, a suppressed number can be anything from 1 to 7.
    """

    def order(place: Place) -> tuple[bool, bool, int, bool, Place]:
        beside = place[0] == exposed[0] or place[1] == exposed[1]
        return not beside, not table.released[place].shown, table.true(place), _is_total(table, place), place

    shown = [place for place, cell in table.released.items() if cell.shown and cell.value]
    totals = [p for p, cell in table.released.items() if cell.kind == SUPPRESSED and _is_total(table, p)]
    return sorted([*shown, *(place for place in totals if place != exposed)], key=order)


def _is_total(table: Table, place: Place) -> bool:
    return _kind(table, place) != "cell"


def _without(table: Table, place: Place) -> Table:
    kind = WITHHELD if table.released[place].shown else UNSAID
    return dataclasses.replace(table, released={**table.released, place: Cell(kind)})
