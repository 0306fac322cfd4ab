"""Inside the site, in Chromium: bytes of a move from the front page, and how soon another choice is painted.

A move is a click on a link of the navigation after a first visit. A choice is a change of a native select; the clock
runs from its ``change`` event to the frame after which neither words nor any chart in view change any more (on the
area page the first screen shows bars that are no drawings; its drawings lie further down).
"""

import itertools
import json
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from benchmarks import browser, site
from benchmarks.browser import PATIENCE
from benchmarks.report import Line
from benchmarks.site import Site
from benchmarks.stage import Stage
from benchmarks.timing import interleaved
from domain.areas import COUNCIL
from ops.chromium import NoBrowser
from warehouse.queries import areas
from warehouse.reader import Reader

TRANSFER, REPAINT = 60.0, 200.0
MOVES = {"trends": "/strategic/trends", "area": "/operational/area", "snapshots": "/snapshots"}
CHOICES = {"trends": "/strategic/trends", "area": "/operational/area"}  # an id of each page's select is <name>-area
AT_MOST = 2  # rounds of moves: bytes do not vary
A_ROUND = 5  # changes of a select; the first one of a page is thrown away
CHART = ".js-plotly-plot g.trace"
# Milliseconds from the change of a select to the frame after which no words and no chart in view change for 500 ms.
WATCH = """
window.repainted = (id) => new Promise((done, missed) => {
  const seen = (chart) => {
    const box = chart.getBoundingClientRect();
    return box.top < window.innerHeight && box.bottom > 0;
  };
  const drawn = (chart) => Array.from(chart.querySelectorAll('g.trace path, g.trace text'),
    (part) => part.getAttribute('d') + part.getAttribute('transform')).join();
  const words = () => Array.from(document.querySelectorAll('main h1, main h2, main p, main td, main th'),
    (part) => part.textContent).join();
  const look = () => words() + Array.from(document.querySelectorAll('.js-plotly-plot')).filter(seen).map(drawn).join();
  let before = look(), start = 0, painted = 0;
  document.getElementById(id).addEventListener('change', () => { start = performance.now(); },
    { capture: true, once: true });
  const frame = () => {
    const now = look();
    if (start && now && now !== before) {
      before = now;
      const after = new MessageChannel();  // its message comes when this frame has been painted
      after.port1.onmessage = () => { painted = performance.now(); };
      after.port2.postMessage('');
    }
    if (painted && performance.now() - painted > 500) done(painted - start);
    else if (start && performance.now() - start > PATIENCE) missed(new Error('no other chart'));
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
});
""".replace("PATIENCE", str(PATIENCE))


def measure(stage: Stage) -> list[Line]:
    """Lines of three moves and of two choices; none where there is no browser."""
    view = Reader(stage.loaded.root).view()
    assert view is not None
    codes = [area.code for area in areas.every(view, COUNCIL)]
    try:
        with site.serve("app", stage.loaded.environment) as ours, browser.started() as chromium:
            return [*_moves(stage, ours, chromium), *_choices(stage, ours, chromium, codes)]
    except NoBrowser as problem:
        stage.say(f"Moves inside the site were not measured: {problem}.")
        return []


def _moves(stage: Stage, ours: Site, chromium: Any) -> Iterator[Line]:
    sides = {name: _moving(chromium, ours, path) for name, path in MOVES.items()}
    found = interleaved(sides, rounds=min(stage.rounds, AT_MOST), warm=False)
    for name in MOVES:
        kilobytes = [sum(one.values()) for one in found[name]]
        parts = sorted(found[name][-1].items(), key=lambda item: -item[1])
        note = "; ".join(f"/{address.split('/', 3)[-1]} {size:.1f}" for address, size in parts)
        yield Line.of(f"moves: from home to {name}, transferred", "KB", kilobytes, most=TRANSFER, note=note)


def _moving(chromium: Any, ours: Site, path: str) -> Callable[[], dict[str, float]]:
    """Each call is a first visit and a click; KB of the click by address."""

    def move() -> dict[str, float]:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        try:
            page = context.new_page()
            page.goto(f"{ours.origin}/", wait_until="load", timeout=PATIENCE)
            page.wait_for_selector(CHART, state="attached", timeout=PATIENCE)
            page.wait_for_load_state("networkidle", timeout=PATIENCE)
            heading = page.inner_text("main h1")
            wire = context.new_cdp_session(page)
            seen = browser.listen(wire)
            page.click(f".nav-link[href='{path}']")
            page.wait_for_selector(f"main h1:not(:text-is({json.dumps(heading)}))", timeout=PATIENCE)
            page.wait_for_load_state("networkidle", timeout=PATIENCE)
            page.wait_for_timeout(300)  # what only the drawn page asks for
            page.wait_for_load_state("networkidle", timeout=PATIENCE)
            assert page.url.startswith(f"{ours.origin}{path}"), page.url
            assert not seen.failed, f"requests failed: {seen.failed}"
            return dict(seen.by_address)
        finally:
            context.close()

    return move


def _choices(stage: Stage, ours: Site, chromium: Any, codes: list[str]) -> Iterator[Line]:
    sides = {name: _choosing(chromium, ours, name, iter(codes)) for name in CHOICES}
    found = interleaved(sides, rounds=stage.rounds)
    for name in CHOICES:
        longest = max(itertools.chain.from_iterable(found[name]))
        note = f"longest of {sum(map(len, found[name]))} {longest:.0f} ms"
        took = [median(one) for one in found[name]]
        yield Line.of(f"moves: another area on {name}, painted", "ms", took, most=REPAINT, note=note)


def _choosing(chromium: Any, ours: Site, name: str, codes: Iterator[str]) -> Callable[[], list[float]]:
    """Each call opens the page and chooses some areas that nobody asked for; milliseconds of each but the first."""

    def choose() -> list[float]:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        try:
            page = context.new_page()
            page.add_init_script(WATCH)
            page.goto(f"{ours.origin}{CHOICES[name]}", wait_until="load", timeout=PATIENCE)
            page.wait_for_selector(CHART, state="attached", timeout=PATIENCE)
            page.wait_for_load_state("networkidle", timeout=PATIENCE)
            took = []
            shown = page.input_value(f"#{name}-area")
            for code in itertools.islice((code for code in codes if code != shown), A_ROUND):
                page.evaluate(f"void (window.waited = window.repainted('{name}-area'))")
                page.select_option(f"#{name}-area", code)
                took.append(float(page.evaluate("window.waited")))
            return took[1:]
        finally:
            context.close()

    return choose
