"""Events, commentary, decisions and uploads."""

from datetime import date, datetime
from typing import NamedTuple

from warehouse.queries.local.reading import read
from warehouse.reader import View


class Event(NamedTuple):
    """What happened when; ``area_code`` empty for all of the place."""

    date: date
    text: str
    area_code: str
    scheme_id: str


class Commentary(NamedTuple):
    """What a role says about a scheme or an indicator, and whether council and NHS agree."""

    commentary_id: str
    scheme_id: str
    indicator_id: str
    area_code: str
    period: str
    role: str
    side: str
    text: str
    council_view: str
    nhs_view: str
    came_alone: str


class Decision(NamedTuple):
    """A decision proposed or taken: reason, alternative turned down, when it is looked at again."""

    decision_id: str
    scheme_id: str
    state: str
    decision: str
    date: date
    reason: str
    alternative: str
    review: str
    role: str
    came_alone: str


class Uploaded(NamedTuple):
    """An accepted upload; ``undone_at`` when it was taken back."""

    upload_id: str
    accepted_at: datetime
    role: str
    file_name: str
    sha256: str
    sheets: str
    added: int
    changed: int
    removed: int
    undone_at: datetime | None


class Accepted(NamedTuple):
    """An accepted upload of any place."""

    place_id: str
    upload_id: str
    accepted_at: datetime
    role: str
    file_name: str
    sha256: str
    added: int
    changed: int
    removed: int
    undone_at: datetime | None


def events(view: View, place_id: str) -> tuple[Event, ...]:
    """Events of a place in order of time."""
    return read(view, Event, "events", place_id=place_id, order="date, text")


def commentary(view: View, place_id: str) -> tuple[Commentary, ...]:
    """Commentary of a place, latest period first."""
    return read(view, Commentary, "commentary", place_id=place_id, order="period DESC, commentary_id")


def decisions(view: View, place_id: str) -> tuple[Decision, ...]:
    """Decisions of a place, latest first."""
    return read(view, Decision, "decisions", place_id=place_id, order="date DESC, decision_id")


def uploads(view: View, place_id: str) -> tuple[Uploaded, ...]:
    """Uploads of a place, latest first."""
    return read(view, Uploaded, "uploads", place_id=place_id, order="accepted_at DESC")


def every_upload(view: View) -> tuple[Accepted, ...]:
    """Uploads of every place, latest first."""
    return read(view, Accepted, "uploads", order="accepted_at DESC, upload_id DESC")
