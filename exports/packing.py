"""Makes packs: from the figures of an area and a month to everything that its files say."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from exports import headline, notes, revised, sources, tables
from exports.figures import Figures, gather
from exports.pack import Pack, Table
from warehouse.queries.areas import Area
from warehouse.reader import View


def packs(view: View, areas: Sequence[Area], month: str) -> Iterator[Pack]:
    """A pack for each area, in the order asked."""
    made_at = datetime.fromisoformat(str(view.build.manifest["created_at"])).replace(tzinfo=None)
    for found in gather(view, areas, month):
        changed = revised.since_the_month_before(found)
        said = notes.notes(found, changed, demonstration=view.mode == "demo")
        files = tuple(found.files.values())
        parts = tuple(_tables(found, revised.table(changed)))
        yield Pack(found.area, month, view.id, view.mode, made_at, parts, said, changed, files)


def _tables(found: Figures, changed: Table | None) -> Iterator[Table]:
    yield headline.table(found)
    if found.cuts:
        yield from (tables.by_body(found), tables.by_reason(found), tables.by_care(found))
    if found.is_england:
        yield tables.emergency(found)
    else:
        yield tables.beside_england(found)
    if changed:
        yield changed
    yield sources.table(found)
