"""What can be wrong with a file or an address, said so that a person knows what to do next."""

from dataclasses import dataclass, field

PAGE, UNFETCHED = "page", "unfetched"


@dataclass(frozen=True)
class Message:
    """One line for the operator: ``level`` is ``note``, ``warning`` or ``error``; ``about`` a file, page or source.

    kind: ``page`` where a publisher's page is not what it was, ``unfetched`` for a new file that did not come, else
    empty.
    """

    level: str
    about: str
    text: str
    kind: str = ""


def note(about: str, text: str) -> Message:
    """Worth knowing; nothing is wrong (a decoy skipped, a dead link of an ended series)."""
    return Message("note", about, text)


def warning(about: str, text: str) -> Message:
    """The figures are right, but a person should look (wording drift, a fallback that was used)."""
    return Message("warning", about, text)


def error(about: str, text: str) -> Message:
    """Something could not be refreshed; the last good data stay."""
    return Message("error", about, text)


def page_changed(about: str, text: str) -> Message:
    """A publisher's page is gone or no longer holds what it should: somebody must look, the last good data stay."""
    return Message("error", about, text, PAGE)


@dataclass
class FileRefused(Exception):
    """A file of ours that must not be read: nothing of it is used, its bytes are kept.

    found, expected: what stands in the file and what should; where: sheet and cell; advice: what to do next.
    """

    found: str
    expected: str
    where: str = ""
    advice: str = "Look at the file at the publisher; if the layout is new, add it to etl/layouts and refresh again."

    def __post_init__(self) -> None:
        super().__init__(self.found, self.expected, self.where, self.advice)

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{where}found {self.found}; expected {self.expected}. {self.advice}"


class NotThisPublication(Exception):
    """A sound file, but of another publication (a decoy on the listing page): it is left alone."""


@dataclass(frozen=True)
class Notes:
    """A list that only grows, handed down to whoever has something to say."""

    messages: list[Message] = field(default_factory=list)

    def add(self, message: Message) -> None:
        """Keep one message."""
        self.messages.append(message)
