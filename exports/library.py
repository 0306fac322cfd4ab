"""A folder of packs: makes what is missing, lists what is there, and gives a pack as one file to take away."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from domain import periods
from domain.periods import PeriodError
from exports import manifest
from exports.manifest import MANIFEST
from exports.pack import FORMATS, folder_name
from exports.packing import packs
from exports.writing import check, only_one, write
from warehouse.builds import replace
from warehouse.queries.areas import Area
from warehouse.reader import View

MADE, KEPT = "made", "kept"
EPOCH = (1980, 1, 1, 0, 0, 0)
Tell = Callable[[int, int, str], None]


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
    """A pack on the shelf, as its manifest describes it."""

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


def make(view: View, areas: Sequence[Area], month: str, out: Path, formats: Sequence[str] = FORMATS) -> Iterator[Made]:
    """Make the packs that are not whole and of this build, one after another; raises as ``writing`` does."""
    for area in areas:
        check(out / folder_name(area.code, month))
    with only_one(out):
        lacking = []
        for area in areas:
            folder = out / folder_name(area.code, month)
            if manifest.whole(folder, build=view.id, mode=view.mode, formats=formats):
                yield _made(area, month, folder, KEPT)
            else:
                lacking.append(area)
        for pack in packs(view, lacking, month):
            yield _made(pack.area, month, write(pack, out, formats), MADE)


def _made(area: Area, month: str, folder: Path, state: str) -> Made:
    listed = manifest.read(folder)["files"]
    size = sum(one["bytes"] for one in listed)
    return Made(area.code, area.name, month, folder.name, state, len(listed) + 1, size)


def build(view: View, areas: Sequence[Area], month: str, out: Path, tell: Tell) -> tuple[Made, ...]:
    """Make packs and tell ``(done, of, name)`` after each; raises AnotherIsWriting while others are made."""
    done: list[Made] = []
    for one in make(view, areas, month, out):
        done.append(one)
        tell(len(done), len(areas), one.name)
    return tuple(done)


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
    content = manifest.read(folder)
    try:
        area, size = content["area"], sum(one["bytes"] for one in content["files"])
        words = [str(one) for one in (area["code"], area["name"], content["month"], content["build"], content["mode"])]
        kept = Kept(folder, words[0], words[1], words[2], words[3], words[4], tuple(content["formats"]), size)
    except (KeyError, TypeError):
        return None
    return kept if folder.name == folder_name(kept.code, kept.month) else None


def zipped(kept: Kept) -> Path:
    """The pack as one file beside its folder, the same bytes for the same pack; raises OSError."""
    stamp = hashlib.sha256((kept.path / MANIFEST).read_bytes()).hexdigest()
    file = kept.path.parent / f".{kept.path.name}.zip"
    if not _stamped(file, stamp):
        replace(file, _archive(kept.path, manifest.read(kept.path), stamp))
    return file


def _stamped(file: Path, stamp: str) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.comment == stamp.encode()
    except (OSError, zipfile.BadZipFile):
        return False


def _archive(folder: Path, content: dict[str, Any], stamp: str) -> bytes:
    """The files of a pack in the order of their names, without a date, with the manifest's fingerprint as comment."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = stamp.encode()
        for name in sorted([*(one["name"] for one in content["files"]), MANIFEST]):
            entry = zipfile.ZipInfo(f"{folder.name}/{name}", EPOCH)
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, (folder / name).read_bytes())
    return out.getvalue()
