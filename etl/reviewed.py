"""Reviewed corrections in a refresh: which there are, what became of each, and what an operator must hear of it."""

from collections.abc import Mapping, Sequence

from etl import corrections
from etl.corrections import APPLIED, UNFIT, Corrected, Correction
from etl.problems import Message, error, note
from etl.run import Run
from etl.selection import Release
from etl.sources import SOURCE_BY_ID

NEXT = "Look at the file: where the publisher has mended it, delete the correction; else review it again."


def of(run: Run) -> dict[str, tuple[Correction, ...]]:
    """The corrections by source; files that are none are told of."""
    found, messages = corrections.load()
    grouped: dict[str, tuple[Correction, ...]] = {}
    for one in found:
        if one.source not in SOURCE_BY_ID:
            said = error(one.file, f"'{one.source}' is no source. This correction is not applied.")
            run.say(run.request.sources[0].id, said)
            continue
        grouped[one.source] = (*grouped.get(one.source, ()), one)
    for message in messages:
        run.say(run.request.sources[0].id, message)
    return grouped


def tell(run: Run, chosen: Mapping[str, Sequence[Release]]) -> None:
    """Say what became of the corrections in the files that are in use."""
    for source, releases in chosen.items():
        for release in releases:
            for one in release.parsed.corrected if release.current else ():
                run.say(source, _said(one, release))


def _said(one: Corrected, release: Release) -> Message:
    where, name = _where(one.correction), release.snapshot.file.name
    if one.state == APPLIED:
        values = sum(len(rows) for _, rows in one.rows)
        said = f"{where} of {name} is taken as '{one.correction.value}' instead of '{one.correction.expect}'"
        return note(one.correction.file, f"{said} ({values} values): {one.correction.reason}")
    if one.state == UNFIT:
        return error(one.correction.file, f"{name} does not pass its checks with it, so it is not applied. {NEXT}")
    said = f"{where} of {name}: found '{one.found}'; expected '{one.correction.expect}'"
    return error(one.correction.file, f"{said}. The correction is not applied, the published value is used. {NEXT}")


def _where(one: Correction) -> str:
    return f"sheet '{one.sheet}', cell {one.cell}" if one.sheet else f"cell {one.cell}"
