"""One refresh: look at the pages, fetch what may be new, read it, choose, build, publish.

National series come first, so that a first run can serve pages soon; monthly files follow, newest first. A
source that fails keeps its last good data. One refresh runs at a time, and what it is doing is on disk.
"""

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from etl import build, selection
from etl.browse import Browser
from etl.fetch import AddressRefused, Fetched, Fetcher, FetchFailed
from etl.pool import Outcome, Pool, Task
from etl.problems import Message, error, note, warning
from etl.report import Report
from etl.selection import Release
from etl.snapshot import RawStore, Snapshot
from etl.source import Candidate, Source
from etl.sources import SOURCE_BY_ID, SOURCES
from warehouse.builds import Build, Builds

FETCH_THREADS = 8
BATCH = 24  # monthly files fetched before the next look at whether to publish
SEEN = "seen.json"  # what the last refresh read, so that the next need not read it again
Clock = Callable[[], datetime]


class AnotherIsRunning(Exception):
    """Another refresh of the same data is under way."""


@dataclass(frozen=True)
class Request:
    """What to refresh: which sources, from which month on, as which kind of data, keeping how many builds.

    accept_losses: publish also when the new build shows less than the one before.
    """

    sources: Sequence[Source]
    mode: str
    since: str = ""
    keep: int = 12
    publish_every: float = 15.0
    accept_losses: bool = False


@dataclass
class _Run:
    """The state of one refresh: collaborators that never change, and what has been read so far."""

    request: Request
    fetcher: Fetcher
    builds: Builds
    store: RawStore
    pool: Pool
    report: Report
    clock: Clock
    refresh_id: str
    published_at: datetime
    read: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    offered: set[tuple[str, str]] = field(default_factory=set)
    published: Build | None = None

    said: list[tuple[str, Message]] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.clock().date()

    def say(self, source: str, message: Message) -> None:
        """Tell what reading and choosing found; it is remembered for refreshes that read nothing."""
        if (source, message) not in self.said:
            self.said.append((source, message))
        self.report.tell(source, message)


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Hold the lock of a root; raises AnotherIsRunning when another process holds it."""
    root.mkdir(parents=True, exist_ok=True)
    with open(root / "refresh.lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherIsRunning(f"another refresh of {root.name} data is running") from None
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


def refresh(
    request: Request, *, fetcher: Fetcher, root: Path, report: Report, clock: Clock = lambda: datetime.now(UTC)
) -> int:
    """Refresh the data under ``root``; the exit code (0, 3 or 4). Raises AnotherIsRunning."""
    with only_one(root):
        builds, store = Builds(root), RawStore(root)
        builds.sweep()
        store.sweep()
        started = clock()
        report.start(started, [source.id for source in request.sources])
        with Pool(root / "reader.log") as pool:
            name = f"{started:%Y%m%dT%H%M%S%f}-{os.getpid()}"
            run = _Run(request, fetcher, builds, store, pool, report, clock, name, started)
            for source in request.sources:
                _refresh_source(run, source)
            _publish(run, last=True)
        return report.finish(clock(), published=run.published is not None, current=builds.current_id())


def _refresh_source(run: _Run, source: Source) -> None:
    """Find, fetch and read one source; publish in between where that is due."""
    run.report.source(source.id, state="looking")
    found = source.discover(Browser(run.fetcher, about=source.id, tell=run.report.tell))
    for message in found.messages:
        run.report.tell(source.id, message)
    wanted = [c for c in found.candidates if not (run.request.since and c.hint and c.hint < run.request.since)]
    run.report.source(source.id, state="fetching", found=len(wanted))
    for start in range(0, len(wanted), BATCH):
        _fetch(run, source, wanted[start : start + BATCH])
        run.store.save_ledger(source.id)
        _publish(run)
    run.report.source(source.id, state="done")
    _publish(run)


def _fetch(run: _Run, source: Source, candidates: Sequence[Candidate]) -> None:
    """Fetch some candidates side by side and keep their bytes."""
    with ThreadPoolExecutor(FETCH_THREADS) as threads:
        waiting = {threads.submit(_answer, run, source, candidate): candidate for candidate in candidates}
        for future in as_completed(waiting):
            candidate = waiting[future]
            try:
                _keep(run, source, candidate, future.result())
            except FetchFailed as problem:
                run.report.tell(source.id, _failed(run, source, candidate, problem))
            except AddressRefused as problem:
                run.report.tell(source.id, warning(candidate.url, f"the link was not followed: {problem}"))
            if last := run.store.ledger(source.id).get(candidate.url):
                run.offered.add((source.id, last["sha256"]))
            run.report.source(source.id, fetched=1)


def _answer(run: _Run, source: Source, candidate: Candidate) -> Fetched | None:
    """The publisher's answer for a candidate; None when the held copy is young enough."""
    if run.store.fresh(source.id, candidate, run.clock()):
        return None
    last = run.store.ledger(source.id).get(candidate.url, {})
    known = bool(last) and run.store.get(source.id, last["sha256"]) is not None
    first = run.fetcher.get(
        candidate.url, **({"etag": last["etag"], "last_modified": last["last_modified"]} if known else {})
    )
    if first.body is None or not candidate.pages:
        return first
    bodies = [first.body, *(run.fetcher.get(page).body or b"" for page in candidate.pages)]
    return Fetched(first.url, first.final_url, b"".join(bodies), first.etag, first.last_modified)


