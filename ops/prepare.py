"""Prepares static files once, at set-up: fonts subset, the drawing library fetched, everything compressed.

``python -m ops.prepare`` writes the folder that ``web.static_files`` answers from: each file by the hash of its
bytes, raw, gzip and brotli. Files that are there already are left alone.
"""

import gzip
import hashlib
import io
import json
import mimetypes
import re
import sys
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import brotli
import plotly.offline

from config import SettingsError, load
from ops import npm_file
from web.static_files import INDEX

FACES = ((400, "Regular"), (700, "Bold"))
UNICODES = "U+0020-007E,U+00A0-00FF,U+2010-2015,U+2018-201D,U+2022,U+2026,U+2212,U+00F7"
FONT = "fontpkg-atkinson-hyperlegible"
TEXT = re.compile(r"text/|javascript|json|svg")


def main() -> int:
    """Prepare everything; the exit code."""
    try:
        folder = load().static_dir
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, dict[str, Any]] = {}
    faces = _fonts(folder, files)
    plotly_address = _plotly(folder, files)
    write_index(folder, files, faces, plotly_address)  # the site is asked with these in place
    for address in _addresses():
        body, kind = _ask(address)
        if body:
            files[address] = store(folder, body, kind, immutable="/assets/" not in address and ".v" in address)
    write_index(folder, files, faces, plotly_address)
    print(f"{len(files)} static files prepared in {folder}", file=sys.stderr)
    return 0


def write_index(folder: Path, files: dict[str, Any], faces: list[dict[str, Any]], plotly_address: str) -> None:
    """Say what is prepared; replaced in one step."""
    new = folder / f"{INDEX}.new"
    new.write_text(json.dumps({"files": files, "faces": faces, "plotly": plotly_address}, indent=1), "utf-8")
    new.replace(folder / INDEX)


def store(folder: Path, body: bytes, kind: str, *, immutable: bool) -> dict[str, Any]:
    """Write a file by its hash, with compressed forms where they are smaller; what the index says of it."""
    name = hashlib.sha256(body).hexdigest()[:20]
    if not (folder / name).exists():
        (folder / name).write_bytes(body)
        if TEXT.search(kind):
            (folder / f"{name}.gz").write_bytes(gzip.compress(body, 9, mtime=0))
            (folder / f"{name}.br").write_bytes(brotli.compress(body, quality=11))
    encodings = [
        encoding for encoding, suffix in (("br", ".br"), ("gzip", ".gz")) if (folder / f"{name}{suffix}").exists()
    ]
    return {"hash": name, "type": kind, "immutable": immutable, "encodings": encodings}


def _fonts(folder: Path, files: dict[str, Any]) -> list[dict[str, Any]]:
    """The two faces as small woff2 files, and their licence."""
    version = metadata.version(FONT)
    faces = []
    for weight, style in FACES:
        address = f"/static/fonts/atkinson-hyperlegible-{version}-{style.lower()}.woff2"
        files[address] = store(folder, _subset(style), "font/woff2", immutable=True)
        faces.append({"weight": str(weight), "url": address})
    licence = next(file for file in metadata.files(FONT) or [] if file.name == "LICENSE")
    files["/static/fonts/LICENSE.txt"] = store(
        folder, Path(str(licence.locate())).read_bytes(), "text/plain; charset=utf-8", immutable=False
    )
    return faces


def _subset(style: str) -> bytes:
    from fontTools import subset

    package = metadata.files(FONT) or []
    source = next(file for file in package if file.name.endswith(f"{style}.ttf") and "Italic" not in file.name)
    options = subset.Options(flavor="woff2", layout_features=["kern", "tnum", "lnum", "liga"])
    font = subset.load_font(str(source.locate()), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=subset.parse_unicodes(UNICODES))
    worker.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def _plotly(folder: Path, files: dict[str, Any]) -> str:
    """Address of the basic bundle of exactly Dash's version; empty (Dash's own full bundle) without npm."""
    wanted = npm_file.PLOTLY_BASIC
    ours = plotly.offline.get_plotlyjs_version()
    if ours != wanted.version:
        print(
            f"plotly.js is {ours}, the pinned basic bundle {wanted.version}: the full bundle is served", file=sys.stderr
        )
        return ""
    address = f"/static/plotly-basic-{wanted.version}.min.js"
    marker = folder / f"plotly-basic-{wanted.version}.json"
    if marker.exists():
        files[address] = json.loads(marker.read_text("utf-8"))
        return address
    try:
        body = npm_file.read(wanted)
    except npm_file.NpmUnavailable as problem:
        print(
            f"{problem}: the full plotly.js bundle is served instead, about 1 MB more on a first visit", file=sys.stderr
        )
        return ""
    files[address] = store(folder, body, "text/javascript; charset=utf-8", immutable=True)
    marker.write_text(json.dumps(files[address]), "utf-8")
    return address


_SITE: list[Any] = []


def _client() -> Any:
    if not _SITE:
        from app import server

        _SITE.append(server.test_client())
    return _SITE[0]


def _addresses() -> list[str]:
    """Every script and style sheet of the document, and the parts that Dash loads later for charts."""
    document = _client().get("/").get_data(as_text=True)
    found = [
        address
        for address in re.findall(r'(?:src|href)="(/[^"]+)"', document)
        if address.startswith(("/_dash", "/assets"))
    ]
    parts = ("async-graph.js",)
    folder = resources.files("dash") / "dcc"
    found += [f"/_dash-component-suites/dash/dcc/{name}" for name in parts if (folder / name).is_file()]
    return list(dict.fromkeys(found))


def _ask(address: str) -> tuple[bytes, str]:
    answer = _client().get(address.replace("&amp;", "&"), headers={"Accept-Encoding": "identity"})
    kind = answer.headers.get("Content-Type") or mimetypes.guess_type(address)[0] or "application/octet-stream"
    return (answer.get_data(), kind) if answer.status_code == 200 else (b"", kind)


if __name__ == "__main__":
    sys.exit(main())
