"""Who may upload: this machine, who knows the key, nobody; and only from a page of the site itself."""

import pytest
from flask import Flask, request

from config import load
from web import upload_gate

KEY = "correct horse battery"
HOME = {"REMOTE_ADDR": "127.0.0.1"}
OURS = {"Origin": "http://127.0.0.1:8050"}
server = Flask("gate")


def ask(why, *, uploads="local", headers=None, key="", host="127.0.0.1:8050", address="127.0.0.1"):
    settings = load(uploads=uploads, upload_key=KEY if uploads == "key" else "")
    with server.test_request_context(
        "/upload/check", base_url=f"http://{host}", headers=headers or {}, environ_base={"REMOTE_ADDR": address}
    ):
        return upload_gate.refused(settings, request, key) if why else upload_gate.closed(settings, request)


@pytest.mark.parametrize(
    ("host", "address", "headers", "open_to"),
    [
        ("127.0.0.1:8050", "127.0.0.1", {}, True),
        ("localhost", "127.0.0.1", {}, True),
        ("[::1]:8050", "::1", {}, True),
        ("127.0.0.1:8050", "10.0.0.9", {}, False),
        ("example.org", "127.0.0.1", {}, False),  # a name that was bent to this machine
        ("127.0.0.1:8050", "127.0.0.1", {"X-Forwarded-For": "10.0.0.9"}, False),
        ("127.0.0.1:8050", "127.0.0.1", {"Forwarded": "for=10.0.0.9"}, False),
        ("127.0.0.1:8050", "127.0.0.1", {"X-Real-IP": "10.0.0.9"}, False),
    ],
)
def test_by_default_only_this_machine_may_upload(host, address, headers, open_to):
    assert (ask(False, host=host, address=address, headers=headers) == "") is open_to


def test_nobody_may_where_uploads_are_off():
    assert ask(False, uploads="off") == ask(True, uploads="off", headers=OURS) == upload_gate.OFF


@pytest.mark.parametrize("key", ["", "wrong", KEY + " ", KEY[:-1], "\udcff", "é" * 5000])
def test_a_wrong_key_is_refused(key):
    assert ask(True, uploads="key", headers=OURS, key=key, address="10.0.0.9") == upload_gate.NO_KEY


def test_the_key_lets_in_from_elsewhere():
    assert ask(True, uploads="key", headers=OURS, key=KEY, address="10.0.0.9") == ""


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        (OURS, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({**OURS, "Sec-Fetch-Site": "same-origin"}, True),
        ({"Referer": "http://127.0.0.1:8050/upload"}, True),
        ({}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "http://127.0.0.1:8051"}, False),
        ({**OURS, "Sec-Fetch-Site": "cross-site"}, False),
        ({**OURS, "Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://[bad"}, False),
        ({"Referer": "https://evil.example/127.0.0.1:8050"}, False),
    ],
)
def test_only_a_form_of_this_site_is_taken(headers, taken):
    assert (ask(True, headers=headers) == "") is taken
