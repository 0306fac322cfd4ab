"""A folder of packs: makes what is missing, and lists what is there."""

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from domain import periods
from domain.periods import PeriodError
from exports import beside, manifest
from exports.manifest import MANIFEST
from exports.pack import FORMATS, folder_name
from exports.packing import packs
from exports.writing import Step, check, only_one, silent, write
from warehouse.queries import revised
from warehouse.queries.areas import Area
from warehouse.reader import View

MADE, KEPT = "made", "kept"


class Made(NamedTuple):
    """A pack that is there now: made, or kept because it was whole and of this build."""

    code: str
    name: str
    month: str
    folder: str
    state: str
    files: int
    bytes: int


class Kept(NamedTuple):
    """A pack on the shelf, as its manifest describes it; ``bytes`` are those of its files."""

    path: Path
    code: str
    name: str
    month: str
    build: str
    mode: str
    formats: tuple[str, ...]
    bytes: int


def shelf(data_dir: Path, mode: str) -> Path:
    """Where packs of one kind of data lie."""
    return data_dir / "packs" / mode


def make(
    view: View, areas: Sequence[Area], month: str, out: Path, *, formats: Sequence[str] = FORMATS, step: Step = silent
) -> Iterator[Made]:
    """Make the packs that are not whole and of this build, one after another; raises as ``writing`` does.

    step: told what is made of a pack before it is; what it raises stops the making between two packs' files.
    """
    for area in areas:
        check(out / folder_name(area.code, month, view.vintage))
    with only_one(out):
        lacking = []
        for area in areas:
            folder, said = out / folder_name(area.code, month, view.vintage), beside.build(view, area.code)
            version = view.vintage.text
            if manifest.whole(folder, build=said, mode=view.mode, formats=formats, version=version):
                yield _made(area, month, folder, KEPT)
            else:
                lacking.append(area)
        for pack in packs(view, lacking, month):
            yield _made(pack.area, month, write(pack, out, formats, step), MADE)
    revised.remember_pack(view)


def _made(area: Area, month: str, folder: Path, state: str) -> Made:
    listed = manifest.read(folder)["files"]
    size = sum(one["bytes"] for one in listed)
    return Made(area.code, area.name, month, folder.name, state, len(listed) + 1, size)


def listed(out: Path) -> tuple[Kept, ...]:
    """The packs in a folder, newest month first, then by name; what cannot be read is left out."""
    found = [kept for folder in out.glob("[!.]*") if (kept := _kept(folder))]
    by_name = sorted(found, key=lambda one: (one.name, one.code))
    return tuple(sorted(by_name, key=lambda one: one.month, reverse=True))


def get(out: Path, code: str, month: str) -> Kept | None:
    """A pack by area code and month, or None; neither can name anything outside the folder."""
    try:
        name = folder_name(code, periods.month(month))
    except PeriodError:
        return None
    return _kept(out / name) if code.isalnum() and code.isascii() else None


def _kept(folder: Path) -> Kept | None:
    try:
        state = (folder / MANIFEST).stat()
    except OSError:
        return None
    return _described(folder, state.st_mtime_ns, state.st_ino)


@functools.lru_cache(maxsize=2048)
def _described(folder: Path, _changed: int, _file: int) -> Kept | None:
    """A pack by its manifest, which is read again only when it was replaced."""
    content = manifest.read(folder)
    try:
        area, size = content["area"], sum(one["bytes"] for one in content["files"])
        words = [str(one) for one in (area["code"], area["name"], content["month"], content["build"], content["mode"])]
        kept = Kept(folder, words[0], words[1], words[2], words[3], words[4], tuple(content["formats"]), size)
    except (KeyError, TypeError):
        return None
    return kept if folder.name == folder_name(kept.code, kept.month) else None
