"""Packs over a counter: what a page that anybody may use can order, see and take, from a shelf of bounded size."""

import dataclasses
import secrets
from pathlib import Path
from typing import NamedTuple

from domain import periods
from exports import archives, beside, library, manifest
from exports.archives import Month
from exports.choice import ALL, MonthNotHeld, choose
from exports.jobs import desk, note
from exports.jobs.desk import Busy
from exports.jobs.note import DONE, Job
from exports.library import Kept
from exports.pack import FORMATS, folder_name
from warehouse.queries.areas import Area, UnknownArea
from warehouse.reader import View

EVERY = "all areas"


class NoPack(Exception):
    """A pack that cannot be made; the text says why and what to do."""


class Ready(NamedTuple):
    """What is there to take of an area, or all of them, and a month: address, packs, bytes where they are known."""

    href: str
    packs: int
    bytes: int
    build: str


def shelf(view: View) -> Path:
    """Where the packs of what is served lie."""
    return library.shelf(view.build.folder.parents[2], view.mode)


def packs(view: View) -> tuple[Kept, ...]:
    """The packs on the shelf, newest month first."""
    folder = shelf(view)
    return library.listed(folder) if folder.is_dir() else ()


def months(view: View) -> tuple[Month, ...]:
    """The archives of every pack of a month, newest month first."""
    folder = shelf(view)
    return archives.months(folder) if folder.is_dir() else ()


def order(view: View, area: str, month: str) -> Job:
    """Start making a pack, or one for ``all`` areas; a pack that is whole already is done at once; raises NoPack."""
    areas = chosen(view, area, month)
    every = area.strip().casefold() == ALL
    name, code = (EVERY, ALL) if every else (areas[0].name, areas[0].code)
    job = Job(secrets.token_hex(4), code, name, month, view.id, len(areas))
    build, folder = beside.build(view, areas[0].code), _folder(view, areas[0], month)
    if not every and manifest.whole(folder, build=build, mode=view.mode, formats=FORMATS):
        return dataclasses.replace(job, state=DONE, done=1)
    try:
        desk.start(shelf(view), view.build.folder.parents[1], job)
    except Busy:
        raise NoPack(_busy(state(view), job)) from None
    except OSError as problem:
        raise NoPack(f"Nothing can be written here ({problem.strerror}). Whoever runs this site can say why.") from None
    return job


def chosen(view: View, area: str, month: str) -> tuple[Area, ...]:
    """The areas of an order; raises NoPack."""
    if not area or not month:
        raise NoPack("Choose an area and a month.")
    try:
        return choose(view, [area], month)
    except (UnknownArea, MonthNotHeld) as problem:
        raise NoPack(f"{str(problem)[0].upper()}{str(problem)[1:]}.") from None


def _busy(running: Job | None, wanted: Job) -> str:
    if running is None:
        return "Other packs are being made just now. Try again in a moment."
    if (running.area, running.month) == (wanted.area, wanted.month):
        return "That is being made already."
    what = f"{running.name}, {periods.label(running.month)}"
    return f"One at a time: packs of {what} are being made. Wait for them, or cancel them."


def again(view: View) -> Job:
    """Take up the last job where it stopped, with the figures that are served now; raises NoPack."""
    last = state(view)
    if last is None:
        raise NoPack("There is nothing to take up. Choose an area and a month.")
    return order(view, last.area, last.month)


def state(view: View) -> Job | None:
    """The running or last job; None when there was none."""
    return desk.look(shelf(view))


def cancel(view: View) -> None:
    """Ask the running job to stop at its next step; raises NoPack."""
    job = state(view)
    try:
        if job and job.state == note.RUNNING:
            note.stop(shelf(view), job)
    except OSError as problem:
        raise NoPack(f"It could not be asked to stop ({problem.strerror}).") from None


def ready(view: View, area: str, month: str) -> Ready | None:
    """What can be taken of an area code, or ``all``, and a month; None when there is nothing."""
    if area == ALL:
        found = next((one for one in months(view) if one.month == month), None)
        return Ready(address(ALL, month), found.packs, found.bytes, found.build) if found else None
    kept = library.get(shelf(view), area, month)
    return Ready(address(area, month), 1, size(kept), kept.build) if kept else None


def address(code: str, month: str) -> str:
    """Where a pack, or all of a month, is downloaded from."""
    return f"/packs/{folder_name(code, month)}.zip"


def size(kept: Kept) -> int:
    """Bytes of a pack as one file; 0 while it has not been taken yet."""
    try:
        return archives.zip_of(kept.path).stat().st_size
    except OSError:
        return 0


def zipped(view: View, code: str, month: str) -> Path | None:
    """A pack on the shelf, or ``all`` of a month, as one file; None when there is no such pack or it is damaged."""
    out = shelf(view)
    if code == ALL:
        file = archives.month_file(out, month)
        return file if file.is_file() else None
    kept = library.get(out, code, month)
    try:
        return archives.one(kept) if kept else None
    except OSError:
        return None


def _folder(view: View, area: Area, month: str) -> Path:
    return shelf(view) / folder_name(area.code, month)
