"""Which of the files that are held speaks for a month, a year or a series.

Equal bytes are one file (the raw store sees to that). Of two files for the same release the one issued later
wins, and both are kept. Anything else refuses that release only: what was published before stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain import periods
from etl.problems import Message, error, note
from etl.snapshot import Snapshot
from etl.source import Parsed, Source

FEWER_ALLOWED = 3  # councils a later version of a month may lack


@dataclass(frozen=True)
class Release:
    """A file that was read and may be used: its snapshot, its contents, and whether it is the current one."""

    snapshot: Snapshot
    parsed: Parsed
    current: bool = False

    @property
    def vintage(self) -> date:
        """When this version was issued; the day of retrieval for files that print no date."""
        return self.parsed.dated or datetime.fromisoformat(self.snapshot.retrieved_at).date()


def select(
    source: Source, releases: Sequence[Release], *, before: frozenset[str], today: date
) -> tuple[list[Release], list[Message]]:
    """All usable releases with the current ones marked, and what there is to say.

    before: sha256 of the files that the last build used as current ones, for falling back on.
    """
    messages: list[Message] = []
    usable = [release for release in releases if not _in_the_future(release, today, messages)]
    groups: dict[str, list[Release]] = {}
    for release in usable:
        groups.setdefault(release.parsed.key, []).append(release)
    current = {_current(source, key, group, before, messages) for key, group in groups.items()}
    marked = [Release(r.snapshot, r.parsed, r.snapshot.sha256 in current) for r in usable]
    return marked, messages


def _in_the_future(release: Release, today: date, messages: list[Message]) -> bool:
    future = release.parsed.end > periods.month_of(today)
    if future:
        text = (
            f"found {periods.label(release.parsed.end)}; expected a month that has begun. The file is not "
            "used: look at its Period cell."
        )
        messages.append(error(release.snapshot.file.name, text))
    return future


def _current(
    source: Source, key: str, group: Sequence[Release], before: frozenset[str], messages: list[Message]
) -> str | None:
    """sha256 of the file that speaks for a release; None when it cannot be told."""
    ranked = sorted(group, key=lambda r: _rank(source, r), reverse=True)
    best = [release for release in ranked if _rank(source, release) == _rank(source, ranked[0])]
    if len(best) > 1:
        return _undecided(key, best, ranked, before, messages)
    older = ranked[1:]
    if older and (lost := _lost(ranked[0], older[0])):
        text = (
            f"found {lost} than in the version before; expected at least as many. The version before is kept: "
            "look at the file."
        )
        messages.append(error(ranked[0].snapshot.file.name, text))
        return older[0].snapshot.sha256
    if older and ranked[0].snapshot.sha256 not in before and older[0].snapshot.sha256 in before:
        text = (
            f"{_name(key)} was revised: issued {periods.day_label(ranked[0].vintage)}; the version before is "
            "kept beside it"
        )
        messages.append(note(ranked[0].snapshot.file.name, text))
    return ranked[0].snapshot.sha256


def _rank(source: Source, release: Release) -> tuple[str, str]:
    if not source.dated:
        return release.snapshot.retrieved_at, release.snapshot.sha256
    issued = release.parsed.dated
    return issued.isoformat() if issued else "", release.parsed.end if source.whole else ""


def _undecided(
    key: str, best: Sequence[Release], ranked: Sequence[Release], before: frozenset[str], messages: list[Message]
) -> str | None:
    names = " and ".join(release.snapshot.file.name for release in best)
    held = next((release for release in ranked if release.snapshot.sha256 in before), None)
    after = f"{held.snapshot.file.name} stays in use" if held else "the release is left out"
    text = (
        f"two different files for {_name(key)} with the same date of issue ({names}); expected one, or a later "
        f"'Revised:'; {after}"
    )
    messages.append(error(best[0].snapshot.file.name, text + ". Look at both at the publisher."))
    return held.snapshot.sha256 if held else None


def _lost(new: Release, old: Release) -> str:
    """What a later version lacks that the one before had, in words; empty when nothing."""
    if new.parsed.start > old.parsed.start or new.parsed.end < old.parsed.end:
        return f"fewer months ({periods.label(new.parsed.start)} to {periods.label(new.parsed.end)})"
    councils = _councils(old.parsed) - _councils(new.parsed)
    return f"{councils} fewer councils" if councils > FEWER_ALLOWED else ""


def _councils(parsed: Parsed) -> int:
    return len(parsed.tables.get("areas", {}).get("nhs_code", ()))


def _name(key: str) -> str:
    try:
        return periods.label(periods.month(key))
    except periods.PeriodError:
        return "the series" if key == "series" else key


def current(releases: Iterable[Release]) -> list[Release]:
    """Only the releases that speak for their month, year or series."""
    return [release for release in releases if release.current]
