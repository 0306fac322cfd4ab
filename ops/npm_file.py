"""One file out of one npm package, by exact version and integrity; none of the package's code runs."""

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path


class NpmUnavailable(Exception):
    """npm is not there, cannot be reached, or gave other bytes than were pinned."""


@dataclass(frozen=True)
class NpmFile:
    """A file of a package: name, exact version, sha512 of the package, path inside it."""

    package: str
    version: str
    integrity: str
    path: str


PLOTLY_BASIC = NpmFile(
    "plotly.js-basic-dist-min",
    "4.1.1",
    "sha512-1oNF8PeQx2hv/y7tqEVWKD3JGwn/MGEMQ8mL9HUwsaqG9FGy/OU5FHUHvzqbqxN4mnwZGI9abTiE775C4kkjMQ==",
    "package/plotly-basic.min.js",
)
AXE = NpmFile(
    "axe-core",
    "4.14.1",
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
    "package/axe.min.js",
)


def read(wanted: NpmFile) -> bytes:
    """The file's bytes; raises NpmUnavailable with the reason."""
    npm = shutil.which("npm")
    if npm is None:
        raise NpmUnavailable("npm is not installed")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{wanted.package}@{wanted.version}", "--silent", "--ignore-scripts"]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
        except (subprocess.SubprocessError, OSError) as problem:
            raise NpmUnavailable(
                f"npm could not fetch {wanted.package} {wanted.version} ({type(problem).__name__})"
            ) from None
        archive = next(Path(folder).glob("*.tgz"))
        return _checked(archive.read_bytes(), archive, wanted)


def _checked(data: bytes, archive: Path, wanted: NpmFile) -> bytes:
    kind, _, expected = wanted.integrity.partition("-")
    if base64.b64encode(hashlib.new(kind, data).digest()).decode() != expected:
        raise NpmUnavailable(f"{wanted.package} {wanted.version} is not the package that was pinned")
    with tarfile.open(archive) as members:
        file = members.extractfile(wanted.path)
        if file is None:
            raise NpmUnavailable(f"{wanted.package} has no file {wanted.path}")
        return file.read()
