"""A line of the result, the bar it is held against, and the table of all of them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

HEADINGS = ("measure", "ours", "baseline", "ratio", "bar", "met?")


@dataclass(frozen=True)
class Line:
    """One measure.

    ours, baseline: medians in ``unit``; smaller is better unless ``rising``.
    least_ratio: the bar is a ratio of at least this; most: the bar is ours of at most this.
    low, high: smallest and largest of our rounds. note: what a reader should know, printed with --json only.
    """

    measure: str
    unit: str
    ours: float
    baseline: float | None = None
    least_ratio: float | None = None
    most: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""
    rising: bool = False

    @classmethod
    def of(
        cls,
        measure: str,
        unit: str,
        ours: Sequence[float],
        baseline: Sequence[float] = (),
        *,
        least_ratio: float | None = None,
        most: float | None = None,
        note: str = "",
        rising: bool = False,
    ) -> "Line":
        """A line from what every round found: medians, and the spread of ours."""
        other = median(baseline) if baseline else None
        return cls(measure, unit, median(ours), other, least_ratio, most, min(ours), max(ours), note, rising)

    @property
    def ratio(self) -> float | None:
        """How many times as good ours is: baseline ÷ ours, or ours ÷ baseline where more is better."""
        if not self.baseline or not self.ours:
            return None
        return self.ours / self.baseline if self.rising else self.baseline / self.ours

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is no bar."""
        if self.least_ratio is not None:
            return self.ratio is not None and self.ratio >= self.least_ratio
        return None if self.most is None else self.ours <= self.most

    @property
    def bar(self) -> str:
        """The bar in words."""
        if self.least_ratio is not None:
            return f"≥ {self.least_ratio:g} ×"
        return "" if self.most is None else f"≤ {self.most:g} {self.unit}"

    def as_dict(self) -> dict[str, Any]:
        """Every figure as plain values, for JSON."""
        return {**asdict(self), "ratio": self.ratio, "bar": self.bar, "met": self.met}

    def cells(self) -> tuple[str, ...]:
        """The cells of the table."""
        ratio = "" if self.ratio is None else f"{self.ratio:.1f} ×"
        met = {True: "yes", False: "NO", None: ""}[self.met]
        return self.measure, self._number(self.ours), self._number(self.baseline), ratio, self.bar, met

    def _number(self, value: float | None) -> str:
        if value is None:
            return "–"
        return f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f} {self.unit}"


def print_table(lines: Sequence[Line]) -> None:
    """Print all lines as one table."""
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    for number, row in enumerate(rows):
        first, *rest = row
        numbers = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        print("  ".join((first.ljust(widths[0]), *numbers)).rstrip())
        if number == 0:
            print("  ".join("─" * width for width in widths))
