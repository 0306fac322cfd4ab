"""Callback bodies: those of our pages are answered, anything else is a 400 and never a 5xx."""

import json

import pytest

from tests.unit.web import bodies
from tests.unit.web.bodies import PATH


def _post(client, data, kind="application/json"):
    return client.post(PATH, data=data, content_type=kind)


@pytest.fixture
def valid(site):
    return bodies.valid(site.callback_map)


def test_every_callback_of_the_pages_is_answered(client, valid):
    assert len(valid) >= 3
    for output, body in valid.items():
        answer = _post(client, json.dumps(body))
        assert answer.status_code == 200, output
        assert answer.get_json()["response"], output


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"1",
        b'"x"',
        b"{}",
        b"{",
        b"\xff\xfe",
        b'{"output": "nope.children", "inputs": [], "state": [], "outputs": {}}',
        b'{"output": "home-written.children", "inputs": [], "state": []}',
        b'{"output": NaN}',
        b'{"output": ["x"]}',
        b'{"output": {"a": 1}}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
    ],
    ids=lambda data: repr(data[:40]),
)
def test_a_malformed_body_is_a_400_in_plain_words(client, data):
    answer = _post(client, data)
    assert answer.status_code == 400
    assert answer.mimetype == "text/plain"
    assert len(answer.get_data()) < 100


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(client, valid, kind):
    assert _post(client, json.dumps(next(iter(valid.values()))), kind).status_code == 400


def _changed(body, **change):
    return {**body, **change}


@pytest.mark.parametrize(
    "change",
    [
        lambda body: {"inputs": body["inputs"][:1]},
        lambda body: {"inputs": [*body["inputs"], body["inputs"][0]]},
        lambda body: {"inputs": body["inputs"][::-1]},
        lambda body: {"inputs": [{**body["inputs"][0], "id": "home-to"}, body["inputs"][1]]},
        lambda body: {"inputs": [{**body["inputs"][0], "extra": 1}, body["inputs"][1]]},
        lambda body: {"inputs": [{**body["inputs"][0], "value": {"a": 1}}, body["inputs"][1]]},
        lambda body: {"inputs": [{**body["inputs"][0], "value": "x" * 4001}, body["inputs"][1]]},
        lambda body: {"inputs": [{**body["inputs"][0], "value": ["x"] * 101}, body["inputs"][1]]},
        lambda body: {"state": [body["inputs"][0]]},
        lambda body: {"outputs": body["outputs"][:1]},
        lambda body: {"outputs": body["outputs"][::-1]},
        lambda body: {"changedPropIds": ["other.value"]},
        lambda body: {"changedPropIds": "home-from.value"},
        lambda body: {"background": True},
        lambda body: {"cancelJob": ["x"]},
    ],
)
def test_a_body_that_is_not_exactly_that_of_its_callback_is_refused(client, valid, change):
    body = next(body for output, body in valid.items() if "home-story" in output)
    assert _post(client, json.dumps(body)).status_code == 200
    assert _post(client, json.dumps(_changed(body, **change(body)))).status_code == 400


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_value_that_is_no_number_is_refused(client, valid, value):
    body = next(body for output, body in valid.items() if "home-story" in output)
    inputs = [{**body["inputs"][0], "value": value}, body["inputs"][1]]
    assert _post(client, json.dumps(_changed(body, inputs=inputs))).status_code == 400


@pytest.mark.parametrize(
    ("pathname", "search"), [(None, ""), ("", ""), ("home", ""), (1, ""), (["/"], ""), ("/", None), ("/", 1), ("/", [])]
)
def test_the_router_takes_a_path_and_a_query_as_text_only(client, valid, pathname, search):
    body = next(body for output, body in valid.items() if "_pages_content" in output)
    given = dict(zip(("pathname", "search"), (pathname, search), strict=True))
    inputs = [{**part, "value": given[part["property"]]} for part in body["inputs"]]
    assert _post(client, json.dumps(_changed(body, inputs=inputs))).status_code == 400


def _drawn(client, valid, pathname) -> str:
    body = next(body for output, body in valid.items() if "_pages_content" in output)
    given = {"pathname": pathname, "search": ""}
    inputs = [{**part, "value": given[part["property"]]} for part in body["inputs"]]
    return _post(client, json.dumps(_changed(body, inputs=inputs))).get_data(as_text=True)


@pytest.mark.parametrize("pathname", ["/nope", "/home", "/pages/home", "/export/", "/a/b/c", "/%00", "/data/x"])
def test_an_address_that_is_no_page_draws_the_page_for_it(client, valid, pathname):
    assert client.get(pathname).status_code == 404
    assert "There is no page at this address" in _drawn(client, valid, pathname)


def test_an_address_with_a_slash_too_many_is_sent_on_to_the_page(client):
    answer = client.get("/data/?from=2018-01")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/data?from=2018-01")
    assert client.get("/nope/").status_code == 404


def test_a_body_of_more_than_256_kilobytes_is_refused(client, valid):
    body = next(iter(valid.values()))
    assert _post(client, json.dumps(_changed(body, x="x" * 260_000))).status_code == 400


def test_a_body_is_checked_without_a_warehouse_too(empty, valid):
    assert _post(empty, b"{}").status_code == 400
    for output, body in valid.items():
        assert _post(empty, json.dumps(body)).status_code == 200, output
