"""Files and forms that must not be taken: each is refused in words, and nothing is left of it."""

import dash
import pytest

from tests.unit.components import walk
from tests.unit.web.forms import OURS, send, whole, words

NAMES = [
    "\0.xlsx",
    "a\0b.xlsx",
    "x" * 5_000 + ".xlsx",
    "../../../../etc/cron.d/x.xlsx",
    "-rf --base=1.xlsx",
    "'\"<b>.xlsx",
    "\u202ecod.xlsx",
    "..xlsx",
    "CON.xlsx",
    "%2e%2e%2fx.xlsx",
    "line\nbreak.xlsx",
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:20])
def test_any_name_of_a_file_is_taken_as_a_name_only(uploader, uploads_root, name):
    before = sorted(str(file) for file in uploads_root.parent.rglob("*") if "inbox" not in str(file))
    answer = send(uploader, "check", b"not a workbook", name=name)
    assert answer.status_code in (400, 415, 422)
    assert whole(answer)
    assert "<b>" not in answer.text.partition("<main")[2].partition("Demonstration data")[2].partition("</b>")[2]
    after = sorted(str(file) for file in uploads_root.parent.rglob("*") if "inbox" not in str(file))
    assert [one for one in after if one not in before and not one.endswith(("local", "reader.log"))] == []


@pytest.mark.parametrize(
    ("data", "name", "status", "said"),
    [
        (None, "", 400, "No file was chosen"),
        (b"abc", "", 400, "No file was chosen"),
        (b"", "book.xlsx", 400, "This file is empty"),
        (b"abc", "book.docx", 415, "not a file of the right kind"),
        (b"abc", "book", 415, "not a file of the right kind"),
        (b"<html>", "book.xlsx", 422, "This file cannot be read"),
        (b"PK\x03\x04", "book.xlsx", 422, "a damaged workbook"),
        (b"a" * 20_000_001, "book.xlsx", 413, "This file is too large"),
        (b"a" * 23_000_000, "book.xlsx", 413, "This file is too large"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(uploader, data, name, status, said):
    answer = send(uploader, "check", data, name=name)
    assert answer.status_code == status
    assert whole(answer)
    assert said in words(answer)


def test_a_thousand_parts_and_a_body_that_is_no_form_are_refused_in_words(uploader):
    many = send(uploader, "check", **{f"x{n}": "1" for n in range(1000)})
    assert many.status_code == 413
    for kind, body in (
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=a", b"--a\r\n\r\n"),
        ("application/json", b"{}"),
        ("text/plain", b"\0\xff"),
        ("application/x-www-form-urlencoded", b"file=" + b"%ff" * 1000),
    ):
        answer = uploader.post("/upload/check", data=body, content_type=kind, headers=OURS)
        assert 400 <= answer.status_code < 500
        assert whole(answer)


def test_with_a_key_every_form_asks_for_it_and_nothing_is_shown_to_edit_without(uploader):
    document = dash.page_registry["pages.upload"]["document"]
    fields = [one for one in walk.of(document("key", ""), "Input") if getattr(one, "type", "") == "password"]
    labels = {label.htmlFor: walk.words(label) for label in walk.of(document("key", ""), "Label")}
    assert fields
    assert {labels[one.id] for one in fields} == {"Upload key"}
    assert not walk.of(document("off", "Uploads are switched off on this site."), "Form")
    assert "UPLOADS=off" in walk.words(document("off", "Uploads are switched off on this site."))
