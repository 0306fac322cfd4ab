"""The one way in: check a file, accept it, take it back. A dry run and an upload walk the same steps.

Local never overwrites national: what is accepted goes to the journal, and only the local build is written anew.
"""

import hashlib
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from domain.local.record_sheets import ADDABLE
from etl.local import build, child, left, minimum, rules
from etl.local.difference import Difference, counts, differences
from etl.local.journal import Journal, NoSuchUpload
from etl.local.parse import Draft
from etl.local.problem import Problem
from etl.local.state import Place, after, places
from etl.local.upload import About, Upload
from etl.locks import AnotherIsRunning, only_one
from etl.problems import FileRefused
from warehouse.builds import Builds
from warehouse.queries import areas as area_queries
from warehouse.reader import LOCAL_FOLDER, View

PATIENCE = 8.0  # seconds that one upload waits for another


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


class NotAccepted(Exception):
    """An upload that has errors, or an undo that would leave rows naming nothing; nothing was changed."""

    def __init__(self, text: str, checked: Checked | None = None) -> None:
        super().__init__(text)
        self.checked = checked


class Stale(NotAccepted):
    """What is held is not what was checked: something else came in since."""


def known_areas(root: Path) -> dict[str, str]:
    """Codes and names (small letters) of the councils of the national build, to codes."""
    national = Builds(root).usable()
    if national is None:
        return {}
    every = [area for area in area_queries.every(View(national)) if area.type == "council"]
    return {word.casefold(): area.code for area in every for word in (area.code, area.name)}


def check(root: Path, data: bytes, file_name: str, *, about: About | None = None, adds: bool = False) -> Checked:
    """A dry run; changes nothing. ``about`` names the place of a CSV. Raises FileRefused.

    ``adds``: the rows stand beside those that are held, for sheets of the record.
    """
    areas = known_areas(root)
    if not areas:
        advice = "Load them first: python -m etl refresh, or python -m etl demo."
        raise FileRefused("no national figures", "national figures, as councils are read by them", advice=advice)
    draft = child.read(data, file_name, areas, log=root / LOCAL_FOLDER / "reader.log")
    if adds and (other := [name for name in draft.rows if name not in ADDABLE]):
        raise FileRefused(
            f"rows of '{other[0]}' to add", f"rows of {', '.join(ADDABLE)}", advice="Upload the whole sheet."
        )
    whose = draft.about or about
    place = places(Journal(root).all()).get(whose.place_id) if whose else None
    before = place.rows if place else {}
    problems = [*draft.problems, *_whole(draft, whose), *rules.check(draft, before), *left.behind(draft, before, whose)]
    if whose:
        problems += [*_outside(draft, whose), *_renamed(place, whose)]
    problems += minimum.missing(draft, {**before, **draft.rows})
    found = differences(before, after(before, draft.rows, adds=adds))
    return Checked(whose, draft, tuple(problems), found, _base(place), hashlib.sha256(data).hexdigest())


def accept(
    root: Path,
    data: bytes,
    file_name: str,
    *,
    now: datetime,
    about: About | None = None,
    base: str = "",
    publish: bool = True,
    dated: bool = False,
    adds: bool = False,
) -> Upload:
    """Keep an upload and publish a local build with it. Raises FileRefused, NotAccepted, Stale, AnotherIsRunning.

    ``base`` is that of the dry run that was confirmed: when something else came in since, nothing is changed.
    ``publish``: False where several uploads follow each other and the caller rebuilds once. ``dated``: keep ``now`` as
    it is, for an example whose uploads lie in a time of their own, before those of people. ``adds``: see ``check``.
    """
    with _turn(root):
        checked = check(root, data, file_name, about=about, adds=adds)
        if base and base != checked.base:
            raise Stale("something else was uploaded since this was checked; check it again to see the difference")
        if checked.errors or checked.about is None:
            raise NotAccepted(f"{len(checked.errors)} errors; the first: {checked.errors[0]}", checked)
        journal = Journal(root)
        journal.sweep()
        kept = journal.accept(
            checked.about,
            checked.draft.rows,
            file_name=file_name,
            data=data,
            now=now,
            counts=counts(checked.differences),
            dated=dated,
            adds=adds,
        )
        if publish:
            build.rebuild(root, now)
        return kept


def undo(root: Path, upload_id: str, now: datetime) -> Upload:
    """Take an upload back and publish a local build without it. Raises NoSuchUpload, NotAccepted, AnotherIsRunning."""
    with _turn(root):
        journal = Journal(root)
        uploads = journal.all()
        wanted = next((one for one in uploads if one.id == upload_id and one.counting), None)
        if wanted is None:
            raise NoSuchUpload(f"there is no upload '{upload_id}' that counts; 'python -m etl local list' names them")
        rest = [replace(one, undone_at="now") if one is wanted else one for one in uploads]
        place = places(rest).get(wanted.about.place_id)
        lost = left.unnamed(place.rows) if place else []
        if lost:
            raise NotAccepted(f"a later upload needs this one: {lost[0]} Take the later one back first.")
        journal.undo(upload_id, now)
        build.rebuild(root, now)
        return replace(wanted, undone_at=now.isoformat())


def catch_up(root: Path, now: datetime) -> None:
    """Publish what was kept by an upload that was cut short before its build; another's turn does it itself."""
    if build.behind(root):
        try:
            with only_one(root / LOCAL_FOLDER):
                build.rebuild(root, now)
        except AnotherIsRunning:
            return


def held(root: Path) -> Mapping[str, Place]:
    """What is held of each place."""
    return places(Journal(root).all())


@contextmanager
def _turn(root: Path) -> Iterator[None]:
    """One upload at a time; the next waits a little. Raises AnotherIsRunning."""
    until = time.monotonic() + PATIENCE
    with ExitStack() as held_open:
        while True:
            try:
                held_open.enter_context(only_one(root / LOCAL_FOLDER))
                break
            except AnotherIsRunning:
                if time.monotonic() > until:
                    raise AnotherIsRunning("another upload is being taken in") from None
                time.sleep(0.1)
        yield


def _base(place: Place | None) -> str:
    """Short name of what is held of a place."""
    marks = " ".join(f"{one.id}{one.undone_at}" for one in place.uploads) if place else "nothing"
    return hashlib.sha256(marks.encode()).hexdigest()[:12]


def _whole(draft: Draft, about: About | None) -> list[Problem]:
    """A file that says whose it is and holds at least a row; asked only where nothing else is wrong."""
    if any(problem.level == "error" for problem in draft.problems):
        return []
    problems = []
    if about is None:
        expected = "the sheet 'About' filled in, or the place named beside a CSV"
        problems.append(Problem("about", "", "no place", expected))
    if not draft.rows:
        problems.append(Problem("", "", "no row to read on any sheet", "at least one row filled in below the examples"))
    return problems


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


def _renamed(place: Place | None, about: About) -> list[Problem]:
    """A warning where an upload would say otherwise whose it is, or be seen from an earlier month."""
    if place is None:
        return []
    before, found = place.about, []
    if set(before.area_codes) != set(about.area_codes):
        found.append(Problem("about", "", ", ".join(about.area_codes), f"as before: {', '.join(before.area_codes)}"))
    if about.as_at < before.as_at:
        found.append(Problem("about", "", f"seen as at {about.as_at}", f"{before.as_at}, as before, or later"))
    return [replace(one, level="warning") for one in found]
