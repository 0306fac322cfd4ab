"""The manifest of a pack: what it is, every file it was made from, and the fingerprint of every file it holds."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from domain.vintages import FINAL
from exports.csv_files import as_json
from exports.pack import LAYOUT, Absent, Pack

MANIFEST = "manifest.json"


def manifest(pack: Pack, formats: Iterable[str], files: dict[str, bytes]) -> bytes:
    """The manifest of a pack whose other files are ``files``; for invented figures that is the first thing said."""
    content: dict[str, Any] = {"demonstration_data": pack.banner} if pack.banner else {}
    content |= {
        "build": pack.build,
        **_local(pack),
        "version": pack.vintage.text,
        "mode": pack.mode,
        "area": {"code": pack.area.code, "name": pack.area.name, "type": pack.area.type},
        "month": pack.month,
        "series_from": pack.start,
        "formats": sorted(formats),
        "layout": LAYOUT,
        "build_made_at": f"{pack.made_at.isoformat()}Z",
        "licence": pack.licence,
        "revised_since_the_month_before": _revised(pack),
        "sources": [_source(one) for one in pack.files],
        "files": [_file(name, files[name]) for name in sorted(files)],
    }
    return as_json(content)


def _local(pack: Pack) -> dict[str, Any]:
    """The two builds apart, where a place uploaded: its files stand among the sources, with their fingerprints."""
    national, _, local = pack.build.partition("+")
    return {"national_build": national, "local_build": local} if local else {}


def _source(one: Any) -> dict[str, Any]:
    dates = {"published": one.published, "revised": one.revised, "vintage": one.vintage}
    found = {"source": one.source, "publication": one.publication, "publisher": one.publisher, "release": one.release}
    found |= {"file_name": one.file_name, "url": one.url, "sha256": one.sha256, "licence": one.licence}
    return {**found, **{name: str(day) if day else None for name, day in dates.items()}}


def _revised(pack: Pack) -> dict[str, Any]:
    since = {"month_before": pack.revised.since or None, "words": pack.revised.words}
    since["published"] = str(pack.revised.published) if pack.revised.published else None
    table = pack.table("revised")
    if table is None:
        return {**since, "files": "nothing" if pack.revised.since else "not known"}
    keys = [column.key for column in table.columns]
    listed = [dict(zip(keys, (None if isinstance(v, Absent) else v for v in row), strict=True)) for row in table.rows]
    return {**since, "files": listed}


def _file(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def read(folder: Path) -> dict[str, Any]:
    """The manifest in a folder; empty when there is none or it cannot be read."""
    try:
        content = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def whole(folder: Path, *, build: str, mode: str, formats: Iterable[str], version: str = FINAL) -> bool:
    """Whether a folder holds a whole pack of this build, mode, version, layout and these formats."""
    content = read(folder)
    wanted = {"build": build, "mode": mode, "version": version, "layout": LAYOUT, "formats": sorted(formats)}
    return all(content.get(key) == value for key, value in wanted.items()) and intact(folder, content)


def intact(folder: Path, content: dict[str, Any]) -> bool:
    """Whether every file that a manifest names is there, byte for byte."""
    try:
        named = [(Path(one["name"]), one["bytes"], one["sha256"]) for one in content["files"]]
        return bool(named) and all(
            len(name.parts) == 1 and _file(name.name, (folder / name).read_bytes()) == _same(name, size, sha256)
            for name, size, sha256 in named
        )
    except (OSError, KeyError, TypeError):
        return False


def _same(name: Path, size: int, sha256: str) -> dict[str, Any]:
    return {"name": name.name, "bytes": size, "sha256": sha256}
