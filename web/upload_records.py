"""One decision or one comment from its form, by the door of every upload: a sheet of one row, added to the record."""

from collections.abc import Callable
from typing import Any, Protocol

from dash import html
from flask import Flask, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from components.ids import Ids
from components.upload import record
from components.upload.forms import Confirm
from components.upload.record import RECORDER, SHEETS, Asked, Fault
from panels.upload import recorded
from warehouse import serving
from web import upload_said
from web.upload_answers import Said
from web.upload_child import Failed, run
from web.upload_inbox import Busy, Inbox, Waiting

ids = Ids("record")
NOBODY = "nobody"  # stands for the role while it is missing, so that every fault is told at once
NO_ROLE = ("an empty cell", "a role such as ‘performance analyst’")
TITLES = {
    ("decision", False): "record a decision",
    ("decision", True): "record what was decided",
    ("comment", False): "add a comment",
    ("comment", True): "do the council and the NHS agree?",
}
LEADS = {
    "decision": "It stands on the scheme’s page, on the board and in the month pack within seconds, and can be taken "
    "back. Nothing is recorded before you confirm.",
    "comment": "It stands on the scheme’s page within seconds, and can be taken back. Nothing is recorded before you "
    "confirm.",
}
OTHER = "Something else was recorded in the meantime"
DONE = "This is held already"


class Desk(Protocol):
    """What the routes of uploads lend: who may, and how an answer looks."""

    @property
    def keyed(self) -> bool: ...  # noqa: D102
    @property
    def closed(self) -> str: ...  # noqa: D102
    def opened(self, *, keyless: bool = False) -> tuple[Any, Inbox]: ...  # noqa: D102
    def answer(  # noqa: D102
        self, heading: str, lead: str, parts: list[Any], *, status: int = 200, error: bool = False, crumb: str = ""
    ) -> AnyResponse: ...
    def answered(self, work: Callable[[], AnyResponse]) -> Callable[[], AnyResponse]: ...  # noqa: D102


class Records:
    """The forms of the record."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, server: Flask) -> None:
        """Add ``/upload/decision`` and ``/upload/comment``."""
        for kind in SHEETS:
            ask, check = self._desk.answered(self._asking(kind)), self._desk.answered(self._checking(kind))
            server.add_url_rule(f"/upload/{kind}", f"upload_{kind}_form", ask)
            server.add_url_rule(f"/upload/{kind}", f"upload_{kind}", check, methods=["POST"])

    def _asking(self, kind: str) -> Callable[[], AnyResponse]:
        def ask() -> AnyResponse:
            asked = recorded.asked(serving.view(), kind, request.args)
            return self._form(asked) if asked else redirect("/operational/schemes", 303)

        return ask

    def _checking(self, kind: str) -> Callable[[], AnyResponse]:
        def check() -> AnyResponse:
            root, inbox = self._desk.opened()
            asked = recorded.asked(serving.view(), kind, request.form)
            if asked is None:
                raise Said(404, "There is no such scheme", "Open the form again from the page of the scheme.")
            return self._check(root, inbox, recorded.filled(asked, request.form))

        return check

    def _form(self, asked: Asked, faults: dict[str, Fault] | None = None) -> AnyResponse:
        back = html.P(html.A(f"Back to {asked.scheme_id} {asked.scheme}", href=_back(asked)))
        parts = record.draw(ids, asked, key=self._desk.keyed, faults=faults)
        if why := self._desk.closed:
            parts = [html.P(why)]
        heading = f"{asked.scheme_id} {asked.scheme}: {TITLES[asked.kind, asked.known]}"
        more: dict[str, Any] = {"status": 422, "error": True} if faults else {}
        return self._answer(asked, heading, LEADS[asked.kind], [*parts, back], **more)

    def _check(self, root: Any, inbox: Inbox, asked: Asked) -> AnyResponse:
        place = upload_said.place({"place": asked.place_id, "role": asked.row[RECORDER]})
        place.setdefault("role", NOBODY)
        with inbox.turn():
            kept = inbox.keep(recorded.sheet(asked), _name(asked), place, adds=True, back=_back(asked))
            good = False
            try:
                said = run(root, "check", upload_said.arguments(kept))
                faults = _faults(asked, said)
                good = not faults and said["code"] == 0 and _one_row(asked, said)
            finally:
                if not good:
                    inbox.drop(kept.token)
        return self._form(asked, faults) if faults else self._checked(asked, said, kept)

    def _checked(self, asked: Asked, said: dict[str, Any], kept: Waiting) -> AnyResponse:
        confirm = Confirm(kept.token, kept.sha256, said["base"], f"Record this {asked.kind}")
        (row,) = said["rows"][asked.sheet.name]
        parts = record.checked(asked, row, said["differences"], confirm, _back(asked))
        lead = f"For {asked.scheme_id} {asked.scheme}. Nothing is recorded yet."
        return self._answer(asked, f"The {asked.kind} was checked", lead, parts)

    def _answer(self, asked: Asked, heading: str, lead: str, parts: list[Any], **more: Any) -> AnyResponse:
        return self._desk.answer(heading, lead, parts, crumb=asked.place, **more)


def _name(asked: Asked) -> str:
    """Name of the file: what it is, as the sheet is called."""
    return f"{asked.sheet.name}-form.csv"


def _back(asked: Asked) -> str:
    return upload_said.back({"scheme": asked.scheme_id}, asked.place_id).href


def _faults(asked: Asked, said: dict[str, Any]) -> dict[str, Fault]:
    """What is wrong, by field; raises where the row cannot be checked at all."""
    if said.get("why") == "busy":
        raise Busy
    if said.get("why") == "file":
        raise Said(422, "This cannot be recorded", f"Found {said['found']}; expected {said['expected']}.")
    if "problems" not in said:
        raise Failed(str(said))
    errors = [one for one in said["problems"] if one["level"] == "error"]
    faults = {recorded.field_of(asked, one["cell"]): (one["found"], one["expected"]) for one in errors}
    return faults if asked.row[RECORDER].strip() else {**faults, RECORDER: NO_ROLE}


def _one_row(asked: Asked, said: dict[str, Any]) -> bool:
    """Whether exactly this row would change; raises with the reason where it would not."""
    totals = {kind: sum(len(one[kind]) for one in said["differences"]) for kind in ("added", "changed", "removed")}
    wanted = "changed" if asked.known else "added"
    if not any(totals.values()):
        raise Said(409, DONE, "Nothing was changed. The form says what the record holds.")
    if totals != {"added": 0, "changed": 0, "removed": 0} | {wanted: 1}:
        raise Said(409, OTHER, "Nothing was changed. Open the form again from the page of the scheme.")
    return True
