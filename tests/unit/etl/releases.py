"""Files that were read, made by hand: only what choosing between them needs."""

from pathlib import Path

from etl.selection import Release
from etl.snapshot import Snapshot
from etl.source import Parsed

COLUMNS = ("nhs_code", "ons_code", "name", "region")


def release(
    sha256,
    key="2018-05",
    *,
    published=None,
    revised=None,
    start=None,
    end=None,
    councils=150,
    retrieved="2026-11-01",
    areas=None,
):
    """A release by its file's sha256; ``areas`` gives the columns of its area table, else there are ``councils``."""
    areas = areas or {"nhs_code": [str(number) for number in range(councils)]}
    start = start or ("2015-04" if key == "series" else key)
    parsed = Parsed(key, "t", start, end or start, {"areas": areas}, published, revised)
    return Release(
        Snapshot("x", sha256, Path(f"{sha256}.xls"), {"retrieved_at": f"{retrieved}T12:00:00+00:00"}), parsed
    )


def workbook(key, *rows):
    """A council workbook of a month that lists (NHS code, ONS code, name, region)."""
    columns = zip(*rows, strict=True)
    return release(f"w{key}", key, areas={name: list(values) for name, values in zip(COLUMNS, columns, strict=True)})


def current(marked):
    """Fingerprints of the files that speak for their release, in order."""
    return sorted(item.snapshot.sha256 for item in marked if item.current)
