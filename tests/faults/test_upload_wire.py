"""1,000 mangled forms on the wire: each is answered with 2xx, 3xx or 4xx in a whole document, none with a 5xx."""

import logging
import random

import pytest

from tests.unit.etl.local.sheets import book
from tests.unit.web.conftest import site, uploader, uploads_root  # noqa: F401 - fixtures
from tests.unit.web.forms import OURS

COUNT, CHUNKS = 1_000, 4
PATHS = ("check", "confirm", "undo", "held", "bcf")
FIELDS = ("file", "token", "sha256", "base", "upload", "place", "key", "councils", "as_at", "role", "")
SCRAPS = (b"", b"\0", b"\xff\xfe", b"x" * 5_000, b"../../etc/passwd", b"\r\n--b--\r\n", b'"; filename="a.xlsx', b"%00")


def body(chance: random.Random) -> tuple[bytes, str]:
    """A multipart body with some of its parts broken."""
    parts = []
    for _ in range(chance.choice((0, 1, 2, 5, 60))):
        name, value = chance.choice(FIELDS).encode(), chance.choice(SCRAPS)
        file = b'; filename="' + chance.choice(SCRAPS)[:5000] + b'"' if chance.random() < 0.4 else b""
        head = b'Content-Disposition: form-data; name="' + name + b'"' + file
        parts.append(b"--b\r\n" + head + chance.choice((b"\r\n\r\n", b"\r\n", b"\n\n")) + value + b"\r\n")
    data = bytearray(b"".join(parts) + chance.choice((b"--b--\r\n", b"--b", b"")))
    for _ in range(chance.choice((0, 0, 3))):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    kind = chance.choice(
        ("multipart/form-data; boundary=b",) * 4 + ("multipart/form-data", "text/plain", "application/json", "")
    )
    return bytes(data), kind


@pytest.mark.parametrize("seed", range(CHUNKS))
def test_mangled_forms_are_answered_in_words(uploader, uploads_root, caplog, seed):  # noqa: F811
    from warehouse import serving

    serving.serve(uploads_root)
    chance = random.Random(seed)
    caplog.set_level(logging.ERROR)
    for number in range(COUNT // CHUNKS):
        data, kind = body(chance)
        headers = chance.choice((OURS, OURS, OURS, {}, {"Origin": "null"}, {**OURS, "Content-Encoding": "gzip"}))
        path = chance.choice(PATHS)
        answer = uploader.post(f"/upload/{path}", data=data, content_type=kind, headers=headers)
        said = f"form {number} of seed {seed} to {path}: {data[:300]!r}"
        assert answer.status_code < 500, said
        assert answer.status_code in (303, 200) or answer.text.startswith("<!DOCTYPE html>"), said
    assert not caplog.records, caplog.text[-2000:]


@pytest.mark.parametrize(
    "query", ["", "upload=", "upload=%00", "upload=../..", "upload=" + "x" * 2000, "upload[]=1&upload=2"]
)
def test_any_query_of_an_answer_is_answered(uploader, query):  # noqa: F811
    for path in ("undo", "done", "undone", ""):
        assert uploader.get(f"/upload/{path}?{query}".replace("/?", "?")).status_code in (200, 303)


def test_a_good_form_among_them_is_taken(uploader, uploads_root):  # noqa: F811
    import io

    form = {"file": (io.BytesIO(book()), "book.xlsx")}
    assert uploader.post("/upload/check", data=form, headers=OURS).status_code == 200
