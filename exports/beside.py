"""What a place uploaded beside the figures of an area: whether it did, from which local build, and its files."""

from domain import areas, periods
from exports.figures import named
from exports.pack import INVENTED
from panels.schemes.scope import Where, where
from warehouse.queries import used
from warehouse.queries.local import plan
from warehouse.queries.local.record import uploads
from warehouse.queries.series import Ask, series
from warehouse.queries.used import Used
from warehouse.reader import View

UPLOAD = "upload"  # the source of what a place uploaded
LICENCE = "Uploaded by the place: ask it before using these figures elsewhere."


def place(view: View, code: str) -> Where | None:
    """The place that a council belongs to; None where it uploaded nothing."""
    found = next((one for one in plan.places(view) if code in one.area_codes.split()), None)
    return where(view, {"place": found.place_id}) if found else None


def build(view: View, code: str) -> str:
    """The build behind a pack: the national one, with the local one where the area's place uploaded."""
    return view.both if view.local and place(view, code) else view.id


def files(view: View, found: Where) -> dict[str, Used]:
    """The uploads that count and the file of England's admissions, as a pack names every file it was made from."""
    name = found.place.name
    licence = INVENTED if view.mode == "demo" else LICENCE
    every = [one for one in uploads(view, found.place.place_id) if one.undone_at is None]
    admissions = {one.snapshot_id: named(view, one) for one in _admissions(view)}
    return admissions | {
        f"{UPLOAD}-{one.upload_id}": Used(
            f"{UPLOAD}-{one.upload_id}",
            UPLOAD,
            f"Upload of {name}",
            name,
            licence,
            f"seen as at {periods.label(found.place.as_at)}",
            one.file_name,
            "",
            one.sha256,
            None,
            None,
            one.accepted_at.date(),
        )
        for one in reversed(every)
    }


def _admissions(view: View) -> tuple[Used, ...]:
    """The file of the admissions that the pressure watch stands on."""
    found = series(view, Ask("emergency_admissions"), [areas.ENGLAND])
    return used.files(view, {one.snapshot_id for one in found[-1:]})
