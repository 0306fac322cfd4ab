"""``python -m etl local …``: template, check, upload, undo, list, export, from-bcf, rebuild.

Exit codes: 0 done, 1 not accepted (errors in the file), 2 a wrong command, 4 nothing to do it with, 75 busy.
"""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain import periods
from etl.local import answers, build, child, door
from etl.local.journal import Journal, NoSuchUpload
from etl.local.upload import About
from etl.locks import AnotherIsRunning
from etl.problems import FileRefused
from warehouse.reader import LOCAL_FOLDER, where

if TYPE_CHECKING:
    from config import Settings

OK, REFUSED, USAGE, NOTHING, BUSY = 0, 1, 2, 4, 75


def add(commands: Any) -> None:
    """The commands and their options."""
    local = commands.add_parser("local", help="schemes and indicators that places upload")
    local.add_argument("--mode", choices=("live", "demo"), help="which data (default: what is served)")
    local.add_argument("--data-dir", type=Path, help="folder of the data (default: the setting DATA_DIR)")
    local.add_argument("--json", action="store_true", help="one JSON object instead of text")
    actions = local.add_subparsers(dest="action", required=True)
    blank = actions.add_parser("template", help="write the workbook to fill in")
    blank.add_argument("--out", type=Path, default=Path("interface-monitor-template.xlsx"))
    for name, help_text in (("check", "read a file and say what it would change"), ("upload", "accept a file")):
        action = actions.add_parser(name, help=help_text)
        action.add_argument("file", type=Path)
        action.add_argument("--name", default="", help="name of the file, where it lies under another")
        action.add_argument("--place", default="", help="name of the place of a CSV")
        action.add_argument("--council", action="append", default=[], help="its council (may repeat)")
        action.add_argument("--as-at", type=periods.month, metavar="YYYY-MM", help="month it is seen from")
        action.add_argument("--role", default="", help="who uploads, as a role")
        action.add_argument(
            "--add", action="store_true", help="add the rows to those held (events, commentary, decisions)"
        )
        action.add_argument("--base", default="", help="what the check saw: refuse when something came in since")
    plan = actions.add_parser("from-bcf", help="make a draft workbook of a Better Care Fund expenditure plan")
    plan.add_argument("file", type=Path)
    plan.add_argument("--out", type=Path, required=True)
    back = actions.add_parser("undo", help="take an upload back")
    back.add_argument("upload", help="id of the upload")
    actions.add_parser("list", help="every upload, oldest first")
    whole = actions.add_parser("export", help="write what a place holds as a workbook")
    whole.add_argument("place", help="id of the place")
    whole.add_argument("--out", type=Path, required=True)
    actions.add_parser("rebuild", help="write the local build anew where something changed")


def run(options: argparse.Namespace, settings: "Callable[[], Settings]") -> int:
    """Run one command; the exit code. ``settings`` are asked for only where the options leave something open."""
    data_dir = options.data_dir or settings().data_dir
    root = data_dir / (options.mode or where(data_dir, settings().sources))
    try:
        code, said = ACTIONS[options.action](root, options)
    except AnotherIsRunning as problem:
        code, said = BUSY, {"refused": f"{problem}; try again in a moment", "why": "busy"}
    except FileRefused as problem:
        parts = {name: getattr(problem, name) for name in ("found", "expected", "where", "advice")}
        code, said = REFUSED, {"refused": str(problem), "why": "file", **parts}
    except door.NotAccepted as problem:
        more = answers.checked(problem.checked) if problem.checked else {}
        why = "stale" if isinstance(problem, door.Stale) else "not accepted"
        code, said = REFUSED, {"refused": str(problem), "why": why, **more}
    except (NoSuchUpload, OSError) as problem:
        code, said = USAGE, {"refused": str(problem), "why": "unknown"}
    if options.json:
        print(json.dumps(said, ensure_ascii=False))
    else:
        print("\n".join(answers.lines(said)), file=sys.stderr if code else sys.stdout)
    return code


def _template(_: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    from etl.local import template

    options.out.write_bytes(template.workbook())
    return OK, {"written": str(options.out)}


def _check(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    door.catch_up(root, datetime.now(UTC))
    name = options.name or options.file.name
    found = door.check(root, options.file.read_bytes(), name, about=_about(root, options), adds=options.add)
    read = {"rows": found.draft.rows} if options.add else {}
    return (REFUSED if found.errors else OK), {**answers.checked(found), **read}


def _upload(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    about, name = _about(root, options), options.name or options.file.name
    data = options.file.read_bytes()
    kept = door.accept(root, data, name, now=datetime.now(UTC), about=about, base=options.base, adds=options.add)
    return OK, {"accepted": kept.id, "place": kept.about.place_id, "counts": dict(kept.counts)}


def _undo(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    gone = door.undo(root, options.upload, datetime.now(UTC))
    return OK, {"undone": gone.id, "place": gone.about.place_id}


def _from_bcf(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    from etl.local import bcf, template

    log = root / LOCAL_FOLDER / "reader.log"
    found = child.run(bcf.read, options.file.read_bytes(), options.file.name, door.known_areas(root), log=log)
    options.out.write_bytes(template.workbook(found.about, found.rows))
    said = {name: len(rows) for name, rows in found.rows.items()}
    return OK, {"written": str(options.out), "rows": said, "problems": [answers.problem(one) for one in found.problems]}


def _list(root: Path, _: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    return OK, {"uploads": [answers.upload(one) for one in Journal(root).all()]}


def _export(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    place = door.held(root).get(options.place)
    if place is None:
        return USAGE, {"refused": f"there is no place '{options.place}'; 'python -m etl local list' names them"}
    from etl.local import template

    options.out.write_bytes(template.workbook(place.about, place.rows))
    return OK, {"written": str(options.out)}


def _rebuild(root: Path, _: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    made = build.rebuild(root, datetime.now(UTC))
    if made is None:
        return NOTHING, {"refused": "there is nothing to build: no upload counts, or no national figures are held"}
    return OK, {"build": made.id}


def _about(root: Path, options: argparse.Namespace) -> About | None:
    """The place of a CSV, from the options; of a place that is held, councils and month may be left out."""
    if not (options.place or options.council):
        return None
    known, every = door.known_areas(root), door.held(root).values()
    word = options.place.casefold()
    same = next((one.about for one in every if word in _names(one.about)), None)
    councils = [part.strip() for one in options.council for part in one.split(",") if part.strip()]
    codes = [known.get(council.casefold(), "") for council in councils]
    if same:
        codes, options.as_at = codes or list(same.area_codes), options.as_at or same.as_at
    if not all(codes) or not codes or not options.place or not options.as_at or not options.role:
        raise FileRefused(
            "a place without a name, a council in the national figures, a month or a role",
            "all four together; of a place that has uploaded before, its name and a role",
            advice="Name the place of the CSV so, or upload the workbook.",
        )
    about = About(options.place, tuple(dict.fromkeys(codes)), options.as_at, options.role)
    return replace(about, place_name=same.place_name) if same else about


def _names(about: About) -> tuple[str, str]:
    """What a place is called by, in small letters."""
    return about.place_name.casefold(), about.place_id.casefold()


ACTIONS = {
    "template": _template,
    "check": _check,
    "upload": _upload,
    "undo": _undo,
    "list": _list,
    "from-bcf": _from_bcf,
    "export": _export,
    "rebuild": _rebuild,
}
