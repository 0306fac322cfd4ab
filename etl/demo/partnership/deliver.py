"""The partnership's uploads into the journal of the demonstration, and the local build made of them."""

import json
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from etl.demo.figures import SEED
from etl.demo.partnership.uploads import uploads
from etl.local.build import rebuild
from etl.local.journal import Journal
from etl.local.upload import About, Rows
from etl.refresh import only_one
from warehouse.reader import LOCAL_FOLDER


def deliver_all(root: Path, now: datetime, *, seed: int | None = None, keep: int = 12) -> None:
    """Hand in every upload that is not held yet, take out those of another generator, and rebuild.

    The moments of these uploads lie in the time of the example, so they are told from those of people.
    """
    journal, wanted = Journal(root), uploads(SEED if seed is None else seed)
    with only_one(root / LOCAL_FOLDER):
        _exchange(journal, wanted)
        rebuild(root, now, keep=keep)


def _exchange(journal: Journal, wanted: list[tuple[About, Rows, datetime]]) -> None:
    held = {upload.accepted_at: upload for upload in journal.all()}
    for number, (about, rows, moment) in enumerate(wanted, 1):
        old = held.get(moment.isoformat())
        if old is not None and old.about == about and old.rows == rows:
            continue
        if old is not None:
            shutil.rmtree(journal.folder / old.id)
        deliver(journal, about, rows, now=moment, file_name=f"three-meres-{about.as_at}-{number}.xlsx")


def deliver(journal: Journal, about: About, rows: Rows, *, now: datetime, file_name: str) -> None:
    """Hand in one upload."""
    data = json.dumps(rows, ensure_ascii=False).encode()
    journal.accept(about, rows, file_name=file_name, data=data, now=now, counts=_counts(rows))


def _counts(rows: Rows) -> Mapping[str, int]:
    if len(rows) == 1:
        return {"added": 0, "changed": 1, "removed": 0}
    return {"added": sum(len(some) for some in rows.values()), "changed": 0, "removed": 0}
