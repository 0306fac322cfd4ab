"""Addresses: pages, honest 404s, health, readiness, and the headers that stand on every answer."""

import base64
import hashlib
import re

import pytest

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGES = ["/", "/data", "/?from=2016-10&to=2018-01", "/?from=junk&to=%00&x=1", "/data?a=b"]
UNKNOWN = [
    "/nope",
    "/home",
    "/pages/home",
    "/export",
    "/export/",
    "/a/b/c",
    "/%00",
    "/healthz/",
    "/.git/config",
]
EVERY = [
    *[("GET", path, 200) for path in PAGES],
    *[("GET", path, 404) for path in UNKNOWN],
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
    ("GET", "/version", 200),
    ("GET", "/export/home-delays.csv", 200),
    ("GET", "/export/nope.csv", 404),
    ("GET", "/export/series.csv?area=Quilshire", 404),
    ("GET", "/assets/site.css", 200),
    ("GET", "/assets/nope.css", 404),
    ("GET", "/assets/..%2fapp.py", 404),
    ("GET", "/_dash-layout", 200),
    ("GET", "/_dash-dependencies", 200),
    ("GET", "/_dash-component-suites/os/x", 404),
    ("GET", "/_dash-component-suites/dash/nope.js", 404),
    ("HEAD", "/", 200),
    ("OPTIONS", "/", 200),
    ("POST", "/", 405),
    ("PUT", "/export/home-delays.csv", 405),
    ("POST", "/_dash-update-component", 400),
    ("GET", "//", 308),
]
every_answer = pytest.mark.parametrize(("method", "path", "status"), EVERY, ids=[f"{m} {p}" for m, p, _ in EVERY])


@every_answer
def test_an_address_is_answered_with_its_status(client, method, path, status):
    assert client.open(path, method=method).status_code == status


@every_answer
def test_security_headers_stand_on_every_answer(client, method, path, status):
    headers = client.open(path, method=method).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "max-age=" in headers["Strict-Transport-Security"]
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"]
    assert "Server" not in headers


@every_answer
def test_the_content_security_policy_is_strict_on_every_answer(client, method, path, status):
    policy = dict(
        part.split(" ", 1) for part in client.open(path, method=method).headers["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["connect-src"] == policy["font-src"] == policy["form-action"] == "'self'"
    assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", policy["script-src"])
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    assert not [name for name, value in policy.items() if name != "style-src" and ("unsafe" in value or "*" in value)]
    assert "http:" not in str(policy)
    assert "https:" not in str(policy)


def test_every_inline_script_of_the_document_is_allowed_by_its_hash(client):
    answer = client.get("/")
    scripts = re.findall(r"<script>(.*?)</script>", answer.get_data(as_text=True), re.DOTALL)
    scripts += re.findall(r'<script id="_dash-renderer"[^>]*>(.*?)</script>', answer.get_data(as_text=True), re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_address_gets_the_document_that_draws_the_page_for_it(client, path):
    answer = client.get(path)
    assert answer.mimetype == "text/html"
    assert "react-entry-point" in answer.get_data(as_text=True)
    assert "<title>Interface Monitor</title>" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("path", "title"),
    [("/", "Where are we, nationally – Interface Monitor"), ("/data", "Data and sources – Interface Monitor")],
)
def test_a_page_has_its_own_title_before_any_script_runs(client, path, title):
    assert f"<title>{title}</title>" in client.get(path).get_data(as_text=True)


def test_the_document_asks_no_other_host(client):
    document = client.get("/").get_data(as_text=True)
    asked = re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="([^"]+)"', document)
    assert len(asked) > 10
    assert not [address for address in asked if not re.match(r"/(?!/)", address)]
    assert '<html lang="en-GB">' in document
    assert "<footer" not in document


@pytest.mark.parametrize(
    "path", ['/nope"><script>alert(1)</script>', '/?from="><img src=x onerror=alert(1)>', "/'-alert(1)-'"]
)
def test_markup_in_an_address_is_never_given_back(client, path):
    document = client.get(path).get_data(as_text=True)
    assert "alert(1)</script>" not in document
    assert "<img src=x" not in document


def test_the_process_is_alive_and_ready_with_figures(client):
    assert client.get("/healthz").get_data(as_text=True) == "ok\n"
    ready = client.get("/readyz").get_json()
    assert (ready["ready"], ready["mode"]) == (True, "demo")
    assert client.get("/version").get_json() == {"build": ready["build"], "mode": "demo"}
    assert ready["refresh"]["exit_code"] == 0


def test_without_a_warehouse_the_process_is_alive_and_not_ready(empty):
    assert empty.get("/healthz").status_code == 200
    answer = empty.get("/readyz")
    assert answer.status_code == 503
    assert answer.get_json()["ready"] is False
    assert empty.get("/version").get_json() == {"build": None, "mode": None}


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_answered_without_a_warehouse(empty, path):
    assert empty.get(path).status_code == 200


def test_without_a_warehouse_an_export_is_a_404_that_says_why(empty):
    assert empty.get("/export/home-delays.csv").status_code == 404
    answer = empty.get("/export/series.csv?area=England")
    assert (answer.status_code, answer.get_data(as_text=True)) == (404, "No figures are loaded yet.\n")
