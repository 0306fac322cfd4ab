"""Every accepted upload of every place, and the places that hold something now."""

from components.upload.history import Entry
from warehouse.queries.local import plan, record
from warehouse.reader import View


def places(view: View | None) -> dict[str, str]:
    """Places that hold something, by id, with their names."""
    return {one.place_id: one.name for one in plan.places(view)} if view else {}


def entries(view: View | None) -> list[Entry]:
    """Uploads of all places, latest first; of a place that holds nothing any more its id stands for its name."""
    if view is None:
        return []
    names = places(view)
    return [
        Entry(
            one.upload_id,
            names.get(one.place_id, one.place_id),
            one.accepted_at,
            one.role,
            one.file_name,
            one.sha256,
            (one.added, one.changed, one.removed),
            one.undone_at,
        )
        for one in record.every_upload(view)
    ]


def entry(view: View | None, upload_id: str) -> Entry | None:
    """One upload by id."""
    return next((one for one in entries(view) if one.id == upload_id), None)


def place_id(view: View | None, upload_id: str) -> str:
    """Id of the place of an upload."""
    every = record.every_upload(view) if view else ()
    return next((one.place_id for one in every if one.upload_id == upload_id), "")
