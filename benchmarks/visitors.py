"""A hundred visitors who look, think and look again, while refreshes publish new builds beneath them.

Each opens a page (the document and the callback that draws it) or changes a choice on one, then thinks for one to
five seconds. Meanwhile three refreshes load more and more of the publications, and each publishes a build.
"""

import json
import random
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import asking, load, processes, site
from benchmarks.load import Job
from benchmarks.report import Line
from benchmarks.site import Site
from benchmarks.stage import ROOT, SERVER, Stage
from domain import delays
from domain.areas import COUNCIL
from warehouse.queries import areas
from warehouse.reader import Reader

P95 = 300.0  # milliseconds
USERS, SECONDS, THINK, VISITS = 100, 24.0, (1.0, 5.0), 4_000
BETWEEN = 3.0  # seconds between two refreshes
SINCE = ("2018-04", "2014-04", "")  # what is loaded before the first visitor, then more, then everything


def measure(stage: Stage) -> list[Line]:
    """The 95th percentile of all answers; raises AssertionError for any error, or where no build was published."""
    data = stage.new_folder("visited")
    commands = list(_refreshes(stage, data))
    _run(commands[0])
    view = Reader(data / stage.loaded.root.name).view()
    assert view is not None
    codes = [area.code for area in areas.every(view, COUNCIL)]
    _, environment = stage.refresh_command(data)
    with site.serve("app", environment) as ours:
        crowd = load.start(Job(ours.port, USERS, SECONDS, list(visits(ours, codes)), think=THINK))
        try:
            served = [_build(ours)]
            for command in commands[1:]:
                time.sleep(BETWEEN)
                _run(command)
                served.append(_build(ours))
            assert crowd.poll() is None, "the visitors had gone before the last refresh had ended"
            found = load.finish(crowd)
        finally:
            processes.end(crowd)
        largest = ours.workers_memory()[0]
    assert not found.errors, f"{len(found.errors)} errors: {found.errors[:3]}"
    assert len(set(served)) == len(served), f"builds served one after another: {served}"
    note = (
        f"{len(found.milliseconds):,} answers in {found.seconds:.0f} s, {len(served) - 1} new builds, no error; "
        f"p50 {found.percentile(0.5):.0f} ms, p99 {found.percentile(0.99):.0f} ms, largest worker {largest:.0f} MB"
    )
    stage.say(f"Visitors: {note}.")
    name = f"visitors: {USERS} with refreshes, p95"
    return [Line.of(name, "ms", [found.percentile(0.95)], most=P95, note=note)]


def visits(ours: Site, codes: list[str]) -> Iterator[list[str]]:
    """What visitors do, by turns: four pages, and a choice on two of them."""
    chance = random.Random(100)
    router = asking.router(ours.port)
    trends, area = asking.of_input(ours.port, "limits"), asking.declared(ours.port, "area-area")

    def page(path: str, **query: str) -> list[str]:
        search = f"?{urlencode(query)}" if query else ""
        return [asking.get(path + search), router.request({"pathname": path, "search": search})]

    def trend() -> list[str]:
        cut = {"measure": "delayed_days", "as": chance.choice(("count", "day", "rate"))}
        body = chance.choice((delays.ALL, *delays.BODIES))
        return [trends.request({"area": chance.choice(codes), **cut, "body": body, "to": "latest", "limits": "36"})]

    kinds: list[Callable[[], list[str]]] = [
        lambda: page("/"),
        lambda: page("/strategic/trends", area=chance.choice(codes)),
        trend,
        lambda: page("/operational/area", area=chance.choice(codes)),
        lambda: [area.request({"area": chance.choice(codes)})],
        lambda: page("/data"),
    ]
    for _ in range(VISITS):
        yield chance.choice(kinds)()


def _refreshes(stage: Stage, data: Path) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Commands that each publish another build: more and more months, then three workbooks that were revised."""
    command, environment = stage.refresh_command(data)
    if not stage.replica:
        yield from (([*command, "--seed", str(seed)], environment) for seed in range(1, 5))
        return
    yield from (([*command, *(["--since", month] if month else [])], environment) for month in SINCE)
    port = processes.free_port()
    revised = [sys.executable, str(SERVER), "--port", str(port), "--fault", "revised"]
    origin = f"http://127.0.0.1:{port}"
    stage.stack.enter_context(processes.server(revised, f"{origin}/england.nhs.uk/", cwd=ROOT))
    yield command, {**environment, "SOURCE_MIRROR": origin}


def _run(command: tuple[list[str], dict[str, str]]) -> None:
    subprocess.run(command[0], env=command[1], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _build(ours: Site) -> str:
    """Id of the build that is served now."""
    with urllib.request.urlopen(f"{ours.origin}/version", timeout=60) as answer:
        return str(json.load(answer)["build"])
