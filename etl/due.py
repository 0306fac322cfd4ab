"""Whether a refresh is due: for a timer that asks often and should seldom do anything.

A refresh is due when there is nothing to serve, when the last one was cut short, and when a publication needs a look:
its day has come and its figures are not held, or nobody looked for a week. A publisher that is late is asked every
hour, one that is overdue or changed its page every day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from domain import periods
from domain.freshness import CHANGED, DUE, ENDED, LATE, NOTHING, OVERDUE, STALE, Freshness, Looked
from domain.release_calendar import LOOK_DAYS
from warehouse.builds import Builds
from warehouse.queries import freshness
from warehouse.reader import View

AGAIN = {
    DUE: timedelta(hours=1),
    LATE: timedelta(hours=1),
    STALE: timedelta(hours=1),
    NOTHING: timedelta(days=1),
    OVERDUE: timedelta(days=1),
    CHANGED: timedelta(days=1),
}
AGAIN_FAILED = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """Whether to refresh now, and why or until when not, in words."""

    now: bool
    words: str


def due(root: Path, now: datetime) -> Due:
    """Whether the live data under a root should be refreshed now."""
    builds = Builds(root)
    build, status = builds.usable(), builds.status()
    if build is None:
        return Due(True, "nothing is loaded yet that this version can serve")
    if status.get("doing") != "finished":
        return Due(True, "the last refresh did not end")
    if status.get("exit_code") and now - datetime.fromisoformat(status["started_at"]) >= AGAIN_FAILED:
        return Due(True, "something could not be refreshed the last time")
    states = freshness.states(View(build), builds, now.date())
    waited = now - datetime.fromisoformat(status["started_at"])
    wanting = {name: one for name, one in states.items() if one.state in AGAIN and waited >= AGAIN[one.state]}
    if wanting:
        return Due(True, "; ".join(f"{name}: {_why(one)}" for name, one in wanting.items()))
    return Due(False, f"nothing is due; {_next(states, freshness.looked(builds), status['started_at'], now)}")


def _why(one: Freshness) -> str:
    month = f", {periods.label(one.month)}" if one.month else ""
    return f"{one.label}{month}{f' (due on {_day(one.day)})' if one.day else ''}"


def _next(states: Mapping[str, Freshness], looked: Mapping[str, Looked], started: str, now: datetime) -> str:
    """When a refresh is due next, and for what."""
    waiting = [name for name, one in states.items() if one.state in AGAIN]
    if waiting:
        again = datetime.fromisoformat(started) + min(AGAIN[states[name].state] for name in waiting)
        return f"{' and '.join(waiting)} will be asked again from {again:%H:%M} UTC on {_day(again.date())}"
    coming = [(one.day, f"{name}, {periods.label(one.month)}") for name, one in states.items() if one.day]
    live = [name for name, one in states.items() if one.state != ENDED]
    last = min((at.at.date() for name in live if (at := looked.get(name)) and at.at), default=now.date())
    coming.append((last + timedelta(days=LOOK_DAYS + 1), "the weekly look at every publication"))
    day, what = min(coming)
    return f"next: {what}, on {_day(day)}"


def _day(day: date) -> str:
    return f"{day:%A} {periods.day_label(day)}"
