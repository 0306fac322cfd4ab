"""150 places, 30 schemes, 10 indicators, 48 months: an upload until it is seen, the register, an impact page.

An upload is a workbook handed in as a person does, and ends when a reader sees it. Pages are asked of a running site
over one kept connection; each uncached one is of another place.
"""

import http.client
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from pathlib import Path

from benchmarks import asking, places, site
from benchmarks.places import INDICATORS, MONTHS, NOW, PLACES, SCHEMES
from benchmarks.report import Line
from benchmarks.stage import Stage
from domain.areas import COUNCIL
from etl.local import build, door, template
from etl.local.upload import About, Rows
from warehouse.queries import areas
from warehouse.queries.local import measures
from warehouse.reader import LOCAL_FOLDER, Reader

UPLOAD, REGISTER, IMPACT, AGAIN = 5.0, 300.0, 1_000.0, 20.0
PATHS = {"register": "/operational/schemes", "impact": "/operational/impact"}


@dataclass(frozen=True)
class Held:
    """A data folder with every place in it, the codes of the councils, and how long the first build took."""

    data: Path
    root: Path
    codes: tuple[str, ...]
    seconds: float


def measure(stage: Stage) -> list[Line]:
    """Seconds of an upload, milliseconds of pages."""
    held = _held(stage)
    uploads = [_upload(held, number) for number in range(stage.rounds)]
    note = f"{PLACES} places, {SCHEMES} schemes, {INDICATORS} indicators, {MONTHS} months"
    lines = [
        Line.of("schemes: one upload, until it is seen", "s", uploads, most=UPLOAD, note=note),
        Line.of("schemes: local build of every place anew", "s", [held.seconds], note=note),
    ]
    environment = {**stage.loaded.environment, "DATA_DIR": str(held.data)}
    with site.serve("app", environment) as served:
        ask = _Asker(served.port)
        register, impact, again = ([0.0] * 0 for _ in range(3))
        for number in range(PLACES):
            place = places.about(number, held.codes).place_id
            register.append(ask.milliseconds(PATHS["register"], f"?place={place}"))
            other = places.about((number + PLACES // 2) % PLACES, held.codes).place_id  # nothing of it is kept yet
            query = f"?place={other}&scheme=S{number % SCHEMES:02d}"
            impact.append(ask.milliseconds(PATHS["impact"], query))
            again.append(ask.milliseconds(PATHS["impact"], query))
    return [
        *lines,
        Line.of("schemes: register, p95, uncached", "ms", [_p95(register)], most=REGISTER, note=note),
        Line.of("schemes: impact page, uncached", "ms", impact, most=IMPACT, note=note),
        Line.of("schemes: impact page, asked again", "ms", again, most=AGAIN, note=note),
    ]


def _held(stage: Stage) -> Held:
    data = stage.new_folder("places")
    root = data / stage.loaded.root.name
    shutil.copytree(stage.loaded.root, root, symlinks=True, ignore=shutil.ignore_patterns(LOCAL_FOLDER, "raw", "packs"))
    view = Reader(root).view()
    assert view is not None
    codes = tuple(sorted(area.code for area in areas.every(view, COUNCIL)))
    places.fill(root, codes)
    took = _timed(lambda: build.rebuild(root, NOW + timedelta(hours=1)))
    return Held(data, root, codes, took)


def _upload(held: Held, number: int) -> float:
    """A workbook with other values: from its bytes until a reader that was open sees them."""
    about = places.about(number * 7 % PLACES, held.codes)
    drawn = random.Random(number)
    rows: Rows = {"observations": places.observations(drawn, about.area_codes[0])}
    data, reader = template.workbook(about, rows), Reader(held.root)
    reader.view()
    now = NOW + timedelta(hours=2, minutes=number)

    def hand_in() -> None:
        door.accept(held.root, data, "places.xlsx", now=now)
        assert _seen(reader, about) == sum(one["value"] for one in rows["observations"][MONTHS : 2 * MONTHS])

    return _timed(hand_in)


def _seen(reader: Reader, about: About) -> float:
    """The sum of the second indicator, which counts no people and so is shown as it is."""
    view = reader.view()
    assert view is not None
    return sum(one.value or 0.0 for one in measures.values(view, about.place_id, "I01"))


def _timed(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def _p95(some: list[float]) -> float:
    return sorted(some)[ceil(0.95 * len(some)) - 1]


class _Asker:
    """Asks for a page as the page's own router does."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._callback = asking.router(port)
        self.milliseconds(PATHS["register"], "")

    def milliseconds(self, path: str, query: str) -> float:
        """From sending the question to the last byte of the answer."""
        body = self._callback.body({"pathname": path, "search": query})
        start = time.perf_counter()
        self._connection.request("POST", asking.PATH, body, asking.HEADERS)
        answer = self._connection.getresponse()
        content = answer.read()
        took = (time.perf_counter() - start) * 1000
        assert answer.status == 200, f"{path}{query}: {answer.status} {content[:200]!r}"
        return took
