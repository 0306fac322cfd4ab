"""Reviewed corrections in the build that is served: applied, or left alone and why."""

from typing import Any, NamedTuple

from warehouse.reader import View


class CorrectionRow(NamedTuple):
    """A correction in one file of its release. fits: false where somebody must look; words: what became of it."""

    correction: str
    source: str
    release: str
    file_name: str
    state: str
    place: str
    expected: str
    found: str
    corrected: str
    affected: int
    reason: str
    reviewed: str
    evidence: str
    fits: bool
    words: str


_ROWS = """
SELECT c.correction, c.source, c.release, COALESCE(s.file_name, ''), c.state, c.place, c.expected, c.found,
    c.corrected, c.affected, c.reason, c.reviewed, c.evidence
FROM national.corrections AS c
LEFT JOIN national.snapshots AS s ON s.snapshot_id = c.snapshot_id AND s.source = c.source
WHERE s.is_current OR c.snapshot_id = ''
ORDER BY c.correction
"""


def corrections(view: View) -> tuple[CorrectionRow, ...]:
    """What became of every correction in the file that is in use, or that none of its release is held."""
    return tuple(_row(row) for row in view.fixed(_ROWS))


def _row(row: tuple[Any, ...]) -> CorrectionRow:
    told = (row[4] in ("applied", "not_held"), _words(row))
    return CorrectionRow(*(*row, *told))


def _words(row: tuple[Any, ...]) -> str:
    _, _, release, file, state, place, expected, found, value, affected, reason, *_ = row
    if state == "applied":
        values = f"{affected} {'value' if affected == 1 else 'values'}"
        return f"applied: {place} of {file} is taken as {value} instead of {expected} ({values}). {reason}"
    if state == "not_held":
        return f"no file of {release} is held"
    if state == "unfit":
        return f"not applied: {file} does not pass its checks with it"
    return f"not applied: {place} of {file} says {found}, not {expected}: the publisher has mended it, or it moved"
