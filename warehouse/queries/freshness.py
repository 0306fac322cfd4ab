"""What is held of every source: data to when, issued when, loaded when, from which files; and when it was looked at."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from domain.freshness import Freshness, Looked, freshness
from domain.release_calendar import calendar
from warehouse.builds import Builds
from warehouse.reader import View

LOOKED = "looked.json"


class Held(NamedTuple):
    """What is held of one source: months covered, dates of the newest issue, files, and the current file."""

    source: str
    name: str
    title: str
    publisher: str
    landing: str
    ended: str
    lag_days: int
    start: str
    end: str
    published: date | None
    revised: date | None
    vintage: date
    loaded_at: datetime
    files: int
    current_files: int
    facts: int
    file_name: str
    url: str
    seen: bool


class Waiting(NamedTuple):
    """A publication of which nothing is held; ``seen`` says whether an original file has ever been at hand."""

    source: str
    name: str
    title: str
    publisher: str
    landing: str
    seen: bool


class File(NamedTuple):
    """The file that a figure came from."""

    snapshot_id: str
    source: str
    release: str
    file_name: str
    url: str
    sha256: str
    published: date | None
    revised: date | None
    vintage: date
    retrieved_at: datetime
    is_current: bool


_HELD = """
SELECT p.source, p.name, p.title, p.publisher, p.landing, p.ended, p.lag_days,
    STRFTIME(MIN(s.period_start), '%Y-%m'), STRFTIME(MAX(s.period_end), '%Y-%m'),
    MAX_BY(s.published, COALESCE(s.published, s.revised, s.vintage)), MAX(s.revised), MAX(s.vintage),
    MAX(s.retrieved_at),
    COUNT(*), COUNT(CASE WHEN s.is_current THEN 1 END), SUM(s.facts),
    MAX_BY(s.file_name, s.period_end), MAX_BY(s.url, s.period_end), p.seen
FROM national.publications AS p
JOIN national.snapshots AS s ON s.source = p.source
GROUP BY p.source, p.name, p.title, p.publisher, p.landing, p.ended, p.lag_days, p.seen, p.place
ORDER BY p.place
"""
_WAITING = """
SELECT p.source, p.name, p.title, p.publisher, p.landing, p.seen
FROM national.publications AS p
WHERE p.source NOT IN (SELECT source FROM national.snapshots)
ORDER BY p.place
"""
_FILES = """
SELECT snapshot_id, source, release, file_name, url, sha256, published, revised, vintage, retrieved_at, is_current
FROM national.snapshots
"""


def held(view: View) -> dict[str, Held]:
    """What is held, by source."""
    return {row[0]: Held(*row) for row in view.fixed(_HELD)}


def waiting(view: View) -> tuple[Waiting, ...]:
    """Publications of which nothing is held, in the order of the registry."""
    return tuple(Waiting(*row) for row in view.fixed(_WAITING))


def names(view: View) -> dict[str, str]:
    """The name of every publication, held or not, by source."""
    return dict(view.fixed("SELECT source, name FROM national.publications ORDER BY place"))


def looked(builds: Builds) -> dict[str, Looked]:
    """When each publication was last looked at, by source; one that never was has no entry."""
    found = {}
    for source, kept in builds.read_note(LOOKED).items():
        try:
            at = datetime.fromisoformat(kept["at"]) if kept["at"] else None
            found[source] = Looked(at, str(kept["changed"] or ""))
        except (KeyError, TypeError, ValueError):
            continue
    return found


def states(view: View, builds: Builds, today: date) -> dict[str, Freshness]:
    """The state of every publication on a day, by source, in the order in which they are asked for."""
    return dict(_states(view, looked(builds), today))


def _states(view: View, at: dict[str, Looked], today: date) -> Iterator[tuple[str, Freshness]]:
    known = held(view)
    for source, ended, seen in view.fixed("SELECT source, ended, seen FROM national.publications ORDER BY place"):
        end, last = known[source].end if source in known else "", at.get(source, Looked())
        yield source, freshness(calendar(source), end=end, ended=ended, looked=last, today=today, seen=seen)


def files(view: View, source: str) -> tuple[File, ...]:
    """Every file of a source, newest release first, the current one of a release before older versions."""
    rows = view.rows(
        _FILES + "WHERE source = $source ORDER BY release DESC, is_current DESC, vintage DESC", {"source": source}
    )
    return tuple(File(*row) for row in rows)


def file(view: View, snapshot_id: str) -> File | None:
    """The file of a snapshot, or None."""
    rows = view.rows(_FILES + "WHERE snapshot_id = $id", {"id": snapshot_id})
    return File(*rows[0]) if rows else None
