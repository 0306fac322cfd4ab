"""The partnership's uploads, handed in as workbooks by the way of every upload, and the local build made of them."""

import shutil
from datetime import datetime
from pathlib import Path

from domain.demonstration import SEED
from etl.demo.partnership.uploads import uploads
from etl.local import door, template
from etl.local.build import rebuild
from etl.local.journal import Journal
from etl.local.upload import About, Rows
from etl.locks import only_one
from warehouse.reader import LOCAL_FOLDER


def deliver_all(root: Path, now: datetime, *, seed: int | None = None, keep: int = 12) -> None:
    """Hand in every upload that is not held yet, take out those of another generator, and rebuild.

    The moments of these uploads lie in the time of the example, so they are told from those of people.
    """
    wanted = uploads(SEED if seed is None else seed)
    if not _held(root, wanted):
        _take_out(root, wanted)
        for number, (about, rows, moment) in enumerate(wanted, 1):
            deliver(root, about, rows, moment=moment, file_name=f"three-meres-{about.as_at}-{number}.xlsx")
    with only_one(root / LOCAL_FOLDER):
        rebuild(root, now, keep=keep)


def deliver(root: Path, about: About, rows: Rows, *, moment: datetime, file_name: str) -> None:
    """Hand in one upload: the template filled in, checked and accepted."""
    door.accept(root, template.workbook(about, rows), file_name, now=moment, publish=False, dated=True)


def _held(root: Path, wanted: list[tuple[About, Rows, datetime]]) -> bool:
    held = {upload.accepted_at: (upload.about, upload.rows) for upload in Journal(root).all()}
    return all(held.get(moment.isoformat()) == (about, rows) for about, rows, moment in wanted)


def _take_out(root: Path, wanted: list[tuple[About, Rows, datetime]]) -> None:
    moments = {moment.isoformat() for _, _, moment in wanted}
    journal = Journal(root)
    with only_one(root / LOCAL_FOLDER):
        for upload in journal.all():
            if upload.accepted_at in moments:
                shutil.rmtree(journal.folder / upload.id)
