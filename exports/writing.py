"""Puts packs into folders: each file under a hidden name first, the manifest last, so half a pack is never whole."""

import fcntl
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from exports import csv_files, manifest
from exports.manifest import MANIFEST
from exports.pack import Pack
from warehouse.builds import replace

LOCK = ".packs.lock"
WORKBOOK = "pack.xlsx"
OURS = re.compile(r"pack\.xlsx|manifest\.json|[a-z_]+\.csv(-metadata\.json)?")


WORKBOOK_STEP, CSV_STEP, SAVING_STEP = "workbook", "csv", "saving"
Step = Callable[[str], None]
LEFT = re.compile(rf"\.({OURS.pattern})-\w+")  # what a run that was killed left half written


class AnotherIsWriting(Exception):
    """Another process is writing packs into the same folder."""


class NotAPack(Exception):
    """A folder that is in the way of a pack holds something else."""


@contextmanager
def only_one(out: Path) -> Iterator[None]:
    """Hold the lock of a folder of packs; raises AnotherIsWriting, or OSError where it cannot be written."""
    out.mkdir(parents=True, exist_ok=True)
    with open(out / LOCK, "a", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherIsWriting(f"packs are being written into {out} by another process") from None
        yield


def check(folder: Path) -> None:
    """Raises NotAPack for a folder that holds what no pack does, so that nothing of anybody's is mixed up."""
    strange = foreign(folder) if folder.exists() else []
    if strange and not manifest.read(folder):
        raise NotAPack(f"{folder} holds '{min(strange)}' and is no pack; name another folder with --out")


def foreign(folder: Path) -> list[str]:
    """Names in a folder that no pack holds."""
    return [one.name for one in folder.iterdir() if not _ours(one.name)]


def _ours(name: str) -> bool:
    return name.startswith(".") or bool(OURS.fullmatch(name))


def silent(_: str) -> None:
    """A step that nobody wants to hear of."""


def contents(pack: Pack, formats: Sequence[str], step: Step = silent) -> dict[str, bytes]:
    """Every file of a pack by name, the manifest last; ``step`` is told what is made before it is."""
    found: dict[str, bytes] = {}
    if "xlsx" in formats:
        step(WORKBOOK_STEP)
        from exports.xlsx import workbook  # the writer of workbooks is loaded where one is made

        found[WORKBOOK] = workbook(pack)
    if "csv" in formats:
        step(CSV_STEP)
        for table in pack.tables:
            found[f"{table.name}.csv"] = csv_files.rows(pack, table)
            found[f"{table.name}.csv-metadata.json"] = csv_files.metadata(pack, table)
    found[MANIFEST] = manifest.manifest(pack, formats, found)
    return found


def write(pack: Pack, out: Path, formats: Sequence[str], step: Step = silent) -> Path:
    """Write a pack into its folder under ``out``; files that an older pack had and this one has not are removed."""
    files, folder = contents(pack, formats, step), out / pack.name
    step(SAVING_STEP)
    before = manifest.read(folder)
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        replace(folder / name, content)
    for name in _named(before) - set(files):
        (folder / name).unlink(missing_ok=True)
    for left in folder.iterdir():
        if LEFT.fullmatch(left.name):
            left.unlink(missing_ok=True)
    return folder


def _named(content: dict[str, object]) -> set[str]:
    """Names of files that a manifest lists, plain names only."""
    listed = content.get("files")
    names = [one.get("name") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return {name for name in names if isinstance(name, str) and name == Path(name).name and name not in (".", "..")}
