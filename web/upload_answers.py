"""Answers in words that end a request of the upload page, and what of a request is read for them."""

import logging

from flask import Request, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from web.upload_child import Failed, TooLong
from web.upload_inbox import Busy, safe_name

log = logging.getLogger("interface_monitor.web")
MOST_BYTES = 20_000_000
DRAINED = 100_000_000  # bytes of a file that is too large which are still read, so that the answer is seen


class Said(Exception):
    """An answer in words that ends a request."""

    def __init__(self, status: int, heading: str, *words: str) -> None:
        super().__init__(heading)
        self.status, self.heading, self.words = status, heading, words


TOO_LARGE = Said(413, "This file is too large", "At most 20 MB are taken, in a form of a few fields.")


def in_words(problem: Exception) -> Said:
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


def sent_file(asked: Request) -> tuple[bytes, str]:
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


def drain() -> None:
    """Read what is still being sent: a browser shows an answer only after it has sent its form."""
    left = min(request.content_length or 0, DRAINED)
    stream = request.environ["wsgi.input"]
    while left > 0 and (some := stream.read(min(left, 1 << 16))):
        left -= len(some)
