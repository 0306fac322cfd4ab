"""Which published values a refresh changed: compared with the build before, told, and written down for the pages."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from domain import periods
from etl.problems import note, warning
from etl.run import Run
from warehouse.builds import Build, Builds, NoSuchBuild
from warehouse.engines.duckdb import EngineError
from warehouse.queries.changes import Changed, Compared, between, by_source
from warehouse.queries.revised import CHANGES, LAST_PACK, Line, as_line, noted

FIELDS = (
    *("source", "measure", "area_code", "area_name", "period", "split", "before", "after", "change", "change_pct"),
    *("unit", "status", "release", "file_before", "file_after", "vintage_before", "vintage_after"),
)
SHOWN = 10  # lines of text for a source; csv and json hold every one


def tell(run: Run, before: Build | None) -> None:
    """Compare what was published with the build that was served before, and with that of the last month pack."""
    made = run.published
    if made is None or before is None or before.id == made.id:
        return
    try:
        found = between(before, made)
        compared = [noted(found), *(noted(between(one, made)) for one in _of_pack(run.builds, before, made))]
        run.builds.write_note(CHANGES, {"build": made.id, "compared": compared})
    except (EngineError, OSError) as problem:
        run.report.tell(run.request.sources[0].id, warning("changes", f"the builds could not be compared ({problem})"))
        return
    run.report.compared(compared[0])
    for source, changed in by_source(found.changed).items():
        run.report.tell(
            source, note("changes", f"{_counted(len(changed))} since build {before.id}: {line(changed[0])}")
        )


def _of_pack(builds: Builds, before: Build, made: Build) -> list[Build]:
    """The build of the last month pack, where it is kept and is another one."""
    name = builds.read_note(LAST_PACK).get("build")
    if not isinstance(name, str) or name in (before.id, made.id):
        return []
    try:
        return [builds.get(name)]
    except NoSuchBuild:
        return []


def compare(builds: Builds, since: str) -> Compared:
    """The served build compared with an earlier one (empty: the one before it); raises NoSuchBuild."""
    served = builds.current()
    if served is None:
        raise NoSuchBuild("there is no build yet; 'python -m etl refresh' makes one")
    if since:
        return between(builds.get(since), served)
    earlier = [build for build in builds.all() if build.id < served.id]
    if not earlier:
        raise NoSuchBuild(f"build {served.id} is the oldest that is kept; there is none before it to compare with")
    return between(earlier[0], served)


def written(found: Compared, form: str, *, demonstration: bool) -> str:
    """A comparison as ``text``, ``json`` or ``csv``."""
    if form == "json":
        content: dict[str, Any] = {"demonstration": demonstration, "build": found.build, "since": found.since}
        content |= {"changed": [_row(one) for one in found.changed], "values": [c._asdict() for c in found.counted]}
        return json.dumps(content, indent=1, ensure_ascii=False, default=str) + "\n"
    if form == "csv":
        out = io.StringIO()
        writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(_row(one) for one in found.changed)
        return out.getvalue()
    return "\n".join(_lines(found)) + "\n"


def summary(noted: Mapping[str, Any]) -> list[str]:
    """What a refresh changed, for the end of its output: counts by source and the largest changes."""
    if not noted or not noted["total"]:
        return []
    counts = ", ".join(f"{source} {count:,}" for source, count in noted["counts"].items())
    listed = [f"  {_line(Line(*one))}" for one in noted["largest"][:SHOWN]]
    more = [] if len(listed) == noted["total"] else ["  'python -m etl changes' lists them by source"]
    return [f"{_counted(noted['total'])} since build {noted['since']} ({counts}):", *listed, *more]


def _row(one: Changed) -> dict[str, Any]:
    return {name: getattr(one, name) for name in FIELDS}


def _lines(found: Compared) -> Sequence[str]:
    lines = [f"build {found.build} compared with build {found.since}: {_counted(len(found.changed))}"]
    for source, changed in by_source(found.changed).items():
        lines.append(f"{source}: {_counted(len(changed))}")
        lines += [f"  {line(one)} ({one.file_before} to {one.file_after})" for one in changed[:SHOWN]]
        if len(changed) > SHOWN:
            lines.append(f"  and {len(changed) - SHOWN} more: --format csv lists all")
    lines += [f"{one.source}: {one.new:,} values new, {one.gone:,} no longer there" for one in found.counted]
    return lines


def _counted(number: int) -> str:
    return f"{number:,} published {'value' if number == 1 else 'values'} changed"


def line(one: Changed) -> str:
    """A changed value in words: place, month, what it is, before and after, by how much."""
    return _line(as_line(one))


def _line(one: Line) -> str:
    split = f" ({one.split})" if one.split else ""
    what = f"{one.area}, {periods.label(one.period)}, {one.measure.replace('_', ' ')}{split}"
    moved = "" if one.change is None else f" ({one.change:+,.6g}"
    moved += "" if one.change is None else f", {one.change_pct:+.1f} %)" if one.change_pct is not None else ")"
    return f"{what}: {_number(one.before)} to {_number(one.after)} {one.unit}{moved}"


def _number(value: float | None) -> str:
    if value is None:
        return "no number"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
