"""Ids of components, made from a page's name, so that no two pages can clash."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ids:
    """Ids of one page: ``Ids("home").of("from")`` is ``home-from``."""

    page: str

    def of(self, part: str) -> str:
        """Id of a part of the page."""
        return f"{self.page}-{part}"
