"""Packs over a counter: one area and month at a time, from a shelf of bounded size, for a page that anybody may use."""

from pathlib import Path

from exports import library
from exports.choice import ALL, MonthNotHeld, choose
from exports.library import Kept, Made
from exports.writing import AnotherIsWriting
from warehouse.queries.areas import UnknownArea
from warehouse.reader import View

MOST = 500  # packs on the shelf; the command line knows no such limit


class NoPack(Exception):
    """A pack that cannot be made; the text says why and what to do."""


def shelf(view: View) -> Path:
    """Where the packs of what is served lie."""
    return library.shelf(view.build.folder.parents[2], view.mode)


def packs(view: View) -> tuple[Kept, ...]:
    """The packs on the shelf, newest month first."""
    folder = shelf(view)
    return library.listed(folder) if folder.is_dir() else ()


def make(view: View, area: str, month: str) -> Made:
    """Make one pack, or find it made already; raises NoPack."""
    out = shelf(view)
    if area.strip().casefold() == ALL:
        raise NoPack("One area at a time. The command 'python -m exports pack --area all' makes every pack.")
    if len(packs(view)) >= MOST and library.get(out, area, month) is None:
        raise NoPack(f"The shelf holds {MOST} packs and takes no more. The command 'python -m exports pack' makes any.")
    try:
        (made,) = library.build(view, choose(view, [area], month), month, out, lambda *_: None)
    except (UnknownArea, MonthNotHeld) as problem:
        raise NoPack(f"{str(problem)[0].upper()}{str(problem)[1:]}.") from None
    except AnotherIsWriting:
        raise NoPack("Another pack is being made just now. Try again in a moment.") from None
    except OSError as problem:
        raise NoPack(f"The pack could not be written ({problem.strerror}). Nothing was changed.") from None
    return made


def zipped(view: View, code: str, month: str) -> Path | None:
    """A pack on the shelf as one file, or None when there is no such pack."""
    kept = library.get(shelf(view), code, month)
    return library.zipped(kept) if kept else None
