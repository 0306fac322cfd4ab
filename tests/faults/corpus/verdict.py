"""Whether a file that must not be was handled well: refused in words with its place, or read to exactly its numbers."""

import itertools
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from etl.placing import TOTALS
from etl.reading import Outcome
from etl.sitrep.facts import FACTS, PLACES, SLOTS
from etl.source import Columns
from tests.faults.corpus.samples import Sample

WORDS = frozenset(
    {"name", "region", "published_name", "as_published", "published_code", "trust_name", "org_name", "data_source"}
)
NOTHING = (None, "no number")  # a value that is not there, as lists and as arrays of numbers have it
NAMES = ("organisations", TOTALS)  # tables that hold no figures
UNTOLD = "a damaged file ("  # an error of the reader that nobody put into words


@dataclass(frozen=True)
class Case:
    """A file to read, and what may become of it.

    where: what a refusal must name. reads_as: values that one cell may have besides its own. same: must be read.
    other: may be left alone as another publication. told: a refusal must be one of ours, not the reader's error.
    fewer: may be read with the figures of some parts missing, never with others.
    """

    name: str
    body: bytes | Callable[[], bytes]
    where: tuple[str, ...] = ()
    reads_as: tuple[Any, ...] = ()
    same: bool = False
    refused: bool = False
    other: bool = False
    told: bool = True
    fewer: bool = False

    @property
    def data(self) -> bytes:
        """The bytes, made when they are wanted."""
        return self.body if isinstance(self.body, bytes) else self.body()


def complaint(sample: Sample, case: Case, outcome: Outcome) -> str:
    """What is wrong with how a file was handled; empty when nothing is."""
    if outcome.other:
        return "" if case.other else f"left alone: {outcome.other}"
    if outcome.refused:
        return _refusal(case, outcome)
    if outcome.parsed is None:
        return "neither read nor refused"
    if case.refused:
        return "read, and must be refused"
    found = outcome.parsed
    placed = not found.key and TOTALS in found.tables  # it says no month: its totals will tell which it is
    if (found.key, found.start, found.end) != sample.release and not placed:
        return f"read as {found.key} {found.start} to {found.end}, not {sample.release}"
    changed = differences(sample.tables, found.tables)
    told = set(found.notes) - set(sample.notes)
    if (case.fewer or told) and all(now is None for _, _, _, now in changed):
        return ""  # parts are missing and nothing else: said, or nothing but a total could tell
    wrong = [one for one in changed if not _as_it_says(case, one)]
    return f"read with other figures: {wrong[:3]}" if wrong else ""


def _as_it_says(case: Case, one: tuple[str, str, Any, Any]) -> bool:
    """Whether a cell was read as what was put there: the value, nothing with a mark, or a column by its new name."""
    _, column, before, now = one
    if isinstance(before, float) and isinstance(now, float) and math.isclose(before, now, rel_tol=1e-9):
        return True
    if column == "mark":
        return "no number" in case.reads_as
    return now in case.reads_as or (column == "slot" and any(word in now for word in case.reads_as if word))


def _refusal(case: Case, outcome: Outcome) -> str:
    if case.same:
        return f"refused, and can be read: {outcome.refused}"
    if "found " not in outcome.refused or "expected " not in outcome.refused:
        return f"refused without what was found and expected: {outcome.refused}"
    if case.told and (UNTOLD in outcome.refused or outcome.broken):
        return f"refused in the reader's words: {outcome.refused}"
    if case.where and not any(where in outcome.refused for where in case.where):
        return f"refused without its place ({' or '.join(case.where)}): {outcome.refused}"
    return ""


def differences(one: dict[str, Columns], other: dict[str, Columns]) -> list[tuple[str, str, Any, Any]]:
    """(table, column, values, other values) of rows that are not on both sides, in any order; names are no figures."""
    one, other = _figures(one), _figures(other)
    if one.keys() != other.keys():
        return [("tables", "", sorted(one), sorted(other))]
    found: list[tuple[str, str, Any, Any]] = []
    for table, columns in one.items():
        names = [name for name in columns if name not in WORDS and name not in ("shorthand", "counts_shorthand")]
        if all(columns[name] == other[table].get(name) for name in names):
            continue
        ours, theirs = (
            Counter(zip(*(_plain(side[table], name) for name in names), strict=True)) for side in (one, other)
        )
        gone, new = (sorted((a - b).elements(), key=str) for a, b in ((ours, theirs), (theirs, ours)))
        for before, now in itertools.zip_longest(gone, new, fillvalue=()):
            cells = itertools.zip_longest(names, before, now)
            found += [(table, name, a, b) for name, a, b in cells if a != b or not (before and now)]
    return found


def _figures(tables: dict[str, Columns]) -> dict[str, Columns]:
    """The tables of figures; places and slots of the discharge reports, which are numbered, in the place of numbers."""
    kept = {name: columns for name, columns in tables.items() if name not in NAMES}
    if SLOTS not in kept:
        return kept
    listed = {name: kept.pop(table) for name, table in (("place", PLACES), ("slot", SLOTS))}
    facts = {name: list(values) for name, values in kept[FACTS].items()}
    for name, columns in listed.items():
        words = [other for other in columns if other not in (name, "days")]  # how many days stand behind a figure
        by_number = {
            number: cells for number, *cells in zip(columns[name], *(columns[word] for word in words), strict=True)
        }
        facts[name] = [tuple(by_number[number]) for number in facts[name]]
    return {**kept, FACTS: facts}


def _plain(columns: Columns, name: str) -> list[Any]:
    """A column in which no number is equal to no number."""
    return ["no number" if value != value else value for value in columns[name]]
