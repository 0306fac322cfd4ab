"""What an attacker can work out of a released table (METHODS M25).

Each entry of a table with totals is a flow: from a row to a column, and back through the totals. Rows and columns
must balance, so what an entry can be, given all bounds, is what flow it can carry. Bounds are whole numbers, so the
smallest and largest flow are found exactly by augmenting paths from the true table (Ford and Fulkerson 1956; for
tables: Cox 1980, Journal of the American Statistical Association 75:377).
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.disclosure.rounding import NEAREST, SMALL, SUPPRESSED, UNSAID, WITHHELD, Cell

SLACK = (NEAREST - 1) // 2
MOST = 1 << 40  # no count of people is larger

Place = tuple[int, int]


@dataclass(frozen=True)
class Table:
    """True counts of rows of equal length, and what is released of each entry.

    Entries are at (row, column); row totals are at (row, columns), column totals at (rows, column), the grand total
    at (rows, columns). An entry that is not in ``released`` is not published.
    """

    counts: tuple[tuple[int, ...], ...]
    released: dict[Place, Cell]

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns, without totals."""
        return len(self.counts), len(self.counts[0])

    def true(self, place: Place) -> int:
        """The true count of an entry or total."""
        rows, columns = self.size
        chosen = self.counts if place[0] == rows else self.counts[place[0] : place[0] + 1]
        return sum(sum(row) if place[1] == columns else row[place[1]] for row in chosen)

    def places(self) -> list[Place]:
        """All entries and totals, published or not."""
        rows, columns = self.size
        return [(row, column) for row in range(rows + 1) for column in range(columns + 1)]


def bounds(cell: Cell | None) -> tuple[int, int]:
    """What the released form of a count says by itself: 10 is 8 to 12, suppressed is 1 to 7, withheld is 8 or more,
    and what is unsaid can be anything.

    The attacker is taken to know the rules, and which numbers are suppressed and which withheld.
    """
    if cell is None or cell.kind == UNSAID:
        return 0, MOST
    if cell.kind == SUPPRESSED:
        return 1, SMALL
    if cell.kind == WITHHELD or cell.value is None:
        return SMALL + 1, MOST
    if cell.value == 0:
        return 0, 0
    return max(SMALL + 1, cell.value - SLACK), cell.value + SLACK


def feasible(table: Table, place: Place, *, enough: int = SMALL) -> tuple[int, int]:
    """The smallest and largest count that an entry can have, given everything shown.

    Stops widening when ``enough`` values are found, as the defender needs no more; the ends then lie further out.
    """
    low, high = bounds(table.released.get(place))
    true = table.true(place)
    up = _augmented(table, place, min(high - true, enough - 1), rising=True)
    down = _augmented(table, place, min(true - low, max(0, enough - 1 - up)), rising=False)
    return true - down, true + up


def _augmented(table: Table, place: Place, most: int, *, rising: bool) -> int:
    """By how much an entry can rise (or fall) while every line still adds up, up to ``most``."""
    arcs = _Arcs(table, place)
    tail, head = _ends(table, place)
    start, end = (head, tail) if rising else (tail, head)
    found = 0
    while found < most and (pushed := arcs.push(start, end, most - found)):
        found += pushed
    return found


Node = tuple[str, int]


def _ends(table: Table, place: Place) -> tuple[Node, Node]:
    """The nodes that an entry's flow runs between."""
    rows, columns = table.size
    row, column = place
    tail = ("row", row) if row < rows else ("column", column) if column < columns else ("all", 1)
    head = ("column", column) if column < columns else ("row", row) if row < rows else ("all", 0)
    if row < rows and column == columns:
        return ("all", 0), head
    if row == rows and column < columns:
        return tail, ("all", 1)
    return tail, head


class _Arcs:
    """What every entry but one can still carry, forwards (rise) and backwards (fall)."""

    def __init__(self, table: Table, but: Place) -> None:
        self.left: dict[Node, dict[Node, int]] = {}
        for place in table.places():
            if place == but:
                continue
            low, high = bounds(table.released.get(place))
            true = table.true(place)
            tail, head = _ends(table, place)
            self.left.setdefault(tail, {})[head] = high - true
            self.left.setdefault(head, {})[tail] = true - low

    def push(self, start: Node, end: Node, most: int) -> int:
        """Send what the shortest open path carries; 0 without one."""
        came: dict[Node, Node] = {}
        queue = deque([start])
        while queue and end not in came:
            node = queue.popleft()
            for to, left in self.left.get(node, {}).items():
                if left > 0 and to not in came and to != start:
                    came[to] = node
                    queue.append(to)
        if end not in came:
            return 0
        path = [end]
        while path[-1] != start:
            path.append(came[path[-1]])
        steps = list(zip(path[1:], path[:-1], strict=True))
        amount = min(most, *(self.left[a][b] for a, b in steps))
        for a, b in steps:
            self.left[a][b] -= amount
            self.left[b][a] += amount
        return amount


def width(interval: Sequence[int]) -> int:
    """How many values an interval holds."""
    return interval[1] - interval[0] + 1
