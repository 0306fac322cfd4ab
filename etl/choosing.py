"""Which files speak: what is held is read, or recalled from the reading before, and one is chosen for every release."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from etl import fates, placing, readings, reviewed, selection
from etl.build import BuildRefused
from etl.pool import Outcome, Task
from etl.problems import error, note, warning
from etl.run import Run
from etl.selection import Release
from etl.snapshot import Snapshot
from etl.source import Parsed
from etl.sources import SOURCE_BY_ID

AGAIN = "Refresh again; 'python -m etl refresh --anew' reads every file."
SEEN = "seen.json"  # what the last refresh read, so that the next need not read it again
Held = dict[str, list[Snapshot]]  # source id to its files


def choose(run: Run, held: Held) -> dict[str, list[Release]]:
    """Read what has not been read yet, then choose the current file of every release."""
    run.report.phase("reading")
    known = reviewed.of(run)
    if not run.read and not run.request.anew:
        _recall(run, held)
    by_task = {Task(s.source, s.file, s.sha256, known.get(s.source, ())): s for found in held.values() for s in found}
    todo = [task for task, s in by_task.items() if (s.source, s.sha256) not in run.read]
    for outcome in run.pool.read(todo) if todo else ():
        snapshot = by_task[outcome.task]
        run.read[snapshot.source, snapshot.sha256] = outcome
        _tell(run, snapshot, outcome)
    before = frozenset(f["sha256"] for b in run.builds.all()[:1] for f in b.manifest["files"] if f["current"])
    chosen: dict[str, list[Release]] = {}
    again = functools.partial(whole, run)
    for source, found in held.items():
        usable = [Release(s, outcome.parsed) for s in found if (outcome := run.read[s.source, s.sha256]).parsed]
        usable, said = placing.place(SOURCE_BY_ID[source], usable, chosen, again)
        chosen[source], messages = selection.select(
            SOURCE_BY_ID[source], usable, before=before, today=run.today, whole=again
        )
        run.unsettled |= len(chosen[source]) < len(usable)
        for message in (*said, *messages):
            run.say(source, message)
    reviewed.tell(run, chosen)
    run.fates = fates.of(held, chosen, run.read, run.said)
    return chosen


def _recall(run: Run, held: Held) -> None:
    """Take what is known of files that were read before, facts left out, where their bytes are still the same."""
    kept = readings.load(run.builds, str(run.builds.read_note(SEEN).get("seen", "")))
    for snapshot in (one for found in held.values() for one in found):
        parsed = kept.get((snapshot.source, snapshot.sha256))
        if parsed and readings.is_intact(snapshot):
            outcome = Outcome(Task(snapshot.source, snapshot.file, snapshot.sha256), parsed)
            run.read[snapshot.source, snapshot.sha256] = outcome
            _tell(run, snapshot, outcome)


def whole(run: Run, releases: Sequence[Release]) -> list[Parsed]:
    """The releases with their facts; those left out are read again. Raises BuildRefused where that cannot be."""
    lacking = [one.snapshot for one in releases if _held(run, one).left_out]
    for outcome in run.pool.read([Task(one.source, one.file, one.sha256) for one in lacking]) if lacking else ():
        if outcome.parsed is None:
            run.unsettled = True
            why = outcome.refused or outcome.other or "the copy held was damaged on the disk"
            raise BuildRefused(
                f"{outcome.task.file.name} was read before and cannot be read now: {why.rstrip('.')}. {AGAIN}"
            )
        run.read[outcome.task.source, outcome.task.sha256] = outcome
    return [replace(one.parsed, tables=_held(run, one).tables, left_out=None) for one in releases]


def _held(run: Run, release: Release) -> Parsed:
    outcome = run.read[release.snapshot.source, release.snapshot.sha256]
    return outcome.parsed or release.parsed


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
