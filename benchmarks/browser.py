"""A first visit in Chromium on a slow line: bytes over the wire, and when the first chart can be seen.

The line is 10 Mbit/s with 40 ms of latency (Chromium's own emulation); every visit has a new, empty context.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ops import chromium

LINE = {"offline": False, "latency": 40, "downloadThroughput": 10_000_000 / 8, "uploadThroughput": 10_000_000 / 8}
PATIENCE = 60_000  # milliseconds
# Runs before the page's own scripts: a promise of the first frame after a trace was drawn.
WATCH = """
window.firstChart = new Promise((seen, missed) => {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.js-plotly-plot g.trace')) {
      observer.disconnect();
      requestAnimationFrame(() => seen(performance.now()));
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  setTimeout(() => missed(new Error('no chart; the page says: ' + document.body.innerText.slice(0, 200))), PATIENCE);
});
""".replace("PATIENCE", str(PATIENCE))


@dataclass
class Visit:
    """A first visit: KB of 1,024 bytes transferred, seconds to the first chart, KB by address, failed addresses."""

    kilobytes: float = 0.0
    first_chart: float = 0.0
    by_address: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)


@contextlib.contextmanager
def started() -> Iterator[Any]:
    """A headless Chromium; raises ops.chromium.NoBrowser where there is none."""
    from playwright.sync_api import sync_playwright

    path = chromium.ensure()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def visit(browser: Any, address: str) -> Visit:
    """One first visit; raises AssertionError where a request fails or leaves the site."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        wire = context.new_cdp_session(page)
        seen = listen(wire)
        wire.send("Network.emulateNetworkConditions", LINE)
        page.goto(address, wait_until="load", timeout=PATIENCE)
        seen.first_chart = page.evaluate("window.firstChart") / 1000
        page.wait_for_load_state("networkidle", timeout=PATIENCE)
    finally:
        context.close()
    assert not seen.failed, f"requests failed: {seen.failed}"
    return seen


def listen(wire: Any) -> Visit:
    """What crosses the wire of a page from now on."""
    seen, addresses = Visit(), {}
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda e: addresses.update({e["requestId"]: e["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda e: _count(seen, addresses.get(e["requestId"], "?"), e))
    wire.on("Network.loadingFailed", lambda e: seen.failed.append(addresses.get(e["requestId"], "?")))
    return seen


def _count(seen: Visit, address: str, event: dict[str, Any]) -> None:
    size = event["encodedDataLength"] / 1024
    seen.kilobytes += size
    seen.by_address[address] = seen.by_address.get(address, 0) + size
