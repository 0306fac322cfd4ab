"""Every publication in a line: data to, and whether it is fresh, not yet held, or not yet seen; by what it is for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from components.tables import Column, Table
from domain.freshness import Freshness
from domain.source_groups import GROUPS, group
from panels.data.sources_table import data_to
from warehouse.queries import freshness
from warehouse.reader import View

NOT_SEEN, NOTHING, LOADED = "not yet seen", "nothing loaded", "loaded"
COLUMNS = (
    Column("source", "Source", kind="text"),
    Column("data_to", "Data to", kind="text"),
    Column("state", "State", kind="text"),
)


class Absent(NamedTuple):
    """A publication of which nothing is held, with the sentence that says why."""

    name: str
    words: str


def tables(view: View, states: Sequence[tuple[str, Freshness]]) -> list[Table]:
    """One table a group; ``states`` holds source and freshness, and nothing in demonstration data."""
    held, waiting = freshness.held(view), {one.source: one for one in freshness.waiting(view)}
    told: Mapping[str, Freshness] = dict(states)
    found: dict[str, list[tuple[str, str, str]]] = {name: [] for name in GROUPS}
    for source, name in freshness.names(view).items():
        if source in held:
            state = told[source].label if source in told else LOADED
            row = (
                name,
                data_to(held[source]),
                state if held[source].seen else f"{state}; first files, read as documented",
            )
        else:
            row = (name, "nothing", NOTHING if waiting[source].seen else NOT_SEEN)
        found[group(source)].append(row)
    return [Table(name, name, COLUMNS, tuple(rows)) for name, rows in found.items() if rows]


def absent(view: View) -> list[Absent]:
    """Publications of which nothing is held, in plain words."""
    return [Absent(one.name, _words(one.seen, one.publisher)) for one in freshness.waiting(view)]


def _words(seen: bool, publisher: str) -> str:
    if seen:
        return f"no file is held: none was on the page of {publisher} that is known here. What needs it is not shown."
    return (
        "not yet seen. No original file has been at hand, so it is read as its publisher documents it. The first file "
        "that loads is checked like any other, anything unexpected in it is refused, and until then no indicator is "
        "shown from it."
    )
