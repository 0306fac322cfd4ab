"""A folder that stands in for the publishers' sites: demonstration publications come from one.

``https://HOST/PATH?QUERY`` is the file ``HOST/PATH``, with ``index.html`` for a path that ends in a slash (or
would, were it asked for in full) and a short fingerprint of the query where there is one.
"""

import hashlib
from pathlib import Path
from urllib.parse import unquote, urlsplit

from etl.fetch.addresses import Addresses
from etl.fetch.answers import Fetched, FetchFailed


def place(root: Path, url: str) -> Path:
    """Where the answer to an address lies under ``root``."""
    parts = urlsplit(url)
    name = unquote(parts.path).lstrip("/")
    if name.endswith("/") or not name:
        name += "index.html"
    if parts.query:
        name += "." + hashlib.sha256(parts.query.encode()).hexdigest()[:12]
    return root / (parts.hostname or "") / name


class FolderFetcher:
    """Answers addresses from files; the file's sha256 is its ETag."""

    def __init__(self, addresses: Addresses, root: Path) -> None:
        self.addresses, self.root = addresses, root

    def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """The file of an address; raises FetchFailed (gone) where there is none."""
        asked = self.addresses.publisher(url)
        file = place(self.root, asked)
        if file.is_dir():  # asked for without its last slash
            file /= "index.html"
        if not file.resolve().is_relative_to(self.root.resolve()) or not file.is_file():
            raise FetchFailed(f"{asked}: no such file in the folder", gone=True)
        body = file.read_bytes()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        return Fetched(asked, asked, None if tag == etag else body, tag)
