"""Every publication in a line: data to, and whether it is fresh, not yet held, or not yet seen; by what it is for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from components import text
from components.data.overview import NOTHING as NO_DATA
from components.tables import Column, Table
from domain.freshness import Freshness
from domain.source_groups import GROUPS, group
from panels.data.sources_table import ENDED, data_to
from warehouse.queries import freshness
from warehouse.queries.freshness import Held
from warehouse.reader import View

NOT_SEEN, NOTHING, LOADED = "not yet seen", "nothing loaded", "loaded"
WITHOUT = "No file was at the address that is known here. What needs it is not shown."
UNSEEN = (
    "No original file of these has been at hand, so they are read as their publishers document them. The first file "
    "that loads is checked like any other, anything unexpected in it is refused, and until then no indicator is "
    "shown from it."
)
COLUMNS = (
    Column("source", "Source", kind="text"),
    Column("data_to", "Data to", kind="text"),
    Column("state", "State", kind="text"),
)


class Absent(NamedTuple):
    """Publications of which nothing is held for one reason: the state, their names, and the reason in words."""

    state: str
    names: str
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
                _to(held[source]),
                state if held[source].seen else f"{state}; first files, read as documented",
            )
        else:
            row = (name, NO_DATA, NOTHING if waiting[source].seen else NOT_SEEN)
        found[group(source)].append(row)
    return [Table(name, name, COLUMNS, tuple(rows)) for name, rows in found.items() if rows]


def _to(held: Held) -> str:
    """The last month held, in words that may break anywhere; the state says whether the series ended."""
    return data_to(held).removesuffix(ENDED).replace(text.NBSP, " ")


def absent(view: View) -> list[Absent]:
    """Publications of which nothing is held, in plain words."""
    waiting = freshness.waiting(view)
    found = []
    for state, words, seen in ((NOTHING, WITHOUT, True), (NOT_SEEN, UNSEEN, False)):
        if names := [one.name for one in waiting if one.seen == seen]:
            found.append(Absent(text.sentence(state), "; ".join(names), words))
    return found
