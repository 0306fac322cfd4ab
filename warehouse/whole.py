"""Whether a build's file is the one that was written: by size and sha256, which its manifest keeps."""

import hashlib
from pathlib import Path
from typing import Any

from warehouse.engines.duckdb import readable
from warehouse.schema import Schema


def mark(file: Path) -> dict[str, Any]:
    """Size and sha256 of a build's file, for its manifest."""
    with open(file, "rb") as content:
        return {"file_bytes": file.stat().st_size, "file_sha256": hashlib.file_digest(content, "sha256").hexdigest()}


def is_whole(file: Path, manifest: dict[str, Any], schema: Schema) -> bool:
    """Whether the file is as its manifest says; one without a mark (made by an older version) need only open."""
    try:
        if "file_sha256" in manifest:
            if file.stat().st_size != manifest.get("file_bytes"):
                return False
            if mark(file)["file_sha256"] != manifest["file_sha256"]:
                return False
    except OSError:
        return False
    return readable(file, schema)
