"""Council workbooks, bytes to tidy rows: ours in process and through the pool, against plain pandas.

Both sides must give the same rows. Checks are left out, except in the line that says so. Every run through the
pool pays for its start: a new server of forks, two children and their imports.
"""

import multiprocessing.forkserver
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas

from benchmarks.baseline import naive_councils
from benchmarks.parse_only import ParsePool
from benchmarks.report import Line
from benchmarks.stage import REAL_BOOKS, Stage
from benchmarks.timing import interleaved, seconds
from etl.demo import publish
from etl.pool import Pool
from etl.reading import Outcome, Task
from etl.source import Columns
from etl.sources import dtoc_councils

Row = tuple[Any, ...]


def measure(stage: Stage) -> list[Line]:
    """Lines for both ways; raises AssertionError where the rows differ."""
    files, reader = workbooks(stage)
    data = [file.read_bytes() for file in files]
    tasks = [Task(dtoc_councils.ID, file) for file in files]
    log = stage.new_folder("pool") / "reader.log"
    rows = assert_same_rows(data, tasks, log)
    sides: dict[str, Callable[[], float]] = {
        "in process": seconds(lambda: [dtoc_councils.parse(one) for one in data]),
        "pool": fresh(lambda: through(ParsePool(log), tasks)),
        "pool with checks": fresh(lambda: through(Pool(log), tasks)),
        "naive": seconds(lambda: [naive_councils.read(one) for one in data]),
    }
    found = interleaved(sides, rounds=stage.rounds)
    note = f"{len(files)} workbooks, {sum(map(len, data)) / 1e6:.1f} MB, {rows:,} rows; baseline {reader}"
    stage.say(f"Council workbooks: {note}.")
    bars = {"in process": 10.0, "pool": 8.0} if files[0].parent == REAL_BOOKS else {}
    return [
        Line.of(f"councils: bytes to rows, {name}", "s", found[name], found["naive"], least_ratio=bars.get(name))
        for name in sides
        if name != "naive"
    ]


def workbooks(stage: Stage) -> tuple[list[Path], str]:
    """The publisher's workbooks, or demonstration ones where they are not here, and what pandas reads them with."""
    if files := sorted(REAL_BOOKS.glob("*.xls*")):
        return files, "pandas with xlrd"
    stage.say("../shared is not here: council workbooks are demonstration ones, and the bars do not apply to them.")
    site = publish.write(stage.new_folder("demonstration"))
    return sorted(site.rglob("LA-Type-B-*.xlsx")), "pandas with openpyxl"


def through(pool: Pool, tasks: Sequence[Task]) -> list[Outcome]:
    """All outcomes of a pool that is started for them and ended after them."""
    with pool:
        return list(pool.read(tasks))


def fresh(function: Callable[[], Any]) -> Callable[[], float]:
    """The function timed, each time with a server of forks of its own: the last one is ended first."""
    timed = seconds(function)

    def run() -> float:
        multiprocessing.forkserver._forkserver._stop()  # type: ignore[attr-defined]  # no public way
        return timed()

    return run


def assert_same_rows(data: Sequence[bytes], tasks: Sequence[Task], log: Path) -> int:
    """Number of rows; raises AssertionError with a file and some rows where two sides differ."""
    pooled = {outcome.task: outcome.parsed for outcome in through(ParsePool(log), tasks)}
    checked = {outcome.task: outcome.parsed for outcome in through(Pool(log), tasks)}
    count = 0
    for one, task in zip(data, tasks, strict=True):
        naive = rows_of_frame(naive_councils.read(one))
        sent = [pool[task] for pool in (pooled, checked)]
        for parsed in (dtoc_councils.parse(one), *sent):
            assert parsed is not None, f"{task.file.name} was refused"
            ours = rows_of(parsed.tables["delays"])
            assert ours == naive, f"{task.file.name}: {sorted(set(ours) ^ set(naive), key=str)[:6]}"
        count += len(naive)
    return count


def rows_of(columns: Columns) -> list[Row]:
    """Our columns as sorted rows."""
    return _sorted(zip(*(columns[name] for name in naive_councils.COLUMNS), strict=True))


def rows_of_frame(frame: pandas.DataFrame) -> list[Row]:
    """A frame as sorted rows, None where there is no value."""
    plain = frame[naive_councils.COLUMNS].astype(object)
    return _sorted(plain.where(frame.notna(), None).itertuples(index=False, name=None))


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: tuple("" if cell is None else str(cell) for cell in row))
