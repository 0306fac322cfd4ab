"""An upload that is killed at any moment: what was answered as accepted is there, and nothing half done counts."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from etl.local import build
from etl.local.journal import Journal
from tests.shared import ROOT
from tests.unit.etl.local.sheets import ABOUT, ROWS, book
from warehouse.builds import Builds
from warehouse.reader import Reader, local_builds

KILLS = 20


@pytest.fixture(scope="module")
def data(demo_root, tmp_path_factory):
    """National demonstration figures without any upload."""
    folder = tmp_path_factory.mktemp("killed")
    root = folder / "demo"
    name = Builds(demo_root).current_id()
    shutil.copytree(demo_root / "builds" / name, root / "builds" / name)
    shutil.copy(demo_root / "CURRENT", root / "CURRENT")
    return folder


def command(data, *arguments):
    start = [sys.executable, "-m", "etl.local", "--data-dir", str(data), "--mode", "demo", "--json"]
    return subprocess.Popen([*start, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def upload_of(number: int) -> bytes:
    """A workbook that differs from every other by one value."""
    first, *rest = ROWS["observations"]
    return book({**ROWS, "observations": ({**first, "value": 100.0 + number}, *rest)}, ABOUT)


def moments(root, uploads: int):
    """Steps of an upload at which it can be killed, in their order."""
    folder = root / "local" / "uploads"
    return [
        lambda: any(folder.glob(".new-*")),
        lambda: any(folder.glob(".new-*/rows.json")),
        lambda: len(list(folder.glob("[!.]*"))) > uploads,
        lambda: any((root / "local" / "builds").glob(".new-*/warehouse.duckdb")),
        lambda: any((root / "local" / "builds").glob(".new-*/manifest.json")),
    ]


def test_twenty_uploads_killed_during_their_commit_lose_nothing_that_was_answered(data, tmp_path):
    root, chance = data / "demo", random.Random(4)
    journal, acknowledged = Journal(root), []
    for number in range(KILLS):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(upload_of(number))
        known = {one.id for one in journal.all()}
        child = command(data, "upload", str(file))
        steps = moments(root, len(known))
        moment, until = steps[number % len(steps)], time.monotonic() + 60
        while child.poll() is None and not moment() and time.monotonic() < until:
            time.sleep(0.0005)
        time.sleep(chance.choice((0, 0, 0.002, 0.02)))
        child.send_signal(signal.SIGKILL)
        out = child.communicate()[0]
        if out.strip().endswith(b"}"):
            acknowledged.append(json.loads(out)["accepted"])
        held = {one.id: one for one in journal.all()}  # raises where one is damaged
        assert known <= set(held)
        assert set(acknowledged) <= set(held)
        new = set(held) - known
        assert len(new) <= 1, "one upload, at most one entry"
        for one in new:
            assert held[one].rows["observations"][0]["value"] == 100.0 + number
            assert journal.file(one).read_bytes() == file.read_bytes()
        served = local_builds(root).usable()
        assert served is None or Reader(root).view().local is not None, "what is served can be opened"
    whole = command(data, "upload", str(file))
    assert json.loads(whole.communicate(timeout=120)[0])["accepted"]
    assert not list((root / "local" / "uploads").glob(".new-*"))
    assert not build.behind(root)
    assert len(Reader(root).view().rows("SELECT * FROM local.uploads")) == len(journal.all())


def test_what_was_kept_by_an_upload_that_was_killed_is_published_by_the_next_check(data, tmp_path):
    root = data / "demo"
    file = tmp_path / "next.xlsx"
    file.write_bytes(upload_of(99))
    before, known = local_builds(root).current_id(), len(Journal(root).all())
    child = command(data, "upload", str(file))
    while child.poll() is None and len(Journal(root).all()) == known:
        time.sleep(0.0005)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    if local_builds(root).current_id() == before:
        assert build.behind(root)
    checked = json.loads(command(data, "check", str(file)).communicate(timeout=120)[0])
    assert not build.behind(root)
    assert all(not one["added"] and not one["changed"] for one in checked["differences"])
