"""A refresh of every source as its own process, from the replica over HTTP: cold, with nothing new, with a revision.

What is revised are three months of council workbooks; the clock stops when the pointer names the build that has
them. Without ../shared the demonstration publications are written and loaded instead, and no bar applies.
"""

import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks import processes
from benchmarks.processes import Ran
from benchmarks.report import Line
from benchmarks.stage import Stage
from benchmarks.timing import interleaved
from warehouse.builds import Builds
from warehouse.reader import Reader

COLD, UNCHANGED, VISIBLE = 20.0, 2.0, 3.0  # seconds
MEMORY, WAREHOUSE = 400.0, 60.0  # MB
BOTH = ("dtoc_england", "dtoc_councils", "ae_england", "population")  # what the baseline reads, too
AT_MOST = 3  # rounds; a round is two refreshes of ours and one of the baseline


@dataclass(frozen=True)
class Round:
    """One round of ours: into an empty folder, then again, then with something new; the size of the warehouse."""

    cold: Ran
    again: Ran
    visible: float = 0.0
    size: float = 0.0


def measure(stage: Stage) -> list[Line]:
    """Seconds and memory of both refreshes."""
    rounds = min(stage.rounds, AT_MOST)
    if not stage.replica:
        stage.say("../shared is not here: demonstration publications were loaded, and the bars do not apply to them.")
        return _lines([_ours(stage) for _ in range(rounds)], [], bars=False)
    same_rows(stage)
    found = interleaved({"ours": lambda: _ours(stage), "naive": lambda: _naive(stage)}, rounds=rounds, warm=False)
    return _lines(found["ours"], found["naive"], bars=True)


def _ours(stage: Stage) -> Round:
    data = stage.new_folder("refresh")
    command, env = stage.refresh_command(data)
    cold, again = processes.run(command, env=env), processes.run(command, env=env)
    builds = Builds(data / env["SOURCES"])
    size = builds.current().file.stat().st_size / 1e6  # type: ignore[union-attr]
    if not stage.replica:
        return Round(cold, again, size=size)
    before = builds.current_id()
    command, env = stage.refresh_command(data, stage.revised)
    seconds = processes.until(command, lambda: builds.current_id() != before, env=env)
    return Round(cold, again, seconds, size)


def _naive(stage: Stage) -> Round:
    """The baseline knows no difference: what it does again is all of it."""
    ran = processes.run(_naive_command(stage, stage.new_folder("naive") / "facts.sqlite"), env=processes.environment())
    return Round(ran, ran)


def _naive_command(stage: Stage, database: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.baseline.naive_refresh", stage.replica, str(database)]


def same_rows(stage: Stage) -> None:
    """One run of each side, also to warm up; raises AssertionError where one holds more facts than the other."""
    data = stage.new_folder("refresh")
    command, env = stage.refresh_command(data)
    processes.run(command, env=env)
    database = stage.new_folder("naive") / "facts.sqlite"
    processes.run(_naive_command(stage, database), env=processes.environment())
    view = Reader(data / "live").view()
    assert view is not None
    sources = ", ".join(f"'{one}'" for one in BOTH)
    counted = "SELECT COUNT(*) FROM national.{} WHERE source IN ({})"
    names = ("delays", "emergency_care", "population")
    ours = {name: view.rows(counted.format(name, sources))[0][0] for name in names}
    with closing(sqlite3.connect(database)) as facts:
        theirs = {name: facts.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in ours}
    assert ours == theirs, f"facts held: {ours}, by the baseline {theirs}"
    stage.say(f"Refresh: the same facts on both sides: {', '.join(f'{n} {c:,}' for n, c in ours.items())}.")


def _lines(ours: list[Round], naive: list[Round], *, bars: bool) -> list[Line]:
    lines = []
    for what, field, limit in (("cold", "cold", COLD), ("nothing changed", "again", UNCHANGED)):
        mine, theirs = ([getattr(one, field) for one in rounds] for rounds in (ours, naive))
        each = ", ".join(f"{mark:.0f}" for mark in mine[-1].each)
        lines += [
            Line.of(
                f"refresh: {what}",
                "s",
                [run.seconds for run in mine],
                [run.seconds for run in theirs],
                most=limit if bars else None,
            ),
            Line.of(
                f"refresh: {what}, largest process",
                "MB",
                [max(run.largest for run in mine)],  # a limit is a limit: the largest of all rounds, no median
                [run.largest for run in theirs],
                most=MEMORY if bars else None,
                note=f"each process: {each}",
            ),
        ]
    if visible := [one.visible for one in ours if one.visible]:
        lines.append(Line.of("refresh: three months revised, until visible", "s", visible, most=VISIBLE))
    sizes = [one.size for one in ours]
    return [*lines, Line.of("refresh: warehouse", "MB", sizes, most=WAREHOUSE if bars else None)]
