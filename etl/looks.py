"""What looking at a source's pages gave: which pages were read, which were not, and what is to be asked for."""

from dataclasses import dataclass, field

from etl.source import Candidate


@dataclass(frozen=True)
class Look:
    """One look at a source.

    read: addresses of pages that were read. unread: pages that were not, with the outcome and why.
    wanted: candidates asked for. spared: candidates older than what was asked for. passed: links that were left
    out on purpose, with why.
    """

    read: tuple[str, ...] = ()
    unread: dict[str, tuple[str, str]] = field(default_factory=dict)
    wanted: tuple[Candidate, ...] = ()
    spared: tuple[Candidate, ...] = ()
    passed: dict[str, str] = field(default_factory=dict)
