"""The upload page and its forms: ``/upload`` and what stands below it, whole documents that need no JavaScript.

A file is checked and taken in by ``python -m etl local …`` in a child process; this room only keeps it for that
and says what became of it.
"""

from collections.abc import Callable
from typing import Any

import dash
from dash import Dash, html
from flask import Flask, Response, redirect, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from components import page_head, states
from components.ids import Ids
from components.upload import forms, found, outcomes
from config import Settings
from panels.upload import accepted
from warehouse import serving
from warehouse.queries import areas
from web import upload_gate, upload_said, upload_templates
from web.documents import Frame, document
from web.upload_answers import MOST_BYTES, TOO_LARGE, Said, drain, in_words, sent_file
from web.upload_child import Failed, TooLong, run
from web.upload_inbox import Busy, Inbox
from web.upload_records import Records

PATH, MOST_FIELDS = "/upload", 40
ids = Ids("upload")


class Uploads:
    """The routes, for one site and its settings."""

    def __init__(self, site: Dash, settings: Settings, frame: Frame) -> None:
        self._site, self._settings, self._frame = site, settings, frame

    def page(self) -> AnyResponse:
        """The page itself."""
        draw = dash.page_registry["pages.upload"]["document"]
        contents = draw(self._settings.uploads, self.closed)
        return document(self._site, self._frame, contents, title=_title("Upload local data"), path=PATH)

    def check(self) -> AnyResponse:
        """A dry run of the file that was sent."""
        root, inbox = self.opened()
        data, name = sent_file(request)
        place = upload_said.place(request.form)
        with inbox.turn():
            kept = inbox.keep(data, name, place)
            confirmed = False
            try:
                said = run(root, "check", upload_said.arguments(kept))
                confirmed = said["code"] == 0 and upload_said.changes(said)
            finally:
                if not confirmed:
                    inbox.drop(kept.token)
        return self._checked(said, name, upload_said.confirm(kept, said) if confirmed else None)

    def confirm(self) -> AnyResponse:
        """Take in what was checked, if it and what is held are still the same."""
        root, inbox = self.opened(keyless=True)
        token, sha256, base = (request.form.get(part, "") for part in ("token", "sha256", "base"))
        kept = inbox.get(token, sha256)
        if kept is None or not upload_said.is_base(base):
            words = "It was confirmed before, or its check is older than an hour. The list shows what counts."
            raise Said(409, "This file is not waiting to be confirmed", words, outcomes.AGAIN)
        with inbox.turn():
            said = run(root, "upload", [*upload_said.arguments(kept), f"--base={base}"])
        if said.get("why") == "busy":
            raise Busy
        inbox.drop(token)
        if said.get("why") == "stale":
            raise Said(409, "Something else was uploaded since you checked", "So the difference is another one now.",
                       outcomes.AGAIN)  # fmt: skip
        if "accepted" not in said:
            return self._checked(said, kept.name, None)
        return redirect(kept.back or f"{PATH}/done?upload={said['accepted']}", 303)

    def done(self) -> AnyResponse:
        """An upload that was accepted."""
        one = accepted.entry(serving.view(), request.args.get("upload", ""))
        if one is None or one.undone_at:
            return redirect(PATH, 303)
        lead = f"What was uploaded for {one.place} is visible now."
        place = accepted.place_id(serving.view(), one.id)
        return self.answer("Uploaded", lead, outcomes.accepted(one, place))

    def ask_undo(self) -> AnyResponse:
        """Before an upload is taken back."""
        one = accepted.entry(serving.view(), request.args.get("upload", ""))
        if one is None or one.undone_at:
            return redirect(PATH, 303)
        back = upload_said.back(request.args, accepted.place_id(serving.view(), one.id))
        form = forms.undo(ids, one.id, key=self.keyed, scheme=back.scheme)
        if why := self.closed:
            form = html.P(why)
        lead = f"‘{one.file_name}’, uploaded for {one.place} by the {one.role}."
        return self.answer("Take this upload back?", lead, outcomes.ask_undo(one, form, back.href or PATH))

    def undo(self) -> AnyResponse:
        """Take an upload back."""
        root, inbox = self.opened()
        wanted = request.form.get("upload", "")
        one = accepted.entry(serving.view(), wanted)
        if one is None:
            raise Said(404, "There is no such upload", "The list on the upload page shows every one.")
        with inbox.turn():
            said = run(root, "undo", [one.id])
        if said.get("why") == "busy":
            raise Busy
        if "undone" not in said:
            words = "It was taken back before." if said.get("why") == "unknown" else str(said.get("refused", ""))
            raise Said(409, "This upload was not taken back", words)
        back = upload_said.back(request.form, "")
        return redirect(f"{PATH}/undone?upload={one.id}{back.query}", 303)

    def undone(self) -> AnyResponse:
        """An upload that was taken back."""
        one = accepted.entry(serving.view(), request.args.get("upload", ""))
        if one is None or not one.undone_at:
            return redirect(PATH, 303)
        lead = f"‘{one.file_name}’ of {one.place} does not count any more. The file stays kept."
        back = upload_said.back(request.args, accepted.place_id(serving.view(), one.id))
        return self.answer("Taken back", lead, outcomes.undone(back.scheme, back.href))

    def held(self) -> AnyResponse:
        """What a place holds, as a workbook."""
        root, inbox = self.opened()
        place = request.form.get("place", "")
        if place not in accepted.places(serving.view()):
            raise Said(404, "There is no such place", "Choose one of the list on the upload page.")
        with inbox.turn(), inbox.out() as file:
            said = run(root, "export", [place, "--out", str(file)])
            return _workbook(file, said, f"held-{upload_said.plain(place)}")

    def plan(self) -> AnyResponse:
        """A draft workbook made of a Better Care Fund plan."""
        root, inbox = self.opened()
        data, name = sent_file(request)
        with inbox.turn(), inbox.out() as file:
            kept = inbox.keep(data, name, {})
            try:
                said = run(root, "from-bcf", [str(kept.file), "--out", str(file)])
            finally:
                inbox.drop(kept.token)
            if said.get("why") == "file":
                return self.answer("This plan cannot be read", "", [found.refused(said)], status=422, error=True)
            return _workbook(file, said, "draft-of-plan")

    @property
    def keyed(self) -> bool:
        """Whether a form asks for the upload key."""
        return self._settings.uploads == "key"

    @property
    def closed(self) -> str:
        """Why this visitor cannot upload, in words; empty where the forms may be shown."""
        return upload_gate.closed(self._settings, request)

    def opened(self, *, keyless: bool = False) -> tuple[Any, Inbox]:
        """The root and its inbox for a visitor who may; ``keyless``: the token of a check stands for the key."""
        request.max_content_length, request.max_form_parts = MOST_BYTES + 100_000, MOST_FIELDS
        try:
            key = request.form.get("key", "")
        except RequestEntityTooLarge:
            drain()
            raise TOO_LARGE from None
        if keyless and self.keyed:
            key = self._settings.upload_key
        if why := upload_gate.refused(self._settings, request, key):
            raise Said(403, "This was not taken", why)
        builds = serving.builds()
        if builds is None or serving.view() is None:
            raise Said(409, "There are no national figures yet", "Uploads are checked against their councils.")
        return builds.root, Inbox(builds.root)

    def _checked(self, said: dict[str, Any], name: str, confirm: forms.Confirm | None) -> Response:
        if said.get("why") == "busy":
            raise Busy
        places = tuple(accepted.places(serving.view()).values())
        again = [html.H2("Check the corrected file"),
                 forms.check(ids, places, key=self.keyed, again=True)]  # fmt: skip
        if said.get("why") == "file":
            parts = [found.refused(said), html.Section(again, className="sec stack")]
            return self.answer(f"‘{name}’ was not taken in", "", parts, status=422, error=True)
        if "problems" not in said:
            raise Failed(str(said))
        lead = outcomes.lead(said, name)
        if said["code"]:
            parts = [*outcomes.faulty(said, name), html.Section(again, className="sec stack")]
            return self.answer("The file has faults", lead, parts, status=422, error=True)
        return self.answer("The file was checked", lead, outcomes.checked(said, confirm, _names()))

    def answer(
        self,
        heading: str,
        lead: str,
        parts: list[Any],
        *,
        status: int = 200,
        error: bool = False,
        crumb: str = "Upload local data",
    ) -> Response:
        """A whole document under a heading."""
        view = serving.view()
        banner = [states.demonstration(_DEMO)] if view and view.mode == "demo" else []
        head = page_head.bare(heading, crumb=crumb)
        words = [html.P(lead, className="lead")] if lead else []
        title = _title(f"{'Error: ' if error else ''}{heading}")
        return document(
            self._site, self._frame, html.Div([*banner, head, *words, *parts]), title=title, path=PATH, status=status
        )

    def answered(self, work: Callable[[], AnyResponse]) -> Callable[[], AnyResponse]:
        """The work with every way to fail as an answer in words."""

        def view() -> AnyResponse:
            try:
                return work()
            except (Said, Busy, TooLong, Failed, HTTPException) as problem:
                said = in_words(problem)
            parts = outcomes.message(said.heading, said.words)
            return self.answer(said.heading, "", parts, status=said.status, error=True)

        return view


