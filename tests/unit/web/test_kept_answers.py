"""Whole answers kept in process: the same for the same request and build, never beyond a new build."""

import json
import shutil

import brotli
import pytest

from tests.unit.web import bodies
from warehouse import serving
from web.responses import Answers, _Kept, _key


@pytest.fixture
def home(site) -> str:
    return json.dumps(next(b for o, b in bodies.valid(site.callback_map).items() if "home-story" in o))


def _post(client, data, **headers):
    return client.post(bodies.PATH, data=data, content_type="application/json", headers=headers)


def test_the_second_answer_is_the_first_with_the_same_headers(client, home):
    first, second = _post(client, home), _post(client, home)
    assert first.get_data() == second.get_data()
    assert sorted(first.headers.items()) == sorted(second.headers.items())


def test_a_body_that_was_answered_is_still_refused_as_another_type(client, home):
    assert _post(client, home).status_code == 200
    assert client.post(bodies.PATH, data=home, content_type="text/plain").status_code == 400


def test_a_body_without_a_length_is_not_looked_up(site):
    said = "POST of no length"
    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": bodies.PATH, "CONTENT_LENGTH": said, "wsgi.input": None}
    assert _key(environ) == ""


def test_each_form_of_compression_is_kept_by_itself(client, home):
    plain = _post(client, home, **{"Accept-Encoding": "identity"}).get_data()
    for _ in range(2):
        small = _post(client, home, **{"Accept-Encoding": "br"})
        assert small.headers["Content-Encoding"] == "br"
        assert "Accept-Encoding" in small.headers["Vary"]
        assert brotli.decompress(small.get_data()) == plain


def test_a_new_build_is_seen_at_once(site, demo_root, tmp_path, home):
    root = shutil.copytree(demo_root, tmp_path / "demo")
    serving.serve(root)
    client, old = site.server.test_client(), serving.view().id
    assert f"Build {old}." in _post(client, home).get_data(as_text=True)
    shutil.copytree(root / "builds" / old, root / "builds" / "20991231T000000000-later")
    serving.builds().publish("20991231T000000000-later")
    said = _post(client, home).get_data(as_text=True)
    assert "Build 20991231T000000000-later." in said
    assert f"Build {old}." not in said


def test_the_progress_of_a_refresh_is_never_kept(site, demo_root, tmp_path):
    root = shutil.copytree(demo_root, tmp_path / "demo")
    serving.serve(root)
    client = site.server.test_client()
    data = json.dumps(next(b for o, b in bodies.valid(site.callback_map).items() if "refresh" in o))
    before = _post(client, data).get_data(as_text=True)
    status = serving.builds().status()
    serving.builds().write_note("refresh.json", {**status, "exit_code": 4})
    assert "nothing could be published" in _post(client, data).get_data(as_text=True)
    assert "nothing could be published" not in before


def _of(size: int) -> _Kept:
    return _Kept(b"x" * size, ())


def test_the_answer_used_longest_ago_goes_first():
    answers = Answers(limit=100)
    for number in range(8):
        answers.put(str(number), _of(12))
    assert answers.get("0") is not None
    answers.put("8", _of(12))
    assert answers.get("1") is None
    assert answers.get("0") is not None


def test_an_answer_that_is_large_beside_the_limit_is_not_kept():
    answers = Answers(limit=100)
    answers.put("a", _of(13))
    assert answers.get("a") is None


def test_an_answer_is_not_replaced_while_it_is_kept():
    answers = Answers(limit=100)
    answers.put("a", _of(1))
    answers.put("a", _of(2))
    assert answers.get("a") == _of(1)
