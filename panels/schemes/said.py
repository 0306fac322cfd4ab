"""What people say of a scheme and what was decided, with how each came in and the links to add, answer or take back."""

from urllib.parse import urlencode

from dash import html

from components import text
from components.scheme import notes as drawn
from components.scheme.notes import Decided, Note
from components.url_state import href
from domain import periods
from domain.local import spans
from domain.local.words import DECISIONS, VIEWS
from panels.schemes.held import Held
from warehouse.queries.local.plan import Scheme
from warehouse.queries.local.record import Commentary, Decision

DECISION, COMMENT, UNDO = "/upload/decision", "/upload/comment", "/upload/undo"


def commentary(held: Held, scheme: Scheme) -> html.Section:
    """Notes about the scheme, and about its indicators where they name no other scheme."""
    names = {one.indicator_id for one in held.links if one.scheme_id == scheme.scheme_id}
    own = [one for one in held.commentary if one.scheme_id == scheme.scheme_id]
    about = [
        one
        for one in held.commentary
        if not one.scheme_id and one.indicator_id in names and one.area_code in ("", scheme.area_code)
    ]
    every = [_note(held, scheme, one) for one in (*own, *about)]
    return drawn.notes(every, ("Add a comment", _form(COMMENT, held, scheme)))


def _note(held: Held, scheme: Scheme, one: Commentary) -> Note:
    name = held.indicators[one.indicator_id].name if one.indicator_id in held.indicators else one.scheme_id
    council, nhs = (VIEWS.get(view, VIEWS["none"]).lower() for view in (one.council_view, one.nhs_view))
    answer = ("Agree or disagree", _form(COMMENT, held, scheme, row=one.commentary_id))
    came, links = _came(held, scheme, one.came_alone)
    return Note(
        f"{name}, {_period(one.period)}",
        text.sentence(one.role),
        one.text,
        f"Council: {council}; NHS: {nhs}.",
        came,
        (answer, *links),
    )


def _period(period: str) -> str:
    """A period as people write it."""
    span = spans.parse(period)
    return text.month(span.start) if span.frequency == spans.MONTH else period


def decisions(held: Held, scheme: Scheme) -> html.Section:
    """Every decision about the scheme, proposed or taken."""
    every = [_decided(held, scheme, one) for one in held.decisions if one.scheme_id == scheme.scheme_id]
    return drawn.decisions(every, ("Record a decision", _form(DECISION, held, scheme)))


def _decided(held: Held, scheme: Scheme, one: Decision) -> Decided:
    proposed = one.state == "proposed"
    settle = (("Record what was decided", _form(DECISION, held, scheme, row=one.decision_id)),) if proposed else ()
    came, links = _came(held, scheme, one.came_alone)
    return Decided(
        f"{DECISIONS.get(one.decision, one.decision)}: {'due' if proposed else 'decided'} {text.day(one.date)}",
        one.reason,
        one.alternative,
        f"Looked at again in {text.month(one.review)}." if one.review else "",
        text.sentence(one.role),
        came,
        (*settle, *links),
    )


def _came(held: Held, scheme: Scheme, upload: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Who recorded a row that came by itself, and when; and the link that takes it back."""
    found = next((one for one in held.uploads if one.upload_id == upload and one.undone_at is None), None)
    if found is None:
        return "", ()
    at = found.accepted_at
    said = f"Recorded by the {found.role}, {periods.day_label(at.date())}, {at:%H:%M} UTC."
    link = href(UNDO, urlencode({"upload": upload, "scheme": scheme.scheme_id}))
    return said, (("Take it back", link),)


def _form(path: str, held: Held, scheme: Scheme, *, row: str = "") -> str:
    pairs = {"place": held.where.place.place_id, "scheme": scheme.scheme_id, **({"row": row} if row else {})}
    return href(path, urlencode(pairs))