_DEMO = "The places and figures of this site are invented; what is uploaded here stands beside them."


def register(server: Flask, site: Dash, settings: Settings, frame: Frame) -> None:
    """Add the page, its forms and its templates."""
    uploads = Uploads(site, settings, frame)
    server.add_url_rule(PATH, "upload", uploads.page)
    for name, work in (("done", uploads.done), ("undone", uploads.undone), ("undo", uploads.ask_undo)):
        server.add_url_rule(f"{PATH}/{name}", f"upload_{name}_page", uploads.answered(work))
    posted = {"check": uploads.check, "confirm": uploads.confirm, "undo": uploads.undo, "held": uploads.held,
              "bcf": uploads.plan}  # fmt: skip
    for name, work in posted.items():
        view = uploads.answered(work)
        server.add_url_rule(f"{PATH}/{name}", f"upload_{name}", view, methods=["POST"])
        if name != "undo":
            server.add_url_rule(f"{PATH}/{name}", f"upload_{name}_back", lambda: redirect(PATH, 303))
    Records(uploads).register(server)
    upload_templates.register(server)


def _title(words: str) -> str:
    return f"{words} – Interface Monitor"


def _names() -> dict[str, str]:
    view = serving.view()
    return {one.code: one.name for one in areas.every(view)} if view else {}


def _workbook(file: Any, said: dict[str, Any], name: str) -> Response:
    if "written" not in said:
        raise Failed(str(said))
    prefix = "demonstration-" if (view := serving.view()) and view.mode == "demo" else ""
    headers = {"Content-Disposition": f'attachment; filename="{prefix}{name}.xlsx"'}
    return Response(file.read_bytes(), mimetype=upload_templates.XLSX, headers=headers)
