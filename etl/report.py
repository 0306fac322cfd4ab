"""What a refresh says while it runs and how it ends: on disk for ``/data``, in the terminal, as an exit code."""

import time
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Protocol

from etl.problems import Message
from warehouse.builds import STATUS, Builds

OK, SOME_FAILED, NOTHING_PUBLISHED, BUSY = 0, 3, 4, 75


@dataclass
class SourceProgress:
    """How far a source has come: waiting, looking, fetching or done; files found, asked for and new."""

    state: str = "waiting"
    found: int = 0
    fetched: int = 0
    new: int = 0
    messages: list[Message] = field(default_factory=list)

    @property
    def failures(self) -> list[Message]:
        """Messages that make the refresh end with 3."""
        return [message for message in self.messages if message.level == "error"]


class Screen(Protocol):
    """Something that shows a refresh to a person."""

    def show(self, report: "Report") -> None:
        """Called after every change."""
        ...

    def tell(self, source: str, message: Message) -> None:
        """Called once for each message."""
        ...


class Report:
    """State of one refresh."""

    def __init__(self, builds: Builds, screen: Screen, *, pid: int, mode: str) -> None:
        self._builds, self._screen = builds, screen
        self.sources: dict[str, SourceProgress] = {}
        self.doing, self.mode, self._pid = "starting", mode, pid
        self.builds: list[str] = []
        self.changes: dict[str, Any] = {}
        self.started_at: datetime | None = None
        self.finished_at: datetime | None = None
        self.exit_code: int | None = None
        self._saved = 0.0

    def start(self, now: datetime, sources: list[str]) -> None:
        """The refresh begins."""
        self.started_at = now
        self.sources = {source: SourceProgress() for source in sources}
        self._changed(always=True)

    def source(self, name: str, *, state: str = "", found: int | None = None, fetched: int = 0, new: int = 0) -> None:
        """A source has moved on; ``fetched`` and ``new`` are added up."""
        progress = self.sources[name]
        progress.state = state or progress.state
        progress.found = progress.found if found is None else found
        progress.fetched += fetched
        progress.new += new
        self.doing = progress.state
        self._changed(always=bool(state))

    def is_done(self, name: str) -> bool:
        """Whether a source has been looked at to the end."""
        return self.sources[name].state == "done"

    def tell(self, source: str, message: Message) -> None:
        """Something worth saying, once."""
        progress = self.sources.setdefault(source, SourceProgress("done"))
        if message not in progress.messages:
            progress.messages.append(message)
            self._screen.tell(source, message)
            self._changed()

    def phase(self, doing: str) -> None:
        """What is being done now: looking, fetching, reading or building."""
        self.doing = doing
        self._changed(always=True)

    def published(self, build: str) -> None:
        """A build has been published."""
        self.builds.append(build)
        self._changed(always=True)

    def compared(self, changes: dict[str, Any]) -> None:
        """The build that was published has been compared with the one before."""
        self.changes = changes

    def finish(self, now: datetime, *, published: bool, current: str | None) -> int:
        """The refresh has ended; its exit code."""
        failed = any(progress.failures for progress in self.sources.values())
        silent = all(progress.messages and not progress.found for progress in self.sources.values())
        nothing = failed and silent and not published
        self.exit_code = NOTHING_PUBLISHED if not current or nothing else SOME_FAILED if failed else OK
        self.finished_at, self.doing = now, "finished"
        self._changed(always=True)
        return self.exit_code

    def interrupted(self, now: datetime, doing: str = "interrupted") -> None:
        """The refresh was stopped by a person, or (``failed``) by the machine; what it kept is used by the next one."""
        self.finished_at, self.doing = now, doing
        self._changed(always=True)

    def _changed(self, *, always: bool = False) -> None:
        self._screen.show(self)
        if always or self._due():
            self._builds.write_note(STATUS, self.as_dict())

    def _due(self) -> bool:
        now = time.monotonic()
        due = now - self._saved >= 0.5
        self._saved = now if due else self._saved
        return due

    def as_dict(self) -> dict[str, Any]:
        """The state as plain values, for JSON."""
        return {
            "pid": self._pid,
            "mode": self.mode,
            "doing": self.doing,
            "started_at": self.started_at.isoformat(timespec="seconds") if self.started_at else None,
            "finished_at": self.finished_at.isoformat(timespec="seconds") if self.finished_at else None,
            "exit_code": self.exit_code,
            "builds": self.builds,
            "changes": self.changes,
            "sources": {name: _plain(progress) for name, progress in self.sources.items()},
        }


def _plain(progress: SourceProgress) -> dict[str, Any]:
    """A source's progress as plain values; most messages are of no special kind and do not say so."""
    found = asdict(progress)
    found["messages"] = [{k: v for k, v in one.items() if v or k != "kind"} for one in found["messages"]]
    return found
