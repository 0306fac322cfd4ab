"""What the snapshots page shows of the counter: the choice, the job, what is ready and what lies on the shelf."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components import text
from components.snapshots.job import Shown
from components.snapshots.shelf import OnShelf
from domain import periods
from domain.periods import PeriodError
from exports import beside, counter
from exports.choice import ALL
from exports.counter import NoPack
from exports.jobs.note import DONE, Job
from warehouse.queries import areas, used
from warehouse.queries.areas import Area, UnknownArea
from warehouse.reader import View

EVERY = "All areas: England, regions and councils"


@dataclass(frozen=True)
class Choice:
    """What the form begins with: options by value, what is chosen, and keys of the address that could not be used."""

    areas: dict[str, str]
    months: dict[str, str]
    area: str
    month: str
    ignored: tuple[str, ...]


def choice(view: View, query: Mapping[str, Any]) -> Choice:
    """The choice of an address of any content; what it does not say is the first area and its latest month."""
    held = used.months(view)
    known = [area for area in areas.every(view) if area.code in held]
    wanted, at = (value.strip() if isinstance(value, str) else "" for value in (query.get("area"), query.get("month")))
    months = sorted(frozenset().union(*held.values()), reverse=True)
    found = _area(view, wanted, held)
    area = found or known[0].code
    latest = months[0] if area == ALL else max(held[area])
    month = at if at in months else latest
    ignored = [key for key, value, used_as in (("area", wanted, found), ("month", at, month)) if value and not used_as]
    ignored += ["month"] if at and at != month else []
    named = {ALL: EVERY, **_names(known)}
    return Choice(named, {one: periods.label(one) for one in months}, area, month, tuple(ignored))


def _area(view: View, wanted: str, held: Mapping[str, Any]) -> str:
    """Code of an area by code or name, or ``all``; empty for one that has no figures."""
    if not wanted or wanted.casefold() == ALL:
        return wanted.casefold()
    try:
        code = areas.find(view, wanted[:80]).code
    except UnknownArea:
        return ""
    return code if code in held else ""


def _names(known: list[Area]) -> dict[str, str]:
    """Areas by code; two of one name are told apart by their codes."""
    times = Counter(area.name for area in known)
    return {area.code: f"{area.name} ({area.code})" if times[area.name] > 1 else area.name for area in known}


def job(view: View, one: Job | None) -> Shown | None:
    """A job for the page; what an earlier build finished is not spoken of."""
    if one is None or (one.state == DONE and one.build != view.id):
        return None
    what = f"packs of all areas for {text.month(one.month)}" if one.area == ALL else _what(one.name, one.month)
    return Shown(what, one.state, one.step, one.now, one.done, one.of, one.made, *one.progress, one.why)


def _what(name: str, month: str) -> str:
    return f"the pack of {name} for {text.month(month)}"


def month_of(value: Any) -> str:
    """A month from a form; empty for what is none."""
    try:
        return periods.month(str(value or ""))
    except PeriodError:
        return ""


@dataclass(frozen=True)
class There:
    """What can be taken of a choice, if it is there; how many packs the choice is, and why it is none."""

    one: OnShelf | None = None
    packs: int = 0
    why: str = ""


def ready(view: View, area: str, month: str) -> There:
    """What is there of a choice."""
    try:
        wanted = counter.chosen(view, area, month)
    except NoPack as problem:
        return There(why=str(problem))
    found = counter.ready(view, area, month)
    if found is None:
        return There(packs=len(wanted))
    name = counter.EVERY if area == ALL else wanted[0].name
    one = OnShelf(name, "", month, found.build, found.build == _served(view, area), found.bytes, found.href)
    return There(one, found.packs)


def _served(view: View, area: str) -> str:
    """The build of which a pack of an area, or the packs of all, would be made now."""
    return view.key if area == ALL else beside.build(view, area)


def on_shelf(view: View) -> tuple[list[OnShelf], list[OnShelf]]:
    """The packs on the shelf, and the files of whole months."""
    packs = [
        OnShelf(
            one.name,
            one.code,
            one.month,
            one.build,
            one.build == _served(view, one.code),
            counter.size(one),
            counter.address(one.code, one.month),
        )
        for one in counter.packs(view)
    ]
    months = [
        OnShelf(
            f"All areas, {text.count(one.packs, 'pack')}",
            "",
            one.month,
            one.build,
            one.build == view.key,
            one.bytes,
            counter.address(ALL, one.month),
        )
        for one in counter.months(view)
    ]
    return packs, months
