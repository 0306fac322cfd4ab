"""2,000 mutated callback bodies: each is answered or refused, none breaks, hangs or leaves anything behind."""

import json
import logging
import random
import shutil
import signal
import threading
from contextlib import contextmanager
from pathlib import Path

import dash
import pytest

from tests.unit.web import bodies
from tests.unit.web.bodies import PATH
from warehouse import serving

COUNT, CHUNKS = 2_000, 8
LONGEST = 30  # seconds after which a body is said to hang


@pytest.fixture(scope="module")
def own(site, demo_root, tmp_path_factory):
    """The site on data of its own, so that whatever is left behind can be seen."""
    before = serving.builds()
    root = shutil.copytree(demo_root, tmp_path_factory.mktemp("own") / "demo")
    serving.serve(root)
    yield root
    if before:
        serving.serve(before.root)


@pytest.fixture
def client(site, own):
    if serving.builds().root != own:
        serving.serve(own)
    return site.server.test_client()


@pytest.fixture(scope="module")
def valid(site):
    return bodies.valid(site.callback_map)


@contextmanager
def _at_most(seconds: int, said: str):
    """Ends what takes longer, in the words given."""

    def late(*_):
        raise AssertionError(f"no answer in {seconds} s: {said}")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _post(client, data):
    return client.post(PATH, data=data, content_type="application/json")


def _answers(client, valid) -> dict[str, bytes]:
    """What every callback answers to a body of a page of ours; the shelf of packs is not asked to make any."""
    return {output: _post(client, json.dumps(body)).get_data() for output, body in valid.items()}


def _left(root: Path, site) -> tuple[object, ...]:
    """What a request could leave behind: files, threads, callbacks, pages, the build that is served."""
    files = sorted((str(file.relative_to(root)), file.stat().st_size) for file in root.rglob("*") if _kept(file))
    threads = sorted(thread.name for thread in threading.enumerate())
    return files, threads, list(site.callback_map), list(dash.page_registry), serving.view().id


def _kept(file: Path) -> bool:
    return file.is_file() and file.name != "reader.log"


@pytest.mark.parametrize("seed", range(CHUNKS))
def test_mutated_bodies_are_answered_or_refused_and_leave_nothing_behind(site, client, own, valid, caplog, seed):
    rng, known = random.Random(seed), list(valid)
    before, answered = _left(own.parent, site), _answers(client, valid)
    caplog.set_level(logging.ERROR)
    seen = set()
    for number in range(COUNT // CHUNKS):
        data = bodies.mutated(valid[known[number % len(known)]], known, rng)
        said = f"body {number + 1} of {COUNT // CHUNKS} with seed {seed}: {data[:2000]!r}"
        with _at_most(LONGEST, said):
            answer = _post(client, data)
        assert answer.status_code in (200, 204, 400), f"{answer.status_code} for {said}"
        assert not caplog.records, f"an error was logged for {said}:\n{caplog.text[-3000:]}"
        seen.add(answer.status_code)
    assert seen >= {200, 400}
    assert _left(own.parent, site) == before
    assert _answers(client, valid) == answered


def test_every_callback_of_the_site_is_mutated(site, valid):
    on_the_server = {output for output, callback in site.callback_map.items() if "callback" in callback}
    assert set(valid) == on_the_server
    assert len(valid) <= COUNT // CHUNKS


def test_the_same_seed_gives_the_same_bodies(valid):
    known = list(valid)
    first, second = random.Random(3), random.Random(3)
    both = [(bodies.mutated(valid[one], known, first), bodies.mutated(valid[one], known, second)) for one in known * 9]
    assert all(one == other for one, other in both)
    assert len({one for one, _ in both}) > len(both) / 2
