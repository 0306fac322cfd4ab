"""Reading an upload in a child process with limits on memory and time, as downloads are read.

A file that breaks or hangs the reader ends its child and nothing else.
"""

import multiprocessing
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as Hangs
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from etl import workbook
from etl.children import begin
from etl.local.parse import ADVICE, Draft, parse
from etl.problems import FileRefused

SECONDS = 30.0
MAX_BYTES = 20_000_000
Kind = TypeVar("Kind")
Reader = Callable[[bytes, str, Mapping[str, str]], Kind]


def read(data: bytes, file_name: str, areas: Mapping[str, str], *, log: Path, seconds: float = SECONDS) -> Draft:
    """The draft of a file; raises FileRefused, also for a file that breaks the reader or takes too long."""
    return run(parse, data, file_name, areas, log=log, seconds=seconds)


def run(
    reader: Reader[Kind],
    data: bytes,
    file_name: str,
    areas: Mapping[str, str],
    *,
    log: Path,
    seconds: float = SECONDS,
) -> Kind:
    """What a reader makes of a file; raises FileRefused."""
    if not data or len(data) > MAX_BYTES:
        raise FileRefused(f"{len(data):,} bytes", f"1 to {MAX_BYTES:,} bytes", advice=ADVICE)
    log.parent.mkdir(parents=True, exist_ok=True)
    executor = ProcessPoolExecutor(1, multiprocessing.get_context("forkserver"), begin, (str(log),))
    future = executor.submit(attempt, reader, data, file_name, areas)
    try:
        found = future.result(timeout=seconds)
    except (BrokenProcessPool, Hangs) as problem:
        what = "a file that takes too long" if isinstance(problem, Hangs) else "a file that breaks the reader"
        found = FileRefused(what, "a file that can be read", advice=ADVICE)
    finally:
        for process in list((executor._processes or {}).values()):
            process.kill()
        executor.shutdown(wait=False, cancel_futures=True)
    if isinstance(found, FileRefused):
        raise found
    return found


def attempt(reader: Reader[Kind], data: bytes, file_name: str, areas: Mapping[str, str]) -> Kind | FileRefused:
    """What the reader makes of it, or why there is nothing; runs in the child."""
    try:
        return reader(data, file_name, areas)
    except FileRefused as problem:
        advice = ADVICE if problem.advice == workbook.ADVICE else problem.advice
        return FileRefused(problem.found, problem.expected, problem.where, advice)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # noqa: BLE001 - the reader's panics are no Exceptions
        what = f"a damaged file ({type(problem).__name__})"
        return FileRefused(what, "a file that can be read", advice=ADVICE)
