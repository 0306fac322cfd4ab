"""How fresh a publication is: five states that call for different things, each with what an operator does next.

*Late* and *overdue* are the publisher's: we looked, and the figures are not out. *Stale* is ours: nobody looked.
*Changed* is neither: we looked, and the page is not what it was. Only then must somebody change the product.
"""

from dataclasses import dataclass
from datetime import date, datetime

from domain import periods
from domain.release_calendar import LOOK_DAYS, Calendar, working_days

CURRENT, ENDED, DUE, LATE, OVERDUE, STALE, CHANGED, NOTHING, UNSEEN = (
    *("current", "ended", "due", "late", "overdue", "stale", "changed", "nothing", "unseen"),
)
LABELS = {
    CURRENT: "up to date",
    ENDED: "series ended",
    DUE: "out today",
    LATE: "late",
    OVERDUE: "overdue",
    STALE: "stale",
    CHANGED: "publisher changed its page",
    NOTHING: "nothing loaded",
    UNSEEN: "not yet seen",
}
GRACE = 3  # working days after the day of publication in which a publisher is late, not overdue
REFRESH = "python -m etl refresh"


@dataclass(frozen=True)
class Looked:
    """When a publication was last looked at. ``at``: with an answer; ``changed``: what was wrong with its page then."""

    at: datetime | None = None
    changed: str = ""


@dataclass(frozen=True)
class Freshness:
    """A state with what there is to say: the month that is awaited with its day, and what to do next.

    month, day: of the next release, or of the one that is missing; empty and None where no day is known.
    """

    state: str
    month: str = ""
    day: date | None = None
    step: str = ""

    @property
    def label(self) -> str:
        """The state in words."""
        return LABELS[self.state]


def freshness(calendar: Calendar, *, end: str, ended: str, looked: Looked, today: date, seen: bool = True) -> Freshness:
    """The state of a publication of which ``end`` is the last month held (empty for none).

    seen: whether an original file has ever been at hand; where not, holding none is nothing to worry about.
    """
    month, day = _next(calendar, end, ended)
    if looked.changed:
        step = "Look at the publisher’s page. If it moved or reads another way, change the layout of the source."
        return Freshness(CHANGED, month, day, step)
    if not (end or seen):
        return Freshness(UNSEEN)
    if not end:
        return Freshness(NOTHING, step=f"Run {REFRESH}, and read what it says of this source.")
    if ended:
        return Freshness(ENDED)
    unseen = looked.at is None or (today - looked.at.date()).days > LOOK_DAYS
    if unseen or (day and day < today and looked.at and looked.at.date() < day):
        return Freshness(STALE, month, day, f"Run {REFRESH}, and see why the timer did not.")
    return _published(month, day, today)


def _published(month: str, day: date | None, today: date) -> Freshness:
    """The state of a publication that somebody looks at: what the publisher has put out, and when."""
    if day is None or today < day:
        return Freshness(CURRENT, month, day)
    if today == day:
        return Freshness(DUE, month, day, "Nothing: it is looked for until it is there.")
    if working_days(day, today) <= GRACE:
        return Freshness(LATE, month, day, "Wait: the publisher has not put it out. It is looked for every hour.")
    step = "Look at the publisher’s page. If another day is announced there, add it to the release calendar."
    return Freshness(OVERDUE, month, day, step)


def _next(calendar: Calendar, end: str, ended: str) -> tuple[str, date | None]:
    """The month after the last one held, and the day on which it comes out."""
    if not end or ended or not calendar.months_after:
        return "", None
    following = periods.plus(end, 1)
    return following, calendar.due(following)
