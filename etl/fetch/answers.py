"""What a fetcher is, what it answers, and how it fails."""

from dataclasses import dataclass
from typing import Protocol

from etl.fetch.addresses import Addresses


class FetchFailed(Exception):
    """An address could not be fetched; ``gone`` when the publisher answered that there is nothing there."""

    def __init__(self, reason: str, *, gone: bool = False) -> None:
        super().__init__(reason)
        self.gone = gone


@dataclass(frozen=True)
class Fetched:
    """An answer. ``body`` is None when the publisher said that nothing changed (304)."""

    url: str
    final_url: str
    body: bytes | None
    etag: str = ""
    last_modified: str = ""


class Fetcher(Protocol):
    """Something that answers a publisher's address: the network, a mirror of it, or a folder."""

    addresses: Addresses

    def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch; raises FetchFailed or AddressRefused."""
        ...
