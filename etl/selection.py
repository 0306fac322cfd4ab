"""Which of the files that are held speaks for a month, a year or a series.

Equal bytes are one file (the raw store sees to that). Of two files for the same release the one issued later
wins, and both are kept. Anything else refuses that release only: what was published before stays.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from domain import organisations, periods
from etl.problems import Message, error, note
from etl.snapshot import Snapshot
from etl.source import Parsed, Source

Whole = Callable[[Sequence["Release"]], Sequence[Parsed]]
FEWER_ALLOWED = 3  # councils or providers a later version of a month may lack
_FOLDER = re.compile(r"/uploads/(?:sites/\d+/)?(20\d\d)/(0[1-9]|1[0-2])/")
_REVISED = re.compile(r"revised|[-_ ]rev[-_ .]", re.IGNORECASE)


@dataclass(frozen=True)
class Release:
    """A file that was read and may be used: its snapshot, its contents, and whether it is the current one.

    uploaded: when the publisher put it on its site, for files that print no date.
    """

    snapshot: Snapshot
    parsed: Parsed
    current: bool = False
    uploaded: date | None = None

    @property
    def vintage(self) -> date:
        """When this version was issued: printed, else uploaded, else retrieved."""
        return self.parsed.dated or self.uploaded or datetime.fromisoformat(self.snapshot.retrieved_at).date()

    @property
    def revised(self) -> date | None:
        """The date of revision that it prints, or when it was uploaded if its name says that it is one."""
        named = _REVISED.search(str(self.snapshot.provenance.get("file_name", "")))
        return self.parsed.revised or (self.uploaded if named else None)


Every = Sequence[tuple[str, Release]]  # source id and release, for every file that may be used


def as_read(releases: Sequence["Release"]) -> list[Parsed]:
    """What the files hold, as it was read."""
    return [release.parsed for release in releases]


def select(
    source: Source, releases: Sequence[Release], *, before: frozenset[str], today: date, whole: Whole = as_read
) -> tuple[list[Release], list[Message]]:
    """All usable releases with the current ones marked, and what there is to say.

    before: sha256 of the files that the last build used as current ones, for falling back on.
    whole: the contents of releases with all their facts, for those that were kept without.
    """
    messages: list[Message] = []
    if source.uploads:
        releases = [replace(release, uploaded=_uploaded(release)) for release in releases]
    usable = [release for release in releases if not _in_the_future(release, today, messages)]
    groups: dict[str, list[Release]] = {}
    for release in usable:
        groups.setdefault(release.parsed.key, []).append(release)
    current = {_current(source, key, group, before, messages, whole=whole) for key, group in groups.items()}
    marked = [replace(r, current=r.snapshot.sha256 in current) for r in usable]
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
    source: Source, key: str, group: Sequence[Release], before: frozenset[str], messages: list[Message], *, whole: Whole
) -> str | None:
    """sha256 of the file that speaks for a release; None when it cannot be told."""
    ranked = sorted(group, key=lambda r: _rank(source, r), reverse=True)
    best = [release for release in ranked if _rank(source, release) == _rank(source, ranked[0])]
    if len(best) > 1:
        return _held(_undecided(key, best), ranked, before, messages)
    if differs := _other_form(source, ranked, whole):
        return _held(f"{_name(key)}: {differs}; expected the same figures in both", ranked, before, messages)
    older = [release for release in ranked[1:] if not _same_edition(source, ranked[0], release)]
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


def _rank(source: Source, release: Release) -> tuple[str, ...]:
    if source.uploads:
        return *_edition(release), str(int(bool(release.parsed.dated))), release.vintage.isoformat()
    if not source.dated:
        return release.snapshot.retrieved_at, release.snapshot.sha256
    issued = release.parsed.dated
    return issued.isoformat() if issued else "", release.parsed.end if source.whole else ""


def _edition(release: Release) -> tuple[str, str]:
    """Month of issue, and whether it is a revision: files alike in both are one edition in several forms."""
    return periods.month_of(release.vintage), str(int(bool(release.revised)))


def _same_edition(source: Source, one: Release, other: Release) -> bool:
    return source.uploads and _edition(one) == _edition(other) and bool(one.parsed.dated) != bool(other.parsed.dated)


def _other_form(source: Source, ranked: Sequence[Release], whole: Whole) -> str:
    """How another form of the edition that speaks differs from it; empty when all forms agree."""
    for other in ranked[1:]:
        if source.agree and _same_edition(source, ranked[0], other):
            differs = source.agree(*whole([ranked[0], other]))
            if differs:
                return f"{ranked[0].snapshot.file.name} and {other.snapshot.file.name} differ: {differs}"
    return ""


def _uploaded(release: Release) -> date | None:
    """The day of upload: as the site last said, when that lies in the month of the folder; else the folder's first."""
    if release.parsed.dated or not (folder := _FOLDER.search(str(release.snapshot.provenance.get("url", "")))):
        return None
    first = date(int(folder[1]), int(folder[2]), 1)
    try:
        said = parsedate_to_datetime(str(release.snapshot.provenance.get("last_modified", ""))).date()
    except (ValueError, TypeError):
        return first
    return said if (said.year, said.month) == (first.year, first.month) else first


def _undecided(key: str, best: Sequence[Release]) -> str:
    names = " and ".join(release.snapshot.file.name for release in best)
    expected = "expected one, or a later 'Revised:'"
    return f"two different files for {_name(key)} with the same date of issue ({names}); {expected}"


def _held(text: str, ranked: Sequence[Release], before: frozenset[str], messages: list[Message]) -> str | None:
    """Say why it cannot be told which file speaks; what was in use stays, else the release is left out."""
    held = next((release for release in ranked if release.snapshot.sha256 in before), None)
    after = f"{held.snapshot.file.name} stays in use" if held else "the release is left out"
    messages.append(error(ranked[0].snapshot.file.name, f"{text}; {after}. Look at both at the publisher."))
    return held.snapshot.sha256 if held else None


def _lost(new: Release, old: Release) -> str:
    """What a later version lacks that the one before had, in words; empty when nothing."""
    if new.parsed.start > old.parsed.start or new.parsed.end < old.parsed.end:
        return f"fewer months ({periods.label(new.parsed.start)} to {periods.label(new.parsed.end)})"
    for name, count in (("councils", _councils), ("providers", _providers)):
        if (fewer := count(old.parsed) - count(new.parsed)) > FEWER_ALLOWED:
            return f"{fewer} fewer {name}"
    return ""


def _councils(parsed: Parsed) -> int:
    return len(parsed.tables.get("areas", {}).get("nhs_code", ()))


def _providers(parsed: Parsed) -> int:
    return sum(kind == organisations.PROVIDER for kind in parsed.tables.get("organisations", {}).get("kind", ()))


def _name(key: str) -> str:
    try:
        return periods.label(periods.month(key))
    except periods.PeriodError:
        return "the series" if key == "series" else key


def current(releases: Iterable[Release]) -> list[Release]:
    """Only the releases that speak for their month, year or series."""
    return [release for release in releases if release.current]
