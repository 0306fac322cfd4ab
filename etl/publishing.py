"""From held files to a published build: read, choose, build where something changed, point at it."""

from domain import periods
from etl import build, fates, placing, reviewed, selection
from etl.build import Releases
from etl.pool import Outcome, Task
from etl.problems import Message, error, note, warning
from etl.run import Run
from etl.selection import Release
from etl.snapshot import Snapshot
from etl.sources import SOURCE_BY_ID, SOURCES
from warehouse.builds import Build

SEEN = "seen.json"  # what the last refresh read, so that the next need not read it again
Held = dict[str, list[Snapshot]]  # source id to its files


def publish(run: Run, *, last: bool = False) -> None:
    """Build and publish when something changed and it is time: at once for a first build, else every so often."""
    waited = (run.clock() - run.published_at).total_seconds() >= run.request.publish_every
    first = run.builds.usable() is None
    if not (last or ((waited or first) and _national_done(run))):
        return
    held: Held = {source.id: run.store.snapshots(source.id) for source in SOURCES}
    if _unchanged(run, held):
        return
    releases = _choose(run, held)
    newest = next(iter(run.builds.all()), None)
    if any(releases.values()):
        if newest and newest.manifest["fingerprint"] == build.fingerprint(build.used(releases)):
            _point_at(run, newest)
        else:
            _write(run, releases, newest)
    _remember(run, held)


def _national_done(run: Run) -> bool:
    return all(run.report.is_done(source.id) for source in run.request.sources if source.national)


def _unchanged(run: Run, held: Held) -> bool:
    """Whether exactly this was read at the end of an earlier refresh; what was said then is said again."""
    last = run.builds.read_note(SEEN)
    if run.builds.usable() is None or run.read or last.get("seen") != _seen(run, held) or "fates" not in last:
        return False
    run.fates = fates.from_rows(last["fates"])
    for source, level, about, text in last["messages"]:
        run.report.tell(source, Message(level, about, text))
    return True


def _seen(run: Run, held: Held) -> str:
    """Fingerprint of all files held, of how they are read, and of which of them the publishers' pages offer now."""
    pairs = (
        (source, s.sha256 + ("+" if (source, s.sha256) in run.offered else ""))
        for source, found in held.items()
        for s in found
    )
    return build.fingerprint(pairs)


def _remember(run: Run, held: Held) -> None:
    """Remember what was read, unless that may pass: a reader that broke, a month that has not begun."""
    if not run.unsettled and not any(outcome.broken for outcome in run.read.values()):
        messages = [(source, m.level, m.about, m.text) for source, m in run.said]
        run.builds.write_note(SEEN, {"seen": _seen(run, held), "messages": messages, "fates": fates.as_rows(run.fates)})


def _choose(run: Run, held: Held) -> dict[str, list[Release]]:
    """Read what has not been read yet, then choose the current file of every release."""
    run.report.phase("reading")
    known = reviewed.of(run)
    by_task = {Task(s.source, s.file, s.sha256, known.get(s.source, ())): s for found in held.values() for s in found}
    todo = [task for task, s in by_task.items() if (s.source, s.sha256) not in run.read]
    for outcome in run.pool.read(todo) if todo else ():
        snapshot = by_task[outcome.task]
        run.read[snapshot.source, snapshot.sha256] = outcome
        _tell(run, snapshot, outcome)
    before = frozenset(f["sha256"] for b in run.builds.all()[:1] for f in b.manifest["files"] if f["current"])
    chosen: dict[str, list[Release]] = {}
    for source, found in held.items():
        usable = [Release(s, outcome.parsed) for s in found if (outcome := run.read[s.source, s.sha256]).parsed]
        usable, said = placing.place(SOURCE_BY_ID[source], usable, chosen)
        chosen[source], messages = selection.select(SOURCE_BY_ID[source], usable, before=before, today=run.today)
        run.unsettled |= len(chosen[source]) < len(usable)
        for message in (*said, *messages):
            run.say(source, message)
    reviewed.tell(run, chosen)
    run.fates = fates.of(held, chosen, run.read, run.said)
    return chosen


def _tell(run: Run, snapshot: Snapshot, outcome: Outcome) -> None:
    """Say what reading a file found; a file that the publisher no longer offers is nobody's worry now."""
    name = snapshot.file.name
    if outcome.parsed:
        run.store.annotate_parsed(snapshot, outcome.parsed)
        for text in outcome.parsed.notes:
            run.say(snapshot.source, warning(name, text))
    elif outcome.other:
        run.say(snapshot.source, note(name, f"another publication, left alone: {outcome.other}"))
    elif outcome.spoilt:
        run.store.discard(snapshot)
        text = "the copy held was damaged on the disk; it is fetched again at the next refresh"
        run.report.tell(snapshot.source, error(name, text))
    else:
        level = error if (snapshot.source, snapshot.sha256) in run.offered else note
        run.say(snapshot.source, level(name, f"{outcome.refused} Its release keeps the last good data."))


def _write(run: Run, releases: Releases, newest: Build | None) -> None:
    """Write, publish and prune; a build that would show less than the one before is not made."""
    lost = build.losses(newest, releases)
    if lost and not run.request.accept_losses:
        some = ", ".join(_named(one) for one in lost[:5]) + (" …" if len(lost) > 5 else "")
        text = f"a new build would lose {len(lost)} releases ({some}); the build before stays. See the files refused."
        run.say(lost[0][0], error("build", f"{text} 'python -m etl refresh --accept-losses' publishes anyway."))
        return
    run.report.phase("building")
    try:
        made = build.write(run.builds, build.Plan(run.request.mode, run.refresh_id, run.clock(), releases))
    except build.BuildRefused as problem:
        run.say(run.request.sources[0].id, error("build", f"{problem} The build before stays."))
        return
    _point_at(run, made)
    run.builds.prune(keep=run.request.keep, refresh_id=run.refresh_id)


def _point_at(run: Run, made: Build) -> None:
    """Serve a build, unless it is served already or a person went back from it."""
    if made.id != run.builds.current_id() and not run.builds.went_back_from(made.id):
        run.builds.publish(made.id)
        run.published, run.published_at = made, run.clock()
        run.report.published(made.id)


def _named(release: tuple[str, str]) -> str:
    source, key = release
    try:
        return periods.label(periods.month(key))
    except periods.PeriodError:
        return f"{source} {key}"
