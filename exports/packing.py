"""Makes packs: from the figures of an area and a month to everything that its files say."""

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import datetime

from exports import beside, headline, notes, revised, sources, tables
from exports.figures import Figures, gather
from exports.pack import Pack, Table
from panels.schemes.scope import Where
from warehouse.queries.areas import Area
from warehouse.reader import View


def packs(view: View, areas: Sequence[Area], month: str) -> Iterator[Pack]:
    """A pack for each area, in the order asked."""
    made_at = datetime.fromisoformat(str(view.build.manifest["created_at"])).replace(tzinfo=None)
    for national in gather(view, areas, month):
        place = beside.place(view, national.area.code)
        local = _local(view, place) if place else ()
        changed = revised.since_the_month_before(national)
        own = beside.files(view, place) if place else {}
        found = dataclasses.replace(national, files=national.files | own)
        said = notes.notes(found, changed, demonstration=view.mode == "demo", local=bool(local), vintage=view.vintage)
        files = tuple(found.files.values())
        parts = tuple(_tables(found, revised.table(changed), local))
        build = beside.build(view, found.area.code)
        yield Pack(found.area, month, build, view.mode, made_at, parts, said, changed, files, view.vintage)


def _local(view: View, place: Where) -> tuple[Table, ...]:
    """Tables of a place; what makes them is loaded where there is one."""
    from exports import money_sheets

    return money_sheets.tables(view, place)


def _tables(found: Figures, changed: Table | None, local: Sequence[Table]) -> Iterator[Table]:
    yield headline.table(found)
    yield from local[:1]
    if found.cuts:
        yield from (tables.by_body(found), tables.by_reason(found), tables.by_care(found))
    if found.is_england:
        yield tables.emergency(found)
    else:
        yield tables.beside_england(found)
    yield from local[1:]
    if changed:
        yield changed
    yield sources.table(found)
