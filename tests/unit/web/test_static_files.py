"""Prepared static files: compressed as the browser can take them, kept for ever or asked for again."""

import gzip
import json

import brotli
import pytest
from flask import Flask

from web import static_files
from web.static_files import Prepared

BODY = b"console.log('interface');" * 50
FILES = {
    "/static/lib-1.2.3.js": {
        "hash": "aa11",
        "type": "text/javascript",
        "immutable": True,
        "encodings": ["br", "gzip"],
    },
    "/assets/site.css?m=1.5": {"hash": "bb22", "type": "text/css", "immutable": False, "encodings": ["gzip"]},
    "/static/fonts/face.woff2": {"hash": "cc33", "type": "font/woff2", "immutable": True, "encodings": []},
    "/static/lost.js": {"hash": "dd44", "type": "text/javascript", "immutable": True, "encodings": []},
}
JS = "/static/lib-1.2.3.js"


@pytest.fixture
def prepared(tmp_path):
    index = {"files": FILES, "plotly": JS, "faces": [{"weight": "400", "url": "/static/fonts/face.woff2"}]}
    (tmp_path / "index.json").write_text(json.dumps(index), "utf-8")
    for name in ("aa11", "bb22", "cc33"):
        (tmp_path / name).write_bytes(BODY)
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(BODY))
        (tmp_path / f"{name}.br").write_bytes(brotli.compress(BODY))
    return Prepared.load(tmp_path)


@pytest.fixture
def client(prepared):
    server = Flask("static", static_folder=None)
    server.add_url_rule("/<path:path>", "other", lambda path: "from elsewhere", methods=["GET", "POST"])
    static_files.register(server, prepared)
    return server.test_client()


@pytest.mark.parametrize(
    ("accepted", "encoding", "opened"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=1.0, gzip;q=0.8", "br", brotli.decompress),
        ("deflate", None, bytes),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
def test_a_file_is_sent_as_the_browser_can_take_it(client, accepted, encoding, opened):
    answer = client.get(JS, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert opened(answer.get_data()) == BODY
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.mimetype == "text/javascript"


@pytest.mark.parametrize(("accepted", "encoding"), [("br;q=0, gzip", "gzip"), ("gzip;q=0", None)])
def test_an_encoding_that_is_refused_is_not_sent(client, accepted, encoding):
    assert client.get(JS, headers={"Accept-Encoding": accepted}).headers.get("Content-Encoding") == encoding


def test_a_file_without_compressed_forms_is_sent_as_it_is(client):
    answer = client.get("/static/fonts/face.woff2", headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.get_data() == BODY


@pytest.mark.parametrize(
    ("path", "policy"),
    [(JS, "public, max-age=31536000, immutable"), ("/assets/site.css?m=1.5", "no-cache")],
)
def test_fingerprinted_files_are_kept_for_ever_and_others_asked_for_again(client, path, policy):
    assert client.get(path).headers["Cache-Control"] == policy


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_a_file_that_is_held_is_not_sent_again(client, accepted):
    first = client.get(JS, headers={"Accept-Encoding": accepted})
    for held in (first.headers["ETag"], f"W/{first.headers['ETag']}", f'"other", {first.headers["ETag"]}'):
        again = client.get(JS, headers={"Accept-Encoding": accepted, "If-None-Match": held})
        assert (again.status_code, again.get_data()) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Vary"] == "Accept-Encoding"


def test_another_form_or_version_of_a_file_is_sent(client):
    tags = {client.get(JS, headers={"Accept-Encoding": a}).headers["ETag"] for a in ("br", "gzip", "identity")}
    assert len(tags) == 3
    gzipped = client.get(JS, headers={"Accept-Encoding": "gzip"}).headers["ETag"]
    assert client.get(JS, headers={"Accept-Encoding": "br", "If-None-Match": gzipped}).status_code == 200
    assert client.get(JS, headers={"If-None-Match": '"zz99"'}).status_code == 200


@pytest.mark.parametrize("path", ["/static/other.js", "/assets/site.css", "/assets/site.css?m=2", "/static/lost.js"])
def test_what_was_not_prepared_or_is_lost_is_answered_as_usual(client, path):
    assert client.get(path).get_data() == b"from elsewhere"


def test_only_reading_is_answered_from_the_folder(client):
    assert client.post(JS).get_data() == b"from elsewhere"
    head = client.head(JS, headers={"Accept-Encoding": "br"})
    assert (head.status_code, head.get_data()) == (200, b"")
    assert int(head.headers["Content-Length"]) == len(brotli.compress(BODY))


def test_the_index_names_the_drawing_library_and_the_faces(prepared):
    assert prepared.plotly == JS
    assert prepared.faces[0]["weight"] == "400"


@pytest.mark.parametrize("content", [None, b"", b"{", b"{}", b"\xff\xfe"])
def test_a_missing_or_damaged_folder_prepares_nothing(tmp_path, content):
    if content is not None:
        (tmp_path / "index.json").write_bytes(content)
    assert Prepared.load(tmp_path) == Prepared(tmp_path, {})


@pytest.mark.parametrize("content", [b"[]", b"null", b'"x"'])
def test_an_index_of_another_shape_prepares_nothing(tmp_path, content):
    (tmp_path / "index.json").write_bytes(content)
    assert Prepared.load(tmp_path) == Prepared(tmp_path, {})
