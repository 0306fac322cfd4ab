"""What a section of the methods page is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A section: address, heading, the sentence that says it, and the rule behind it."""

    id: str
    heading: str
    first: str
    method: tuple[str, ...]
