"""The upload page and its forms: ``/upload`` and what stands below it, whole documents that need no JavaScript.

A file is checked and taken in by ``python -m etl local …`` in a child process; this room only keeps it for that
and says what became of it.
"""

import logging
from collections.abc import Callable
from typing import Any

import dash
from dash import Dash, html
from flask import Flask, Request, Response, redirect, request
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
from web.upload_child import Failed, TooLong, run
from web.upload_inbox import Busy, Inbox, safe_name

log = logging.getLogger("interface_monitor.web")
PATH, MOST_BYTES, MOST_FIELDS = "/upload", 20_000_000, 40
DRAINED = 100_000_000  # bytes of a file that is too large which are still read, so that the answer is seen
ids = Ids("upload")


class Said(Exception):
    """An answer in words that ends a request."""

    def __init__(self, status: int, heading: str, *words: str) -> None:
        super().__init__(heading)
        self.status, self.heading, self.words = status, heading, words


TOO_LARGE = Said(413, "This file is too large", "At most 20 MB are taken, in a form of a few fields.")


class Uploads:
    """The routes, for one site and its settings."""

    def __init__(self, site: Dash, settings: Settings, frame: Frame) -> None:
        self._site, self._settings, self._frame = site, settings, frame

    def page(self) -> AnyResponse:
        """The page itself."""
        draw = dash.page_registry["pages.upload"]["document"]
        contents = draw(self._settings.uploads, upload_gate.closed(self._settings, request))
        return document(self._site, self._frame, contents, title=_title("Upload local data"), path=PATH)

    def check(self) -> AnyResponse:
        """A dry run of the file that was sent."""
        root, inbox = self._opened()
        data, name = _file(request)
        place = upload_said.place(request.form)
        with inbox.turn():
            kept = inbox.keep(data, name, place)
            confirmed = False
            try:
                said = run(root, "check", [str(kept.file), f"--name={name}", *upload_said.options(place)])
                confirmed = said["code"] == 0 and upload_said.changes(said)
            finally:
                if not confirmed:
                    inbox.drop(kept.token)
        return self._checked(said, name, upload_said.confirm(kept, said) if confirmed else None)

    def confirm(self) -> AnyResponse:
        """Take in what was checked, if it and what is held are still the same."""
        root, inbox = self._opened(keyless=True)
        token, sha256, base = (request.form.get(part, "") for part in ("token", "sha256", "base"))
        kept = inbox.get(token, sha256)
        if kept is None or not upload_said.is_base(base):
            words = "It was confirmed before, or its check is older than an hour. The list shows what counts."
            raise Said(409, "This file is not waiting to be confirmed", words, outcomes.AGAIN)
        with inbox.turn():
            arguments = [str(kept.file), f"--name={kept.name}", *upload_said.options(kept.place), f"--base={base}"]
            said = run(root, "upload", arguments)
        if said.get("why") == "busy":
            raise Busy
        inbox.drop(token)
        if said.get("why") == "stale":
            raise Said(409, "Something else was uploaded since you checked", "So the difference is another one now.",
                       outcomes.AGAIN)  # fmt: skip
        if "accepted" not in said:
            return self._checked(said, kept.name, None)
        return redirect(f"{PATH}/done?upload={said['accepted']}", 303)

    def done(self) -> AnyResponse:
        """An upload that was accepted."""
        one = accepted.entry(serving.view(), request.args.get("upload", ""))
        if one is None or one.undone_at:
            return redirect(PATH, 303)
        lead = f"What was uploaded for {one.place} is visible now."
        place = accepted.place_id(serving.view(), one.id)
        return self._answer("Uploaded", lead, outcomes.accepted(one, place))

    def ask_undo(self) -> AnyResponse:
        """Before an upload is taken back."""
        one = accepted.entry(serving.view(), request.args.get("upload", ""))
        if one is None or one.undone_at:
            return redirect(PATH, 303)
        form = forms.undo(ids, one.id, key=self._settings.uploads == "key")
        if why := upload_gate.closed(self._settings, request):
            form = html.P(why)
        lead = f"‘{one.file_name}’, uploaded for {one.place} by the {one.role}."
        return self._answer("Take this upload back?", lead, outcomes.ask_undo(one, form))

    def undo(self) -> AnyResponse:
        """Take an upload back."""
        root, inbox = self._opened()
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
        return redirect(f"{PATH}/undone?upload={one.id}", 303)

    def undone(self) -> AnyResponse:
        """An upload that was taken back."""
        one = accepted.entry(serving.view(), request.args.get("upload", ""))
        if one is None or not one.undone_at:
            return redirect(PATH, 303)
        lead = f"‘{one.file_name}’ of {one.place} does not count any more. The file stays kept."
        return self._answer("Taken back", lead, [html.P(html.A("To the upload page", href=PATH))])

    def held(self) -> AnyResponse:
        """What a place holds, as a workbook."""
        root, inbox = self._opened()
        place = request.form.get("place", "")
        if place not in accepted.places(serving.view()):
            raise Said(404, "There is no such place", "Choose one of the list on the upload page.")
        with inbox.turn(), inbox.out() as file:
            said = run(root, "export", [place, "--out", str(file)])
            return _workbook(file, said, f"held-{upload_said.plain(place)}")

    def plan(self) -> AnyResponse:
        """A draft workbook made of a Better Care Fund plan."""
        root, inbox = self._opened()
        data, name = _file(request)
        with inbox.turn(), inbox.out() as file:
            kept = inbox.keep(data, name, {})
            try:
                said = run(root, "from-bcf", [str(kept.file), "--out", str(file)])
            finally:
                inbox.drop(kept.token)
            if said.get("why") == "file":
                return self._answer("This plan cannot be read", "", [found.refused(said)], status=422, error=True)
            return _workbook(file, said, "draft-of-plan")

    def _opened(self, *, keyless: bool = False) -> tuple[Any, Inbox]:
        """The root and its inbox for a visitor who may; ``keyless``: the token of a check stands for the key."""
        request.max_content_length, request.max_form_parts = MOST_BYTES + 100_000, MOST_FIELDS
        try:
            key = request.form.get("key", "")
        except RequestEntityTooLarge:
            _drain()
            raise TOO_LARGE from None
        if keyless and self._settings.uploads == "key":
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
                 forms.check(ids, places, key=self._settings.uploads == "key", again=True)]  # fmt: skip
        if said.get("why") == "file":
            parts = [found.refused(said), html.Section(again, className="sec stack")]
            return self._answer(f"‘{name}’ was not taken in", "", parts, status=422, error=True)
        if "problems" not in said:
            raise Failed(str(said))
        lead = outcomes.lead(said, name)
        if said["code"]:
            parts = [*outcomes.faulty(said, name), html.Section(again, className="sec stack")]
            return self._answer("The file has faults", lead, parts, status=422, error=True)
        return self._answer("The file was checked", lead, outcomes.checked(said, confirm, _names()))

    def _answer(self, heading: str, lead: str, parts: list[Any], *, status: int = 200, error: bool = False) -> Response:
        view = serving.view()
        banner = [states.demonstration(_DEMO)] if view and view.mode == "demo" else []
        head = page_head.bare(heading, crumb="Upload local data")
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
                said = _in_words(problem)
            parts = outcomes.message(said.heading, said.words)
            return self._answer(said.heading, "", parts, status=said.status, error=True)

        return view


