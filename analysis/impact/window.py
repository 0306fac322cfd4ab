"""Which months are before a scheme, in its roll-in and after it (METHODS M18)."""

from dataclasses import dataclass

from analysis.rates import Refused
from domain import periods

ROLL_IN = 3  # months that no scheme is judged on
LEAST_RUNNING = 6
HISTORY = 36  # months before the start that are read at most


@dataclass(frozen=True)
class Window:
    """The months of a scheme, each in time order.

    pre: before the start; left_out: of these, the months that M17 leaves out (they stay in ``pre``).
    roll_in: the first max(3, lag) months from the start. post: from the roll-in to the last month of the data.
    running: of the months after the roll-in, those in which the scheme ran.
    """

    start: str
    pre: tuple[str, ...]
    roll_in: tuple[str, ...]
    post: tuple[str, ...]
    running: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def before(self) -> tuple[str, ...]:
        """The months before the start that are read."""
        return tuple(month for month in self.pre if month not in self.left_out)

    @property
    def judged(self) -> tuple[str, ...]:
        """The months after the roll-in that an estimate reads: those in which it ran, where there are 6.

        A scheme that ran for less is too short for a verdict; what followed it is then shown all the same.
        """
        return self.running if len(self.running) >= LEAST_RUNNING else self.post

    @property
    def ended(self) -> bool:
        """Whether the scheme ended before the data do."""
        return len(self.running) < len(self.post)

    def without(self, left_out: tuple[str, ...]) -> "Window":
        """The same window with months before the start left out (M17)."""
        return Window(self.start, self.pre, self.roll_in, self.post, self.running, left_out)


def window(start: str, *, last: str, lag: int = 0, end: str = "", first: str = "") -> Window:
    """The window of a scheme.

    Args:
        start: the month in which it actually started.
        last: the last month of the data.
        lag: months until an effect is expected; the roll-in is the first max(3, lag) months.
        end: the last month in which it ran; empty while it runs. Months after it stay in ``post`` to be shown,
            and are not in ``running``, by which the verdict counts.
        first: the first month to read before the start; by default 36 months before it.

    Raises:
        Refused: for a lag below 0, or an end before the start.
    """
    if lag < 0 or (end and end < start):
        raise Refused(f"a scheme from {start} to {end or 'today'} with a lag of {lag} months cannot be")
    before = max(first, periods.plus(start, -HISTORY)) if first else periods.plus(start, -HISTORY)
    after = periods.plus(start, max(ROLL_IN, lag))
    post = periods.span(after, last)
    return Window(
        start,
        periods.span(before, periods.plus(start, -1)),
        tuple(month for month in periods.span(start, periods.plus(after, -1)) if month <= last),
        post,
        tuple(month for month in post if not end or month <= end),
    )


def quarters(of: Window, *, history: int = 8) -> Window:
    """The window by quarter, each named by its first month, for surveys and quarterly series.

    A quarter lies before or after with at least two of its three months; of those before, the latest eight (24
    months, as for every baseline) are kept. A quarter with fewer than two months on either side is in the roll-in.
    """
    found: dict[str, list[str]] = {}
    for name in ("pre", "post", "running", "left_out"):
        months = [_quarter(month) for month in getattr(of, name)]
        found[name] = [quarter for quarter in dict.fromkeys(months) if months.count(quarter) >= 2]
    taken = {*found["pre"], *found["post"]}
    middle = dict.fromkeys(_quarter(month) for month in of.roll_in)
    return Window(
        of.start,
        tuple(found["pre"][-history:]),
        tuple(quarter for quarter in middle if quarter not in taken),
        tuple(found["post"]),
        tuple(found["running"]),
        tuple(found["left_out"]),
    )


def _quarter(month: str) -> str:
    """The first month of the quarter that holds a month."""
    return periods.plus(month, -((periods.split(month)[1] - 1) % 3))
