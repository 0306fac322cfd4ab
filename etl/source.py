"""What a source is: one publication, described by a frozen record of plain functions.

A new source is one module in ``sources/`` that ends in such a record, one line in the registry there, one
layout file and one demonstration writer. ``discover`` looks at pages, ``parse`` is pure (bytes to columns),
``check`` looks at what was parsed and raises FileRefused; the latter two run in a child process.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from etl.corrections import Corrected
from etl.listing import Link
from etl.problems import Message
from etl.workbook import sniff

Columns = dict[str, list[Any]]  # column name to values, all of one length


@dataclass(frozen=True)
class Page:
    """A publisher's page: its address and its links, each with the publisher's full https address."""

    url: str
    links: tuple[Link, ...]


class Browse(Protocol):
    """What ``discover`` may do: read pages and small texts. Raises FetchFailed or AddressRefused."""

    def page(self, url: str) -> Page:
        """A listing page."""
        ...

    def text(self, url: str) -> str:
        """A small answer as text."""
        ...


@dataclass(frozen=True)
class Candidate:
    """A file that may be a release.

    hint:     the month its link speaks of, or empty; used for order and ``--since`` only, never as the month.
    max_age:  days within which a held copy need not be asked for again; 0 means ask each time.
    pages:    further addresses whose answers are appended to the first (paged answers of an interface).
    """

    url: str
    text: str = ""
    hint: str = ""
    max_age: int = 0
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Discovery:
    """What the publisher's pages offer, what there is to say about them, and links left out on purpose with why."""

    candidates: tuple[Candidate, ...]
    messages: tuple[Message, ...] = ()
    passed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """What a reading knows of facts that were left out of its tables: how many rows, and the codes of their areas.

    asked: (NHS code or empty, ONS code or empty) of the councils, whose area codes other files have a say in.
    """

    rows: int
    asked: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Parsed:
    """A file, read.

    key:        what the file is a release of, from inside the file (a month, a year, or ``series``).
    start, end: first and last month covered.
    published, revised: dates printed in the file, None where it prints none.
    tables:     tidy columns by table name (``delays``, ``emergency_care``, ``population``, ``areas``).
    controls:   what ``check`` needs beyond the tables; dropped before the result leaves the child process.
    notes:      things a person should know that do not make the file wrong.
    corrected:  what became of each reviewed correction of this release in this file.
    left_out:   None, or what is known of the facts where the tables of facts were left out (see ``readings``).
    """

    key: str
    title: str
    start: str
    end: str
    tables: dict[str, Columns]
    published: date | None = None
    revised: date | None = None
    series: str = ""
    controls: Any = None
    notes: tuple[str, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    left_out: LeftOut | None = None

    @property
    def dated(self) -> date | None:
        """When this version was issued: the later of revised and published; None when the file prints neither."""
        dates = [day for day in (self.published, self.revised) if day]
        return max(dates) if dates else None

    @property
    def rows(self) -> int:
        """Number of tidy rows of facts; names of areas are none, unless the file holds nothing else."""
        facts = sum(len(columns["value"]) for columns in self.tables.values() if "value" in columns)
        if self.left_out:
            return self.left_out.rows
        return facts or sum(len(next(iter(columns.values()), ())) for columns in self.tables.values())

    @property
    def asked(self) -> set[tuple[str, str]]:
        """The codes by which facts name councils, each once: (NHS code or empty, ONS code or empty)."""
        if self.left_out:
            return set(self.left_out.asked)
        found: set[tuple[str, str]] = set()
        for columns in self.tables.values():
            if "value" in columns and ("nhs_code" in columns or "ons_code" in columns):
                nothing = [""] * len(columns["value"])
                found.update(zip(*(columns.get(name, nothing) for name in ("nhs_code", "ons_code")), strict=True))
        return found


@dataclass(frozen=True)
class Source:
    """One publication. ``name`` is how source lines call it, ``title`` says all of what it is.

    national:   small and wanted first; the others follow newest first.
    ended:      the last month of a series that is no longer published, else empty.
    whole:      each file holds the whole series (the newest replaces the rest), not one month of it.
    dated:      whether files print when they were issued; where not, the day of retrieval is the vintage.
    sniff:      raises FileRefused for bytes that cannot be a file of the source (a web page in place of a workbook).
    lag_days:   a month is published no later than this after its end, when on time (for the freshness page).
    cadence:    how often figures come out, in a word or two (for the page of sources).
    uploads:    files that print no date were issued when they were put into the folder of their address.
    placed_by:  source of the national series whose totals tell the month of a file that names none (see ``placing``).
    agree:      says in words how two files differ that stand for the same release in two forms; empty when they agree.
    seen:       False: built from the documented layout, no original file has been at hand. Every surprise in such
                a file is a refusal, and no indicator is shown from it until a file has loaded.
    """

    id: str
    name: str
    title: str
    publisher: str
    landing: str
    hosts: frozenset[str]
    discover: Callable[[Browse], Discovery]
    parse: Callable[[bytes], Parsed]
    check: Callable[[Parsed], None]
    sniff: Callable[[bytes], object] = sniff
    licence: str = "Open Government Licence v3.0"
    national: bool = True
    ended: str = ""
    whole: bool = False
    dated: bool = True
    lag_days: int = 0
    cadence: str = "monthly"
    uploads: bool = False
    placed_by: str = ""
    agree: Callable[[Parsed, Parsed], str] | None = None
    seen: bool = True
    tables: tuple[str, ...] = field(default=())
