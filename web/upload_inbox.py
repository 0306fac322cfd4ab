"""Files between their check and their confirmation: under random names, for an hour, and three at a time.

What is confirmed is what was checked: the name is given to the checker's page alone and the bytes are compared.
"""

import fcntl
import hashlib
import json
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

FOLDER = ("local", "inbox")
AT_ONCE, MOST_FILES, KEPT_SECONDS = 3, 40, 3600
LONGEST_NAME = 120
_TOKEN = re.compile(r"[0-9a-f]{32}")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Busy(Exception):
    """As many files as can be read are being read, or wait for their confirmation."""


@dataclass(frozen=True)
class Waiting:
    """A file that waits: where it lies, its own name, and for a CSV what the form said of its place.

    adds: its rows stand beside those held; back: the page that its confirmation leads to, where not the usual one.
    """

    token: str
    file: Path
    name: str
    sha256: str
    place: dict[str, str] = field(default_factory=dict)
    adds: bool = False
    back: str = ""


class Inbox:
    """The inbox of one kind of data."""

    def __init__(self, root: Path) -> None:
        self.folder = root.joinpath(*FOLDER)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One of three turns over all web workers; raises Busy."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for number in range(AT_ONCE):
            with open(self.folder / f"turn-{number}.lock", "w", encoding="utf-8") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                yield
                return
        raise Busy

    def keep(self, data: bytes, name: str, place: dict[str, str], *, adds: bool = False, back: str = "") -> Waiting:
        """Keep a file until it is confirmed or an hour is over; raises Busy when too many wait."""
        self.sweep()
        if len(list(self.folder.glob("*.bin"))) >= MOST_FILES:
            raise Busy
        token = secrets.token_hex(16)
        sha256 = hashlib.sha256(data).hexdigest()
        found = Waiting(token, self.folder / f"{token}.bin", name, sha256, place, adds, back)
        found.file.write_bytes(data)
        said = {key: value for key, value in asdict(found).items() if key not in ("file", "token")}
        (self.folder / f"{token}.json").write_text(json.dumps(said), "utf-8")
        return found

    @contextmanager
    def out(self) -> Iterator[Path]:
        """A place for a workbook that is made to be sent; it is removed afterwards."""
        file = self.folder / f"{secrets.token_hex(16)}.xlsx"
        try:
            yield file
        finally:
            file.unlink(missing_ok=True)

    def get(self, token: str, sha256: str) -> Waiting | None:
        """The file of a token, if it is there and its bytes are those that were checked."""
        if not _TOKEN.fullmatch(token):
            return None
        file = self.folder / f"{token}.bin"
        with suppress(OSError, ValueError, TypeError):
            said = json.loads((self.folder / f"{token}.json").read_text("utf-8"))
            data = file.read_bytes()
            if said["sha256"] == sha256 == hashlib.sha256(data).hexdigest():
                return Waiting(token, file, **said)
        return None

    def drop(self, token: str) -> None:
        """Remove a file."""
        if _TOKEN.fullmatch(token):
            for file in self.folder.glob(f"{token}.*"):
                file.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what nobody confirmed within the hour."""
        oldest = time.time() - KEPT_SECONDS
        for file in [*self.folder.glob("*.bin"), *self.folder.glob("*.json"), *self.folder.glob("*.xlsx")]:
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()


def safe_name(given: str) -> str:
    """The name of a file without its folders and without what cannot be seen, its end kept; empty for none."""
    name = _UNSEEN.sub("", given.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    name = name.encode("utf-8", "replace").decode("utf-8")
    if name in (".", ".."):
        return ""
    if len(name) <= LONGEST_NAME:
        return name
    stem, dot, end = name.rpartition(".")
    return f"{stem[: LONGEST_NAME - 12]}…{dot}{end[:10]}" if dot else name[:LONGEST_NAME]