def _keep(run: _Run, source: Source, candidate: Candidate, answer: Fetched | None) -> None:
    if answer is None:
        return
    if answer.body is None:
        run.store.answered(
            source.id, candidate.url, run.store.ledger(source.id)[candidate.url]["sha256"], answer, run.clock()
        )
        return
    _, new = run.store.put(source, candidate, answer, run.clock())
    run.report.source(source.id, new=int(new))


def _failed(run: _Run, source: Source, candidate: Candidate, problem: FetchFailed) -> Message:
    """A link that leads nowhere is nothing to worry about; any other failure is, for this one file."""
    held = candidate.url in run.store.ledger(source.id)
    kept = "; the copy held is kept" if held else "; what was published before stays"
    if problem.gone and not held:
        return note(candidate.url, f"dead link '{candidate.text}': {problem}")
    if problem.gone:
        return warning(candidate.url, f"the file is no longer at its address{kept}")
    return error(candidate.url, f"{problem}{kept}. It is asked for again at the next refresh.")


def _publish(run: _Run, *, last: bool = False) -> None:
    """Build and publish when something changed and it is time: at once for a first build, else every so often."""
    waited = (run.clock() - run.published_at).total_seconds() >= run.request.publish_every
    first = run.builds.usable() is None
    if not (last or ((waited or first) and _national_done(run))):
        return
    kept = {source.id: run.store.snapshots(source.id) for source in SOURCES}
    if _unchanged(run, kept):
        return
    releases = _choose(run, kept)
    newest = next(iter(run.builds.all()), None)
    mark = build.fingerprint(build.used(releases))
    if any(releases.values()) and not (newest and newest.manifest["fingerprint"] == mark):
        _write(run, releases, newest)
    _remember(run, kept)


def _write(run: _Run, releases: build.Releases, newest: Build | None) -> None:
    """Write, publish and prune; a build that would show less than the one before is not made."""
    lost = build.losses(newest, releases)
    if lost and not run.request.accept_losses:
        some = ", ".join(lost[:5]) + (" …" if len(lost) > 5 else "")
        text = f"a new build would lose {len(lost)} releases ({some}); the build before stays. See the files refused."
        run.say(lost[0].split()[0], error("build", f"{text} 'python -m etl refresh --accept-losses' publishes anyway."))
        return
    run.report.phase("building")
    try:
        made = build.write(run.builds, build.Plan(run.request.mode, run.refresh_id, run.clock(), releases))
    except build.BuildRefused as problem:
        run.say(run.request.sources[0].id, error("build", f"{problem} The build before stays."))
        return
    run.builds.publish(made.id)
    run.builds.prune(keep=run.request.keep, refresh_id=run.refresh_id)
    run.published, run.published_at = made, run.clock()
    run.report.published(made.id)


def _national_done(run: _Run) -> bool:
    return all(run.report.is_done(source.id) for source in run.request.sources if source.national)


def _unchanged(run: _Run, kept: dict[str, list[Snapshot]]) -> bool:
    """Whether exactly this was read at the end of an earlier refresh; what was said then is said again."""
    last = run.builds.read_note(SEEN)
    if run.builds.usable() is None or run.read or last.get("seen") != _seen(run, kept):
        return False
    for source, level, about, text in last["messages"]:
        run.report.tell(source, Message(level, about, text))
    return True


def _seen(run: _Run, kept: dict[str, list[Snapshot]]) -> str:
    """Fingerprint of all files held and of which of them the publishers' pages offer now."""
    pairs = (
        (source, s.sha256 + ("+" if (source, s.sha256) in run.offered else ""))
        for source, found in kept.items()
        for s in found
    )
    return build.fingerprint(pairs)


def _remember(run: _Run, kept: dict[str, list[Snapshot]]) -> None:
    messages = [(source, m.level, m.about, m.text) for source, m in run.said]
    run.builds.write_note(SEEN, {"seen": _seen(run, kept), "messages": messages})


def _choose(run: _Run, kept: dict[str, list[Snapshot]]) -> dict[str, list[Release]]:
    """Read what has not been read yet, then choose the current file of every release."""
    run.report.phase("reading")
    todo = [Task(s.source, s.file) for found in kept.values() for s in found if (s.source, s.sha256) not in run.read]
    by_file = {snapshot.file: snapshot for found in kept.values() for snapshot in found}
    for outcome in run.pool.read(todo) if todo else ():
        snapshot = by_file[outcome.task.file]
        run.read[snapshot.source, snapshot.sha256] = outcome
        _tell_outcome(run, snapshot, outcome)
    before = frozenset(f["sha256"] for b in run.builds.all()[:1] for f in b.manifest["files"] if f["current"])
    chosen: dict[str, list[Release]] = {}
    for source, found in kept.items():
        usable = [Release(s, outcome.parsed) for s in found if (outcome := run.read[s.source, s.sha256]).parsed]
        chosen[source], messages = selection.select(SOURCE_BY_ID[source], usable, before=before, today=run.today)
        for message in messages:
            run.say(source, message)
    return chosen


def _tell_outcome(run: _Run, snapshot: Snapshot, outcome: Outcome) -> None:
    """Say what reading a file found; a file that the publisher no longer offers is nobody's worry now."""
    name = snapshot.file.name
    if outcome.parsed:
        run.store.annotate_parsed(snapshot, outcome.parsed)
        for text in outcome.parsed.notes:
            run.say(snapshot.source, warning(name, text))
    elif outcome.other:
        run.say(snapshot.source, note(name, f"another publication, left alone: {outcome.other}"))
    else:
        level = error if (snapshot.source, snapshot.sha256) in run.offered else note
        run.say(snapshot.source, level(name, f"{outcome.refused} Its release keeps the last good data."))
