"""The trends page against a plain one: callbacks a second that were never asked before, the same again, and memory.

8 users ask for views that nobody asked for before, so that nothing kept can serve; 32 users ask for a few views
again and again. Both sides are asked the same questions in the same order, and must hold the same numbers.
"""

import csv
import io
import itertools
import math
import os
import random
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from statistics import median
from typing import Any
from urllib.parse import urlencode

from benchmarks import asking, load, site
from benchmarks.load import Job, Result
from benchmarks.report import Line
from benchmarks.site import Site
from benchmarks.stage import Stage
from benchmarks.timing import interleaved
from domain import delays, periods
from domain.areas import COUNCIL, ENGLAND
from warehouse.queries import areas
from warehouse.queries.series import Ask, series
from warehouse.reader import Reader, View

UNCACHED, CACHED, MEMORY = 20.0, 200.0, 4.0
NEW_USERS, AGAIN_USERS, SECONDS = 8, 32, 3.0
MOST, AGAIN, SAMPLE = 6_000, 64, 60  # questions a round that are new, that are asked again, whose numbers are compared
HISTORY = 24  # months that an area must have before the last one asked for
EMERGENCY = ("emergency_admissions", "emergency_admissions_via_ae", "ae_attendances", "dta_waits_4h", "dta_waits_12h")
Question = dict[str, Any]


def measure(stage: Stage) -> list[Line]:
    """Lines of both throughputs and of memory after them; raises AssertionError where the numbers differ."""
    view = Reader(stage.loaded.root).view()
    assert view is not None
    asked = questions(view, MOST * (stage.rounds + 2))
    naive = {**stage.loaded.environment, "NAIVE_BUILD": str(view.build.file.resolve())}
    with ExitStack() as servers:
        sites = {
            "ours": servers.enter_context(site.serve("app", stage.loaded.environment)),
            "naive": servers.enter_context(site.serve("benchmarks.baseline.naive_trends", naive, plain=True)),
        }
        same_numbers(sites["ours"], naive["NAIVE_BUILD"], asked[:SAMPLE])
        rounds = [asked[first : first + MOST] for first in range(MOST, len(asked), MOST)]
        new = {name: _crowd(one, iter(rounds), NEW_USERS) for name, one in sites.items()}
        again = {name: _crowd(one, itertools.repeat(asked[:AGAIN]), AGAIN_USERS) for name, one in sites.items()}
        uncached = interleaved(new, rounds=stage.rounds)
        cached = interleaved(again, rounds=stage.rounds)
        return [
            _throughput(f"trends: new views, {NEW_USERS} users", uncached, UNCACHED),
            _throughput(f"trends: views asked again, {AGAIN_USERS} users", cached, CACHED),
            *_memory(sites),
        ]


def questions(view: View, count: int) -> list[Question]:
    """Different views, another area each time: delays of councils, and every eighth of England's emergency care."""
    order = random.Random(8)
    councils = []
    for area in areas.every(view, COUNCIL):
        months = periods.span(area.first_period, area.last_period)[HISTORY:] if area.first_period else ()
        cuts = itertools.product(months, ("count", "day", "rate"), (delays.ALL, *delays.BODIES))
        found = [_question(area.code, "delayed_days", form, body, month) for month, form, body in cuts]
        councils.append(order.sample(found, len(found)))
    held = [one.period for one in series(view, Ask("emergency_admissions"), [ENGLAND])]
    england = [
        _question(ENGLAND, name, form, delays.ALL, month)
        for month in held[HISTORY:]
        for name in EMERGENCY
        for form in ("count", "day")
    ]
    order.shuffle(england)
    turn = (one for row in itertools.zip_longest(*councils) for one in row if one)
    mixed = []
    for place in range(count):
        one = england.pop() if place % 8 == 0 and england else next(turn, None)
        if one is None:
            break
        mixed.append(one)
    return mixed


def _question(area: str, measure: str, form: str, body: str, month: str) -> Question:
    return {"area": area, "measure": measure, "as": form, "body": body, "to": month, "limits": "36"}


def same_numbers(ours: Site, build: str, asked: list[Question]) -> None:
    """Raises AssertionError where a month, a value, a limit or a month outside them differs."""
    os.environ["NAIVE_BUILD"] = build
    from benchmarks.baseline import naive_trends

    for one in asked:
        frame = naive_trends.control(naive_trends.series(*(one[key] for key in list(one)[:5])), one["limits"])
        rows: Any = frame.dropna(subset="value").to_dict("records")
        theirs = {f"{row['period']:%Y-%m}": row for row in rows}
        mine = {row["period"]: row for row in exported(ours, one) if _is_number(row["value"])}
        assert mine.keys() == theirs.keys(), f"{one}: months {sorted(mine.keys() ^ theirs.keys())}"
        for month, row in mine.items():
            other = theirs[month]
            for name in ("value", "mean", "lower_limit", "upper_limit"):
                value = other[name.removesuffix("_limit")]
                assert _same(row[name], value), f"{one} {month} {name}: {row[name]} and {value}"
            assert ("outside a limit" in row["rules"]) == other["outside"], f"{one} {month}: outside or not"


def exported(ours: Site, one: Question) -> list[dict[str, str]]:
    """The rows of the page's own CSV, the value under that name."""
    address = f"{ours.origin}/export/trends-control.csv?{urlencode(one)}"
    with urllib.request.urlopen(address, timeout=60) as answer:
        rows = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))
    names, place = rows[0], rows[0].index("period") + 1
    names = [*names[:place], "value", *names[place + 1 :]]
    return [dict(zip(names, row, strict=True)) for row in rows[1:]]


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("e-", "", 1).isdigit()


def _same(text: str, value: float) -> bool:
    return math.isnan(value) if text == "" else math.isclose(float(text), value, rel_tol=1e-9, abs_tol=1e-9)


def _crowd(one: Site, batches: Iterator[list[Question]], users: int) -> Callable[[], Result]:
    """Each call has the next batch asked by so many users."""
    callback = asking.of_input(one.port, "limits")

    def ask() -> Result:
        visits = [[callback.request(question)] for question in next(batches)]
        found = load.run(Job(one.port, users, SECONDS, visits, around=users == AGAIN_USERS))
        assert not found.errors, found.errors[:3]
        return found

    return ask


def _throughput(name: str, found: dict[str, list[Result]], bar: float) -> Line:
    rates = {side: [one.throughput for one in results] for side, results in found.items()}
    tails = {side: median(one.percentile(0.95) for one in results) for side, results in found.items()}
    note = f"p95 {tails['ours']:.1f} ms, baseline {tails['naive']:.0f} ms"
    return Line.of(name, "/s", rates["ours"], rates["naive"], least_ratio=bar, note=note, rising=True)


def _memory(sites: dict[str, Site]) -> Iterator[Line]:
    """Resident memory at its highest, which the bar speaks of, and the proportional share after all of it."""
    for what, bar, found in (
        ("at its highest", MEMORY, {name: one.workers_memory() for name, one in sites.items()}),
        ("proportional share", None, {name: one.workers_share() for name, one in sites.items()}),
    ):
        note = f"each worker: {', '.join(f'{one:.0f}' for one in found['ours'])}"
        name = f"trends: largest worker, {what}"
        yield Line.of(name, "MB", found["ours"][:1], found["naive"][:1], least_ratio=bar, note=note)
