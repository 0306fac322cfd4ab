"""``python -m etl local …``: template, check, upload, undo, list, export, rebuild.

Exit codes: 0 done, 1 not accepted (errors in the file), 2 a wrong command, 4 nothing to do it with, 75 busy.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from config import Settings
from domain import periods
from etl.local import build, door, template
from etl.local.door import Checked
from etl.local.journal import Journal, NoSuchUpload
from etl.local.problem import Problem
from etl.local.upload import About, Upload
from etl.problems import FileRefused
from etl.refresh import AnotherIsRunning
from warehouse.reader import where

OK, REFUSED, USAGE, NOTHING, BUSY = 0, 1, 2, 4, 75


def add(commands: Any) -> None:
    """The commands and their options."""
    local = commands.add_parser("local", help="schemes and indicators that places upload")
    local.add_argument("--mode", choices=("live", "demo"), help="which data (default: what is served)")
    local.add_argument("--json", action="store_true", help="one JSON object instead of text")
    actions = local.add_subparsers(dest="action", required=True)
    blank = actions.add_parser("template", help="write the workbook to fill in")
    blank.add_argument("--out", type=Path, default=Path("interface-monitor-template.xlsx"))
    for name, help_text in (("check", "read a file and say what it would change"), ("upload", "accept a file")):
        action = actions.add_parser(name, help=help_text)
        action.add_argument("file", type=Path)
        action.add_argument("--place", default="", help="name of the place of a CSV")
        action.add_argument("--council", action="append", default=[], help="its council (may repeat)")
        action.add_argument("--as-at", type=periods.month, metavar="YYYY-MM", help="month it is seen from")
        action.add_argument("--role", default="", help="who uploads, as a role")
        action.add_argument("--base", default="", help="what the check saw: refuse when something came in since")
    back = actions.add_parser("undo", help="take an upload back")
    back.add_argument("upload", help="id of the upload")
    actions.add_parser("list", help="every upload, oldest first")
    whole = actions.add_parser("export", help="write what a place holds as a workbook")
    whole.add_argument("place", help="id of the place")
    whole.add_argument("--out", type=Path, required=True)
    actions.add_parser("rebuild", help="write the local build anew where something changed")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Run one command; the exit code."""
    root = settings.root(options.mode or where(settings.data_dir, settings.sources))
    try:
        code, said = ACTIONS[options.action](root, options)
    except AnotherIsRunning as problem:
        code, said = BUSY, {"refused": f"{problem}; try again in a moment"}
    except (FileRefused, door.NotAccepted) as problem:
        code, said = REFUSED, {"refused": str(problem)}
    except (NoSuchUpload, OSError) as problem:
        code, said = USAGE, {"refused": str(problem)}
    _print(said, as_json=options.json, code=code)
    return code


def _template(_: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    options.out.write_bytes(template.workbook())
    return OK, {"written": str(options.out)}


def _check(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    checked = door.check(root, options.file.read_bytes(), options.file.name, about=_about(root, options))
    return (REFUSED if checked.errors else OK), as_dict(checked)


def _upload(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    data, about = options.file.read_bytes(), _about(root, options)
    checked = door.check(root, data, options.file.name, about=about)
    if checked.errors or checked.about is None:
        return REFUSED, as_dict(checked)
    kept = door.accept(
        root, data, options.file.name, now=datetime.now(UTC), about=about, base=options.base or checked.base
    )
    return OK, {**as_dict(checked), "accepted": kept.id}


def _undo(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    return OK, {"undone": door.undo(root, options.upload, datetime.now(UTC)).id}


def _list(root: Path, _: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    return OK, {"uploads": [_upload_dict(one) for one in Journal(root).all()]}


def _export(root: Path, options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    place = door.held(root).get(options.place)
    if place is None:
        return USAGE, {"refused": f"there is no place '{options.place}'; 'python -m etl local list' names them"}
    options.out.write_bytes(template.workbook(place.about, place.rows))
    return OK, {"written": str(options.out)}


def _rebuild(root: Path, _: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    made = build.rebuild(root, datetime.now(UTC))
    if made is None:
        return NOTHING, {"refused": "there is nothing to build: no upload counts, or no national figures are held"}
    return OK, {"build": made.id}


def _about(root: Path, options: argparse.Namespace) -> About | None:
    """The place of a CSV, from the options."""
    if not (options.place or options.council):
        return None
    known = door.known_areas(root)
    codes = [known.get(council.casefold(), "") for council in options.council]
    if not all(codes) or not codes or not options.place or not options.as_at or not options.role:
        raise FileRefused(
            "a place without name, councils, month or role",
            "--place, --council (known), --as-at and --role together",
            advice="Name the place of the CSV so, or upload the workbook.",
        )
    return About(options.place, tuple(codes), options.as_at or "", options.role)


def as_dict(checked: Checked) -> dict[str, Any]:
    """What a dry run found, as plain values."""
    return {
        "place": checked.about.place_id if checked.about else None,
        "name": checked.about.place_name if checked.about else None,
        "base": checked.base,
        "sha256": checked.sha256,
        "problems": [_problem(problem) for problem in checked.problems],
        "differences": [
            {
                "sheet": one.sheet,
                "added": list(one.added),
                "changed": [{"row": row.name, "fields": [list(field) for field in row.fields]} for row in one.changed],
                "removed": list(one.removed),
                "same": one.same,
            }
            for one in checked.differences
        ],
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "level": problem.level,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "found": problem.found,
        "expected": problem.expected,
    }


def _upload_dict(upload: Upload) -> dict[str, Any]:
    return {
        "id": upload.id,
        "place": upload.about.place_id,
        "accepted_at": upload.accepted_at,
        "role": upload.about.role,
        "file_name": upload.file_name,
        "sha256": upload.sha256,
        "counts": dict(upload.counts),
        "undone_at": upload.undone_at,
    }


def _print(said: Mapping[str, Any], *, as_json: bool, code: int) -> None:
    if as_json:
        print(json.dumps(said, ensure_ascii=False))
        return
    for line in _lines(said):
        print(line, file=sys.stdout if code == OK else sys.stderr)


def _lines(said: Mapping[str, Any]) -> list[str]:
    lines = [f"{name}: {said[name]}" for name in ("refused", "written", "build", "undone", "place") if said.get(name)]
    lines += [f"  {Problem(**problem)}" for problem in said.get("problems", ())]
    for one in said.get("differences", ()):
        numbers = ", ".join(f"{len(one[kind])} {kind}" for kind in ("added", "changed", "removed"))
        lines.append(f"  {one['sheet']}: {numbers}, {one['same']} as before")
    for one in said.get("uploads", ()):
        gone = f", taken back {one['undone_at']}" if one["undone_at"] else ""
        lines.append(f"{one['id']}  {one['place']}  {one['file_name']}  {one['role']}{gone}")
    return lines + ([f"accepted: {said['accepted']}"] if said.get("accepted") else [])


ACTIONS = {
    "template": _template,
    "check": _check,
    "upload": _upload,
    "undo": _undo,
    "list": _list,
    "export": _export,
    "rebuild": _rebuild,
}
