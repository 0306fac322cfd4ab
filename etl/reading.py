"""What a child process does: reads files as its source's and tells what became of each.

Kept light, because every child imports it: sources and the workbook reader, no HTTP client and no pandas.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etl import correcting
from etl.corrections import Correction
from etl.problems import FileRefused, NotThisPublication
from etl.source import Parsed, Source
from etl.sources import SOURCE_BY_ID

ADVICE = "Fetch it again later; if it stays like this, tell the publisher."


@dataclass(frozen=True)
class Task:
    """A file to read as a source's; ``sha256`` (where given) is what its bytes must still be.

    corrections: reviewed corrections of the source, which may be of this file.
    """

    source: str
    file: Path
    sha256: str = ""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a file: ``parsed``, ``refused`` with a reason, or ``other`` for another publication.

    spoilt: the copy on the disk is not what was fetched. broken: the reader itself broke, which may pass.
    """

    task: Task
    parsed: Parsed | None = None
    refused: str = ""
    other: str = ""
    spoilt: bool = False
    broken: bool = False


def read_one(task: Task) -> Outcome:
    """Parse and check one file; every way to fail is an outcome."""
    source = SOURCE_BY_ID[task.source]
    try:
        data = task.file.read_bytes()
        if task.sha256 and hashlib.sha256(data).hexdigest() != task.sha256:
            return Outcome(task, spoilt=True)
        parsed = _read(source, data, task.corrections)
        return Outcome(task, replace(parsed, controls=None))
    except UnicodeDecodeError as problem:
        byte, line = problem.object[problem.start], problem.object.count(b"\n", 0, problem.start) + 1
        coding = problem.encoding.upper()
        return Outcome(task, refused=str(FileRefused(f"the byte 0x{byte:02x}", coding, f"line {line}", ADVICE)))
    except FileRefused as problem:
        return Outcome(task, refused=str(problem))
    except NotThisPublication as problem:
        return Outcome(task, other=str(problem))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # noqa: BLE001 - the reader's panics are no Exceptions
        what = f"a damaged file ({type(problem).__name__})"
        return Outcome(task, refused=str(FileRefused(what, "a file that can be read", advice=ADVICE)))


def _read(source: Source, data: bytes, corrections: Sequence[Correction]) -> Parsed:
    if corrections:
        return correcting.read(source, data, corrections)
    parsed = source.parse(data)
    source.check(parsed)
    return parsed


def read_some(tasks: Sequence[Task]) -> list[Outcome]:
    """Outcomes of several files."""
    return [read_one(task) for task in tasks]
