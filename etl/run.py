"""The state of one refresh, handed through its steps: collaborators that never change, and what was found so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from etl.browse import Kept
from etl.fates import Fates
from etl.fetch import Fetcher
from etl.looks import Look
from etl.pool import Outcome, Pool
from etl.problems import Message
from etl.report import Report
from etl.snapshot import RawStore
from etl.source import Source
from warehouse.builds import Build, Builds

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Request:
    """What to refresh: which sources, from which month on, as which kind of data, keeping how many builds.

    publish_every: seconds between two builds of one refresh.
    accept_losses: publish also when the new build shows less than the one before.
    anew: read every file again and take nothing over from the build before.
    """

    sources: Sequence[Source]
    mode: str
    since: str = ""
    keep: int = 12
    publish_every: float = 15.0
    accept_losses: bool = False
    anew: bool = False


@dataclass
class Run:
    """One refresh under way.

    read: what reading each file (source, sha256) gave. offered: files that the publishers' pages offer now.
    pages: listing pages that were read, for the sources that share them.
    said: what reading and choosing had to say, remembered for refreshes that read nothing.
    unsettled: a file speaks of a month that has not begun, so that tomorrow the answer may be another.
    looks: what looking at the pages of each source gave. unanswered: addresses (with their source) that gave no
    file, with the outcome and why. fates: what became of each file that is held.
    """

    request: Request
    fetcher: Fetcher
    builds: Builds
    store: RawStore
    pool: Pool
    report: Report
    clock: Clock
    refresh_id: str
    published_at: datetime
    read: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    offered: set[tuple[str, str]] = field(default_factory=set)
    said: list[tuple[str, Message]] = field(default_factory=list)
    unsettled: bool = False
    looks: dict[str, Look] = field(default_factory=dict)
    unanswered: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    fates: Fates = field(default_factory=dict)
    published: Build | None = None
    pages: Kept = field(default_factory=Kept)

    @property
    def anew(self) -> bool:
        """Whether nothing of earlier refreshes may be used: on request, until this one has published a build."""
        return self.request.anew and self.published is None

    @property
    def today(self) -> date:
        """The day of the refresh."""
        return self.clock().date()

    def say(self, source: str, message: Message) -> None:
        """Tell what reading and choosing found, and remember it."""
        if (source, message) not in self.said:
            self.said.append((source, message))
        self.report.tell(source, message)
