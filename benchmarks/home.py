"""The front page: a first visit on a slow line, server times, and the memory of a worker after both.

Served by gunicorn with ``gunicorn.conf.py`` from one loaded build; the baseline is a plain Dash site on the same
build, served the same way.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from benchmarks import browser, site
from benchmarks.report import Line
from benchmarks.site import Asker, Site
from benchmarks.stage import Stage
from benchmarks.timing import interleaved
from domain.areas import ENGLAND
from ops.chromium import NoBrowser
from warehouse.queries.series import Ask, series
from warehouse.reader import Reader, View

TRANSFER, FIRST_CHART, UNCACHED, CACHED, WORKER = 700.0, 2.0, 40.0, 5.0, 150.0
QUESTIONS = 40  # a round, of each kind
WHAT = ("kilobytes", "first_chart")
Sites = dict[str, Site]


def measure(stage: Stage) -> list[Line]:
    """Lines of the visit (where there is a browser), of the server's times and of its memory."""
    view = Reader(stage.loaded.root).view()
    assert view is not None
    with ExitStack() as servers:
        sites = {
            "ours": servers.enter_context(site.serve("app", stage.loaded.environment)),
            "naive": servers.enter_context(
                site.serve(
                    "benchmarks.baseline.naive_site",
                    {**stage.loaded.environment, "NAIVE_BUILD": str(view.build.file.resolve())},
                )
            ),
        }
        return [*_visits(stage, sites), *_times(stage, sites, months(view)), _memory(sites)]


def months(view: View) -> tuple[str, str]:
    """First and last month of the page's longest window."""
    held = [one.period for name in ("dtoc_days", "emergency_admissions") for one in series(view, Ask(name), [ENGLAND])]
    return min(held), max(held)


def _visits(stage: Stage, sites: Sites) -> Iterator[Line]:
    try:
        with browser.started() as chromium:
            visits = {name: functools.partial(browser.visit, chromium, f"{one.origin}/") for name, one in sites.items()}
            found = interleaved(visits, rounds=stage.rounds)
    except NoBrowser as problem:
        stage.say(f"The first visit was not measured: {problem}.")
        return
    size, first = ({n: [getattr(v, what) for v in vs] for n, vs in found.items()} for what in WHAT)
    largest = sorted(found["ours"][-1].by_address.items(), key=lambda item: -item[1])
    note = "; ".join(f"/{address.split('/', 3)[-1]} {size:.1f}" for address, size in largest)
    yield Line.of("home: first load, transferred", "KB", size["ours"], size["naive"], most=TRANSFER, note=note)
    yield Line.of("home: first chart at 10 Mbit/s + 40 ms", "s", first["ours"], first["naive"], most=FIRST_CHART)


def _times(stage: Stage, sites: Sites, held: tuple[str, str]) -> Iterator[Line]:
    """Server time of the page's own callback: windows never asked for before, then one again and again."""
    queries = site.windows(*held, (stage.rounds + 1) * QUESTIONS)
    for what, most, batches in (
        ("uncached", UNCACHED, [queries[start : start + QUESTIONS] for start in range(0, len(queries), QUESTIONS)]),
        ("cached", CACHED, [[queries[0]] * QUESTIONS] * (stage.rounds + 1)),
    ):
        sides = {name: _asking(one, batches) for name, one in sites.items()}
        found = interleaved(sides, rounds=stage.rounds)
        yield Line.of(f"home: server time, {what}, p50", "ms", found["ours"], found["naive"], most=most)


def _asking(one: Site, batches: list[list[str]]) -> Callable[[], float]:
    """Each call asks the next batch of questions; the median of their milliseconds."""
    asker, rest = Asker(one.port), iter(batches)
    return lambda: asker.milliseconds(next(rest))


def _memory(sites: Sites) -> Line:
    ours, naive = (sites[name].workers_memory() for name in ("ours", "naive"))
    note = f"each worker: {', '.join(f'{one:.0f}' for one in ours)}"
    return Line.of("home: largest worker after that", "MB", ours[:1], naive[:1], most=WORKER, note=note)
