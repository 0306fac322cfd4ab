"""What the commands say: as plain values for the site and other programs, and as lines for people."""

from collections.abc import Mapping
from typing import Any

from etl.local.difference import Difference
from etl.local.door import Checked
from etl.local.problem import Problem
from etl.local.upload import Upload


def checked(found: Checked) -> dict[str, Any]:
    """What a dry run found."""
    return {
        "place": found.about.place_id if found.about else None,
        "name": found.about.place_name if found.about else None,
        "as_at": found.about.as_at if found.about else None,
        "role": found.about.role if found.about else None,
        "base": found.base,
        "sha256": found.sha256,
        "problems": [problem(one) for one in found.problems],
        "differences": [_difference(one) for one in found.differences],
    }


def problem(found: Problem) -> dict[str, str]:
    """A fault, with the sheet as people see it."""
    return {
        "level": found.level,
        "sheet": found.title,
        "cell": found.cell,
        "found": found.found,
        "expected": found.expected,
    }


def upload(found: Upload) -> dict[str, Any]:
    """An accepted upload without its rows."""
    return {
        "id": found.id,
        "place": found.about.place_id,
        "accepted_at": found.accepted_at,
        "role": found.about.role,
        "file_name": found.file_name,
        "sha256": found.sha256,
        "counts": dict(found.counts),
        "undone_at": found.undone_at,
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "added": list(one.added),
        "changed": [{"row": row.name, "fields": [list(field) for field in row.fields]} for row in one.changed],
        "removed": list(one.removed),
        "same": one.same,
    }


def lines(said: Mapping[str, Any]) -> list[str]:
    """The answer for people."""
    named = ("refused", "written", "undone", "build", "place")
    faults = said.get("problems", ())
    return [
        *(f"{name}: {said[name]}" for name in named if said.get(name)),
        *(f"  {one['level']}: {Problem(one['sheet'], one['cell'], one['found'], one['expected'])}" for one in faults),
        *(f"  {_counted(one)}" for one in said.get("differences", ())),
        *(_listed(one) for one in said.get("uploads", ())),
        *([f"accepted: {said['accepted']}"] if said.get("accepted") else []),
    ]


def _counted(one: Mapping[str, Any]) -> str:
    numbers = ", ".join(f"{len(one[kind])} {kind}" for kind in ("added", "changed", "removed"))
    return f"{one['sheet']}: {numbers}, {one['same']} as before"


def _listed(one: Mapping[str, Any]) -> str:
    gone = f", taken back {one['undone_at']}" if one["undone_at"] else ""
    return f"{one['id']}  {one['place']}  {one['file_name']}  {one['role']}{gone}"
