"""What ``python -m etl status`` tells: the build, every source and its state, corrections that do not fit any more."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain import periods
from domain.freshness import Freshness
from etl import links_told
from etl.sources import SOURCES
from warehouse.builds import Builds
from warehouse.queries import corrected, freshness, listed
from warehouse.queries.freshness import Held
from warehouse.reader import View


def status(builds: Builds, now: datetime) -> dict[str, Any]:
    """Everything that is told, as plain values."""
    current, usable = builds.current(), builds.usable()
    view = View(usable) if usable else None
    content: dict[str, Any] = {"mode": builds.root.name, "serving": current.id if current else None}
    content |= {"current": current.manifest if current else None, "refresh": builds.status()}
    content["links"] = {name: account.counted() for name, account in listed.accounts(builds).items()}
    content["not_yet_seen"] = [source.id for source in SOURCES if not source.seen]
    if view is None:
        return {**content, "sources": {}, "corrections": []}
    held = freshness.held(view)
    states = freshness.states(view, builds, now.date()) if builds.root.name == "live" else {}
    return {
        **content,
        "sources": {name: _source(held.get(name), states.get(name)) for name in (states or held)},
        "corrections": [one._asdict() for one in corrected.corrections(view)],
    }


def _source(held: Held | None, state: Freshness | None) -> dict[str, Any]:
    """What is held of a source, and how fresh it is; demonstration data have no state."""
    found: dict[str, Any] = {"data_to": held.end if held else None}
    if state is None:
        return found
    due = state.day.isoformat() if state.day else None
    return {**found, "state": state.state, "next_month": state.month or None, "due": due, "step": state.step}


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The same in lines of text."""
    served, state = found["serving"], found["refresh"]
    yield f"{found['mode']} data: {f'serving build {served}' if served else 'no build yet'}"
    for name, source in state.get("sources", {}).items():
        failures = [m for m in source["messages"] if m["level"] == "error"]
        yield (
            f"  {name}: {source['state']}, {source['fetched']} of {source['found']} files, {source['new']} "
            f"new, {len(failures)} failures"
        )
        if name in found["not_yet_seen"]:
            yield "    not yet seen: read as documented, no original file has been at hand; any surprise is refused"
        if counted := found["links"].get(name):
            yield f"    links: {links_told.counted(counted)}"
        said = failures or ([] if source["found"] else source["messages"])
        yield from (f"    {message['about']}: {message['text']}" for message in said)
    when = state.get("finished_at") or state.get("started_at") or ""
    yield f"last refresh: {state.get('doing', 'never')} {when}".rstrip()
    yield from _fresh(found["sources"])
    yield from _corrections(found["corrections"])


def _fresh(sources: dict[str, dict[str, Any]]) -> Iterator[str]:
    told = {name: one for name, one in sources.items() if "state" in one}
    if told:
        yield "freshness:"
    for name, one in told.items():
        label = Freshness(one["state"]).label
        to = f"data to {periods.label(one['data_to'])}" if one["data_to"] else "no data"
        month = f"; {periods.label(one['next_month'])} due {one['due']}" if one["next_month"] else ""
        yield f"  {name}: {label}, {to}{month}"
        if one["step"]:
            yield f"    next step: {one['step']}"


def _corrections(found: list[dict[str, Any]]) -> Iterator[str]:
    if found:
        yield "corrections:"
    for one in found:
        yield f"  {one['correction']}: {one['words']}"
