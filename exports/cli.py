"""The command line of the month packs.

Exit codes of ``pack``: 0 all packs are there, 2 a wrong command, area, month or folder, 3 a pack could not be
written, 4 there is no warehouse, 75 another process writes into the same folder, 130 stopped by Ctrl-C.
"""

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from config import Settings, SettingsError, load
from domain import periods, vintages
from domain.demonstration import NOT_REAL
from domain.vintages import CURRENT, Vintage, VintageError
from exports.choice import MonthNotHeld, choose
from exports.library import Made, make, shelf
from exports.pack import FORMATS
from exports.screen import bar
from exports.writing import AnotherIsWriting, NotAPack
from warehouse.queries.areas import UnknownArea
from warehouse.reader import Reader, View, where

OK, USAGE, NOT_WRITTEN, NO_WAREHOUSE, BUSY, STOPPED = 0, 2, 3, 4, 75, 130


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m exports", description="Month packs of the warehouse that is served.")
    commands = top.add_subparsers(dest="command", required=True)
    one = commands.add_parser("pack", help="an area and a month as a workbook and CSV files")
    one.add_argument("--area", action="append", required=True, help="ONS code or name (may repeat), or all")
    one.add_argument("--month", type=periods.month, required=True, metavar="YYYY-MM", help="month of the pack")
    one.add_argument(
        "--as-at", type=_day, default=CURRENT, metavar="YYYY-MM-DD", help="figures in the version that was out that day"
    )
    one.add_argument("--out", type=Path, help="folder to write into (default: packs in DATA_DIR)")
    one.add_argument("--format", type=_formats, default=FORMATS, help="xlsx, csv or xlsx,csv (default: both)")
    one.add_argument("--json", action="store_true", help="one JSON object instead of text")
    return top


def _day(value: str) -> Vintage:
    try:
        return vintages.as_at(value)
    except VintageError as problem:
        raise argparse.ArgumentTypeError(f"{problem}") from None


def _formats(value: str) -> tuple[str, ...]:
    wanted = {part.strip().lower() for part in value.split(",")}
    if not wanted <= set(FORMATS):
        raise argparse.ArgumentTypeError(f"'{value}' is not {' or '.join(FORMATS)}; give one or both, with a comma")
    return tuple(one for one in FORMATS if one in wanted)


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stopped)
    try:
        return _pack(options, load())
    except (SettingsError, UnknownArea, MonthNotHeld, NotAPack) as problem:
        print(problem, file=sys.stderr)
        return USAGE
    except (NotADirectoryError, FileExistsError) as problem:
        print(f"{problem.filename} is no folder; name a folder with --out", file=sys.stderr)
        return USAGE
    except AnotherIsWriting as problem:
        print(f"{problem}; wait for it to end", file=sys.stderr)
        return BUSY
    except OSError as problem:
        print(f"This could not be finished: {problem}. Packs that are whole are kept.", file=sys.stderr)
        return NOT_WRITTEN
    except KeyboardInterrupt:
        print("stopped; packs that are whole are kept, and left alone next time", file=sys.stderr)
        return STOPPED


def _stopped(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def _pack(options: argparse.Namespace, settings: Settings) -> int:
    view = Reader(settings.data_dir / where(settings.data_dir, settings.sources)).view()
    if view is None:
        print("there is no warehouse yet: 'make run' or 'python -m etl refresh' makes one", file=sys.stderr)
        return NO_WAREHOUSE
    view = view.at(options.as_at)
    wanted = choose(view, options.area, options.month)
    out = options.out or shelf(settings.data_dir, view.mode)
    made: list[Made] = []
    with bar(len(wanted), quiet=options.json) as step:
        for one in make(view, wanted, options.month, out, formats=options.format):
            made.append(one)
            step(f"{one.name} {one.state}")
    _tell(options, view, out, made)
    return OK


def _tell(options: argparse.Namespace, view: View, out: Path, made: list[Made]) -> None:
    """What was done: a line for each pack (for many, one line), or one JSON object."""
    if options.json:
        content: dict[str, Any] = {"demonstration_data": NOT_REAL} if view.mode == "demo" else {}
        content |= {
            "mode": view.mode,
            "build": view.id,
            "version": view.vintage.text,
            "month": options.month,
            "out": str(out),
        }
        json.dump({**content, "packs": [one._asdict() for one in made]}, sys.stdout, indent=1, ensure_ascii=False)
        print()
        return
    for one in made if len(made) <= 3 else ():
        print(f"{one.state}: {out / one.folder} ({one.name}, {one.files} files, {one.bytes / 1000:,.0f} KB)")
    if len(made) > 3:
        kept = sum(one.state == "kept" for one in made)
        print(f"{len(made)} packs of {periods.label(options.month)} in {out}: {len(made) - kept} made, {kept} kept")
    if view.mode == "demo":
        print("Demonstration data, not real figures.", file=sys.stderr)
