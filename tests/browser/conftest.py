"""A real Chromium against the real server: gunicorn on a free port, demonstration or real data."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from ops import chromium, npm_file
from tests.shared import ROOT
from tests.unit.web.conftest import site

__all__ = ["site"]  # the registry of pages, in this process


@pytest.fixture(scope="session")
def chrome():
    """A headless browser; without one the tests skip loudly, and fail where CI is set."""
    try:
        path = chromium.ensure()
    except chromium.NoBrowser as problem:
        if os.environ.get("CI"):
            pytest.fail(str(problem))
        pytest.skip(f"BROWSER TESTS SKIPPED: {problem}")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield browser
        browser.close()


@contextmanager
def serving(data: Path, sources: str):
    """The site from a folder of data; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"DATA_DIR": str(data), "SOURCES": sources, "PORT": str(port), "WORKERS": "1"}
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "app:server"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings})
    try:
        _wait(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=1).read()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


@pytest.fixture(scope="session")
def demo_url(partnership_root, chrome):
    """Address of the site with demonstration data."""
    with serving(partnership_root.parent, "demo") as address:
        yield address


@pytest.fixture(scope="session")
def live_url(live_root, chrome):
    """Address of the site with real data; skips where ../shared is absent."""
    with serving(live_root.parent, "live") as address:
        yield address


@pytest.fixture(scope="session")
def empty_url(tmp_path_factory, chrome):
    """Address of the site before any figures are loaded."""
    with serving(tmp_path_factory.mktemp("empty"), "live") as address:
        yield address


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, fetched once by exact version and integrity."""
    kept = ROOT / ".cache" / f"axe-{npm_file.AXE.version}.min.js"
    if not kept.exists():
        try:
            source = npm_file.read(npm_file.AXE)
        except npm_file.NpmUnavailable as problem:
            if os.environ.get("CI"):
                pytest.fail(str(problem))
            pytest.skip(f"ACCESSIBILITY TESTS SKIPPED: {problem}")
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(source)
    return kept.read_text("utf-8")


def until(page, expression: str, seconds: float = 10) -> None:
    """Wait until a JavaScript expression is true (the site's policy forbids Playwright's own way of waiting)."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(50)


class Visit:
    """A page that was opened: what it said to the console and which other hosts it asked."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.console, self.strangers, self.requests, self.loading = [], [], [], []
        page.on(
            "console",
            lambda message: self.console.append(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", self._asked)

    def _asked(self, request):
        self.requests.append(request)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.strangers.append(request.url)

    def open(self, path: str, *, charts: bool = True):
        """Go to a path and wait until it is drawn."""
        self.page.goto(self.address + path, wait_until="networkidle")
        self.page.locator("main h1").wait_for()
        if charts:
            self.page.locator(".js-plotly-plot .main-svg").first.wait_for()
        self.loading = list(self.requests)
        return self


@pytest.fixture
def visit(chrome):
    """Opens pages: ``visit(address, path, width=1280)``; every one is closed again."""
    with visiting(chrome) as opener:
        yield opener


@contextmanager
def visiting(chrome):
    """What opens pages; they are closed at the end."""
    contexts = []

    def opener(address: str, path: str = "/", *, width: int = 1280, charts: bool = True, **context):
        contexts.append(chrome.new_context(viewport={"width": width, "height": 900}, **context))
        return Visit(contexts[-1].new_page(), address).open(path, charts=charts)

    try:
        yield opener
    finally:
        for context in contexts:
            context.close()
