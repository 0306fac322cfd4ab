"""What changed since an earlier build, as the refresh that published the current one wrote it down.

Comparing two builds takes longer than a page may; so a refresh does it, against the build before and against the
build of the last month pack, and pages read the answer.
"""

import contextlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from warehouse.builds import Builds
from warehouse.queries.changes import Changed, Compared
from warehouse.reader import View

CHANGES, LAST_PACK = "changes.json", "last_pack.json"
LISTED = 12


class Line(NamedTuple):
    """One changed value, as it is listed; ``before`` and ``after`` are None where there is no number."""

    source: str
    area: str
    period: str
    measure: str
    split: str
    before: float | None
    after: float | None
    change: float | None
    change_pct: float | None
    unit: str


class Since(NamedTuple):
    """What changed since a build. of_pack: whether it is the build of the last month pack; total: changed values.

    counts: changed values by source; largest: some of them; new, gone: values of releases that only one build has.
    lost: the build of the last pack where it could not be compared any more, else empty.
    """

    since: str
    of_pack: bool
    total: int
    new: int
    gone: int
    counts: tuple[tuple[str, int], ...]
    largest: tuple[Line, ...]
    lost: str = ""


def as_line(one: Changed) -> Line:
    """A changed value as it is listed."""
    what = (one.source, one.area_name, one.period, one.measure, one.split)
    return Line(*what, one.before, one.after, one.change, one.change_pct, one.unit)


def noted(found: Compared) -> dict[str, Any]:
    """A comparison as plain values, with the largest changes of each source in turn."""
    counts: dict[str, int] = {}
    for one in found.changed:
        counts[one.source] = counts.get(one.source, 0) + 1
    largest = sorted(found.changed, key=lambda one: (bool(one.split), -abs(one.change_pct or 0)))[:LISTED]
    return {
        "since": found.since,
        "total": len(found.changed),
        "new": sum(one.new for one in found.counted),
        "gone": sum(one.gone for one in found.counted),
        "counts": counts,
        "largest": [list(as_line(one)) for one in largest],
    }


def remember_pack(view: View) -> None:
    """Write down that month packs were made from a build; where that cannot be, packs are none the worse."""
    builds = Builds(view.build.folder.parent.parent)
    if view.vintage.is_final and builds.read_note(LAST_PACK).get("build") != view.id:
        with contextlib.suppress(OSError):
            builds.write_note(LAST_PACK, {"build": view.id})


def since(view: View) -> Since | None:
    """What changed since the build of the last pack, else since the build before; None where that is not known."""
    builds = Builds(view.build.folder.parent.parent)
    said, pack = builds.read_note(CHANGES), builds.read_note(LAST_PACK).get("build")
    if pack == view.id:
        return Since(view.id, True, 0, 0, 0, (), ())
    listed = said.get("compared") if said.get("build") == view.id else None
    if not isinstance(listed, list):
        return None
    by_build = {one["since"]: one for one in listed if isinstance(one, dict) and "since" in one}
    if pack in by_build:
        return _since(by_build[pack])
    return _since(listed[0], lost=str(pack or ""), of_pack=False) if by_build else None


def _since(one: Mapping[str, Any], *, of_pack: bool = True, lost: str = "") -> Since | None:
    try:
        largest = tuple(Line(*line) for line in one["largest"])
        counts = tuple((str(source), int(count)) for source, count in one["counts"].items())
        return Since(one["since"], of_pack, one["total"], one["new"], one["gone"], counts, largest, lost)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
