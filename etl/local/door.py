"""The one way in: check a file, accept it, take it back. A dry run and an upload walk the same steps.

Local never overwrites national: what is accepted goes to the journal, and only the local build is written anew.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from etl.local import build, child, rules
from etl.local.difference import Difference, counts, differences
from etl.local.journal import Journal
from etl.local.parse import Draft
from etl.local.problem import Problem
from etl.local.state import Place, places
from etl.local.upload import About, Upload
from etl.refresh import only_one
from warehouse.builds import Builds
from warehouse.queries import areas as area_queries
from warehouse.reader import LOCAL_FOLDER, View


class NotAccepted(Exception):
    """An upload that has errors, or that is not what was checked; nothing was changed."""


@dataclass(frozen=True)
class Checked:
    """What a dry run found. ``base`` names what was held, so that an upload meets what its checker saw."""

    about: About | None
    draft: Draft
    problems: tuple[Problem, ...]
    differences: tuple[Difference, ...]
    base: str
    sha256: str

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Faults that keep it out."""
        return tuple(one for one in self.problems if one.level == "error")


def known_areas(root: Path) -> dict[str, str]:
    """Codes and names (small letters) of the councils of the national build, to codes."""
    national = Builds(root).usable()
    if national is None:
        return {}
    every = [area for area in area_queries.every(View(national)) if area.type == "council"]
    return {word.casefold(): area.code for area in every for word in (area.code, area.name)}


def check(root: Path, data: bytes, file_name: str, *, about: About | None = None) -> Checked:
    """A dry run; changes nothing. ``about`` names the place of a CSV. Raises FileRefused."""
    draft = child.read(data, file_name, known_areas(root), log=root / LOCAL_FOLDER / "reader.log")
    whose = draft.about or about
    held = places(Journal(root).all()).get(whose.place_id) if whose else None
    problems = list(draft.problems)
    if whose is None and not any(problem.level == "error" for problem in problems):
        problems.append(
            Problem("about", "", "no place", "the sheet 'About' filled in, or the place named beside a CSV")
        )
    before = held.rows if held else {}
    problems += rules.check(draft, before)
    if whose:
        problems += _outside(draft, whose)
    found = differences(before, draft.rows)
    return Checked(whose, draft, tuple(problems), found, _base(held), hashlib.sha256(data).hexdigest())


def accept(
    root: Path,
    data: bytes,
    file_name: str,
    *,
    now: datetime,
    about: About | None = None,
    base: str = "",
    publish: bool = True,
) -> Upload:
    """Keep an upload and publish a local build with it. Raises FileRefused, NotAccepted, AnotherIsRunning.

    ``base`` is that of the dry run that was confirmed: when something else came in since, nothing is changed.
    ``publish``: False where several uploads follow each other and the caller rebuilds once.
    """
    with only_one(root / LOCAL_FOLDER):
        checked = check(root, data, file_name, about=about)
        if checked.errors or checked.about is None:
            raise NotAccepted(f"{len(checked.errors)} errors; the first: {checked.errors[0]}")
        if base and base != checked.base:
            raise NotAccepted(
                "something else was uploaded since this was checked; check it again to see the difference"
            )
        journal = Journal(root)
        journal.sweep()
        kept = journal.accept(
            checked.about,
            checked.draft.rows,
            file_name=file_name,
            data=data,
            now=now,
            counts=counts(checked.differences),
        )
        if publish:
            build.rebuild(root, now)
        return kept


def undo(root: Path, upload_id: str, now: datetime) -> Upload:
    """Take an upload back and publish a local build without it. Raises NoSuchUpload."""
    with only_one(root / LOCAL_FOLDER):
        found = Journal(root).undo(upload_id, now)
        build.rebuild(root, now)
        return replace(found, undone_at=now.isoformat())


def held(root: Path) -> Mapping[str, Place]:
    """What is held of each place."""
    return places(Journal(root).all())


def _base(held: Place | None) -> str:
    """Short name of what is held of a place."""
    marks = " ".join(f"{one.id}{one.undone_at}" for one in held.uploads) if held else "nothing"
    return hashlib.sha256(marks.encode()).hexdigest()[:12]


def _outside(draft: Draft, about: About) -> list[Problem]:
    """Rows about councils that are not of the place."""
    return [
        Problem(
            sheet, draft.cell(sheet, place, "area_code"), f"the council {row['area_code']}", "a council of the place"
        )
        for sheet, rows in draft.rows.items()
        for place, row in enumerate(rows)
        if row.get("area_code") and row["area_code"] not in about.area_codes
    ]
