"""Keeps a shelf of packs within its bound: what goes first is of an earlier build, then what was made longest ago."""

import re
import shutil
from collections.abc import Collection
from pathlib import Path

from exports import archives
from exports.library import Kept, listed
from exports.manifest import MANIFEST
from exports.writing import foreign

MONTHS = 3  # archives of whole months that are kept
LEFT = re.compile(r"\.(gone-.+|.+\.zip-\w+)")  # what a run that was killed left


def prune(out: Path, *, keep: int, build: str, needed: Collection[str]) -> None:
    """Drop packs until those that are left and those that are needed are at most ``keep``; folders by name.

    A folder that holds anything that is no part of a pack is never touched.
    """
    for left in out.iterdir():
        if LEFT.fullmatch(left.name):
            _remove(left)
    others = [kept for kept in listed(out) if kept.path.name not in needed and not foreign(kept.path)]
    others.sort(key=lambda kept: (kept.build.partition("+")[0] == build, _made(kept)), reverse=True)
    for kept in others[max(0, keep - len(needed)) :]:
        drop(kept.path)
    months = sorted(archives.months(out), key=lambda one: _changed(archives.month_file(out, one.month)), reverse=True)
    for month in months[MONTHS:]:
        archives.month_file(out, month.month).unlink(missing_ok=True)


def drop(folder: Path) -> None:
    """Take a pack out of sight in one step, then remove it and its archive."""
    gone = folder.parent / f".gone-{folder.name}"
    folder.replace(gone)
    shutil.rmtree(gone, ignore_errors=True)
    archives.zip_of(folder).unlink(missing_ok=True)


def _made(kept: Kept) -> int:
    return _changed(kept.path / MANIFEST)


def _changed(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
