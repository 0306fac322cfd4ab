"""An error that nobody foresaw: a short answer with an id that is in the log, and nothing of the inside."""

import re

import pytest

from panels.exports import TABLES


def _fail(view, window):
    raise RuntimeError("secret of the inside")


@pytest.fixture
def failing(client, monkeypatch):
    monkeypatch.setitem(TABLES, "failing", _fail)
    return client


def test_the_answer_is_short_and_shows_nothing_of_the_inside(failing):
    answer = failing.get("/export/failing.csv")
    said = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert re.fullmatch(r"Something went wrong \(error [0-9a-f]{8}\)\. .*please try again.*\n", said)
    assert "secret" not in said
    assert "RuntimeError" not in said


def test_the_id_of_the_answer_is_in_the_log_with_the_cause(failing, caplog):
    said = failing.get("/export/failing.csv").get_data(as_text=True)
    name = re.search(r"[0-9a-f]{8}", said)[0]
    record = next(record for record in caplog.records if name in record.getMessage())
    assert "secret of the inside" in caplog.text
    assert record.name == "interface_monitor.web"


def test_headers_stand_on_an_error_too(failing):
    headers = failing.get("/export/failing.csv").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Cache-Control"] == "no-store"


def test_an_error_is_not_the_answer_to_the_next_request(failing):
    assert failing.get("/export/failing.csv").status_code == 500
    assert failing.get("/export/home-delays.csv").status_code == 200