def _in_words(problem: Exception) -> Said:
    """What went wrong as an answer."""
    if isinstance(problem, Said):
        return problem
    if isinstance(problem, Busy):
        words = "Other files are being read. Nothing was changed; please try again in a moment."
        return Said(503, "The site is busy with other uploads", words)
    if isinstance(problem, TooLong):
        return Said(422, "This took too long", "The file was given up. Is it much larger than usual?")
    if isinstance(problem, Failed):
        log.error("upload: %s", problem)
        words = "The file may be damaged. Where it was taken in all the same, the list of uploads shows it."
        return Said(422, "This could not be finished", words)
    if isinstance(problem, RequestEntityTooLarge):
        return TOO_LARGE
    code = problem.code if isinstance(problem, HTTPException) and problem.code else 400
    return Said(code, "The form could not be read", "Send it again from the upload page.")


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
    upload_templates.register(server)


def _title(words: str) -> str:
    return f"{words} – Interface Monitor"


def _names() -> dict[str, str]:
    view = serving.view()
    return {one.code: one.name for one in areas.every(view)} if view else {}


def _file(asked: Request) -> tuple[bytes, str]:
    """Bytes and name of the file that was sent."""
    sent = asked.files.get("file")
    name = safe_name(sent.filename or "") if sent else ""
    if sent is None or not name:
        raise Said(400, "No file was chosen", "Choose a workbook (.xlsx) or one of its sheets (.csv).")
    data = sent.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise TOO_LARGE
    if not data:
        raise Said(400, "This file is empty", f"‘{name}’ has no content. Save it again and choose it again.")
    if not name.casefold().endswith((".xlsx", ".csv")):
        raise Said(415, "This is not a file of the right kind", f"‘{name}’ is neither .xlsx nor .csv.")
    return data, name


def _drain() -> None:
    """Read what is still being sent: a browser shows an answer only after it has sent its form."""
    left = min(request.content_length or 0, DRAINED)
    stream = request.environ["wsgi.input"]
    while left > 0 and (some := stream.read(min(left, 1 << 16))):
        left -= len(some)


def _workbook(file: Any, said: dict[str, Any], name: str) -> Response:
    if "written" not in said:
        raise Failed(str(said))
    prefix = "demonstration-" if (view := serving.view()) and view.mode == "demo" else ""
    headers = {"Content-Disposition": f'attachment; filename="{prefix}{name}.xlsx"'}
    return Response(file.read_bytes(), mimetype=upload_templates.XLSX, headers=headers)
