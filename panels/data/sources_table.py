"""Every source in one table: data to, published, revised, loaded, files, and how the last refresh went."""

from typing import Any

from components import text
from components.tables import Column, Table
from warehouse import serving
from warehouse.queries import freshness
from warehouse.queries.freshness import Held
from warehouse.reader import View

ENDED = " (series ended)"
LISTS = ("organisations", "organisation_changes")  # as they stand on the day they are loaded


def table(view: View, status: dict[str, Any]) -> Table:
    """One row a source, in the order in which they are asked for."""
    columns = (
        Column("source", "Source", kind="text"),
        Column("data_to", "Data to", kind="text"),
        Column("published", "Published", kind="text"),
        Column("revised", "Revised", kind="text"),
        Column("loaded", "Loaded", kind="text"),
        Column("files", "Files in use"),
        Column("older", "Older versions kept"),
        Column("figures", "Figures"),
        Column("last_refresh", "Last refresh", kind="text"),
    )
    rows = tuple(_row(held, status.get("sources", {}).get(name)) for name, held in freshness.held(view).items())
    return Table("sources", "Every source: how fresh it is and how its last refresh went", columns, rows)


def _row(held: Held, progress: dict[str, Any] | None) -> tuple[Any, ...]:
    return (
        f"{held.name} ({held.publisher})",
        data_to(held),
        text.day(held.published) if held.published else "no date in the file",
        text.day(held.revised) if held.revised else "not revised",
        text.day(held.loaded_at.date()),
        held.current_files,
        held.files - held.current_files,
        held.facts,
        refreshed(progress),
    )


def data_to(held: Held) -> str:
    """The last month held, and whether the series ended with it; for lists of areas what they are as of."""
    if held.source in LISTS:
        return f"as at {text.day(held.loaded_at.date())}"
    if held.source == "boundaries":
        return f"edition of {held.end[:4]}"
    last = f"mid-{held.end[:4]}" if held.source == "population" else text.month(held.end)
    return f"{last}{ENDED}" if held.ended and held.end >= held.ended else last


def refreshed(progress: dict[str, Any] | None) -> str:
    """How a source came through the last refresh, in a few words."""
    if progress is None:
        return "not asked for"
    failures = sum(1 for message in progress["messages"] if message["level"] == "error")
    if progress["state"] != "done":
        return f"{progress['state']}, {progress['fetched']} of {progress['found']} files"
    new = f"{progress['new']} new" if progress["new"] else "nothing new"
    return f"{new}, {failures} could not be refreshed" if failures else f"{new}, no failure"


def messages(status: dict[str, Any], *levels: str) -> list[tuple[str, str, str]]:
    """(source, about, text) of the last refresh's messages of some levels."""
    return [
        (name, m["about"], m["text"])
        for name, source in status.get("sources", {}).items()
        for m in source["messages"]
        if m["level"] in levels
    ]


def status_now() -> dict[str, Any]:
    """State of the running or last refresh of the data that is served; ``interrupted`` when its process is gone."""
    builds = serving.builds()
    status = builds.status() if builds else {}
    if status and not status.get("finished_at") and not serving.alive(status.get("pid")):
        status = {**status, "doing": "interrupted", "finished_at": status.get("started_at")}
    return status
