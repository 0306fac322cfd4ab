"""A refresh that is killed at any moment leaves the old build or the new one, and the next refresh ends the work."""

import json
import random
import shutil
import signal
import time

import pytest

from etl import publishing, readings
from tests.faults.figures import half_done, only_in, view, whole
from tests.faults.refreshing import copy_of, from_folder
from tests.faults.workbooks import edited, held, offer
from tests.start.processes import eventually, started
from warehouse.builds import Builds
from warehouse.reader import Reader

DEMO = ("-m", "etl", "demo")
SQL = (
    "SELECT SUM(value) FROM national.delays_current WHERE period = DATE '2019-01-01' AND area_type = 'council' "
    "AND body = 'all' AND reason = 'all' AND care_type = 'all'"
)


@pytest.fixture
def data(demo_root, demo_site, tmp_path):
    """A data folder with demonstration data, all to be read again, and one month revised by its publisher since."""
    root = copy_of(demo_root, tmp_path / "data" / "demo")
    (root / readings.NOTE).unlink()
    site = shutil.copytree(demo_site, root / "site" / demo_site.name)
    body = edited(held(site).read_bytes(), days=7, revised="13th June 2019")
    offer(site, "LA-Type-B-January-2019-revised.xlsx", body)
    return tmp_path / "data"


def figures(root):
    """Delayed days of the revised month in the build that is served; None without one."""
    opened = Reader(root).view()
    return opened.rows(SQL)[0][0] if opened else None


def doing(root):
    try:
        return json.loads((root / "refresh.json").read_text())["doing"]
    except (OSError, ValueError):
        return ""


MOMENTS = {
    "while the site is written": lambda root: any(root.glob("site/.new-*/*")),
    "while looking": lambda root: doing(root) == "looking",
    "while fetching": lambda root: doing(root) == "fetching",
    "while a file is kept": lambda root: any(root.glob("raw/*/.new-*/*")),
    "while reading": lambda root: doing(root) == "reading",
    "while building": lambda root: doing(root) == "building",
    "while the build is written": lambda root: any(root.glob("builds/.new-*/warehouse.duckdb")),
    "when the build is nearly written": lambda root: any(root.glob("builds/.new-*/manifest.json")),
}


def killed_when(moment, data, tmp_path):
    """Run until the moment, then kill with no chance to tidy up."""
    root = data / "demo"
    (root / "refresh.json").unlink(missing_ok=True)
    with started(tmp_path / "said", *DEMO, DATA_DIR=data) as run:
        while run.process.poll() is None and not moment(root):
            time.sleep(0.0005)
        run.send(signal.SIGKILL)
        return run.wait()


def ended_well(data, tmp_path):
    with started(tmp_path / "said", *DEMO, DATA_DIR=data) as run:
        assert run.wait() == 0, run.said
    assert whole(data / "demo")


def test_a_refresh_killed_at_any_step_leaves_the_old_build_or_the_new_one(data, demo_root, tmp_path):
    root = data / "demo"
    old = figures(demo_root)
    for name, moment in list(MOMENTS.items())[1:]:
        killed_when(moment, data, tmp_path)
        assert figures(root) in (old, old + 7), name
    ended_well(data, tmp_path)
    assert figures(root) == old + 7


def test_a_refresh_killed_at_random_times_leaves_the_old_build_or_the_new_one(data, demo_root, tmp_path):
    root = data / "demo"
    old, chance = figures(demo_root), random.Random(2)
    for _ in range(3):
        until = time.monotonic() + chance.uniform(0.2, 2.5)
        killed_when(lambda _, until=until: time.monotonic() > until, data, tmp_path)
        assert figures(root) in (old, old + 7)
    ended_well(data, tmp_path)
    assert figures(root) == old + 7


def test_a_first_load_killed_at_any_step_is_made_good_by_the_next(demo_root, tmp_path):
    data = tmp_path / "data"
    for name in ("while the site is written", "while a file is kept", "while reading", "while the build is written"):
        assert killed_when(MOMENTS[name], data, tmp_path) == -signal.SIGKILL, name
        assert figures(data / "demo") is None
    ended_well(data, tmp_path)
    assert only_in(data / "demo", demo_root) == only_in(demo_root, data / "demo") == []


def test_a_build_that_was_made_but_not_pointed_to_is_served_after_the_next_refresh(data, demo_root, demo_site):
    """Killed after the build's folder was moved into place and before the pointer was replaced."""
    root = data / "demo"
    pointer, seen = ((root / name).read_bytes() for name in ("CURRENT", publishing.SEEN))
    site = root / "site" / demo_site.name
    assert from_folder(root, site)[0] == 0
    (root / "CURRENT").write_bytes(pointer)
    (root / publishing.SEEN).write_bytes(seen)
    assert from_folder(root, site)[0] == 0
    assert figures(root) == figures(demo_root) + 7


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_readers_end_with_the_refresh_they_read_for(data, tmp_path, number):
    with started(tmp_path / "said", *DEMO, DATA_DIR=data) as run:
        eventually(lambda: len(run.members()) == 5, "two children read files")
        run.send(number)
        assert run.wait() != 0
        eventually(lambda: not run.members(), "no process is left", seconds=5)


def test_ctrl_c_ends_a_refresh_with_one_sentence(data, tmp_path):
    root = data / "demo"
    with started(tmp_path / "said", *DEMO, DATA_DIR=data) as run:
        eventually(lambda: len(run.members()) == 5, "two children read files")
        run.ctrl_c()
        assert run.wait() == 130
    assert run.said == "stopped; what was fetched is kept and used next time\n"
    assert doing(root) == "interrupted"
    assert view(root)
    assert half_done(root) == []


def test_while_a_refresh_runs_another_ends_with_75_and_the_first_is_not_disturbed(data, tmp_path):
    root = data / "demo"
    with started(tmp_path / "first", *DEMO, DATA_DIR=data) as first:
        eventually(lambda: doing(root) == "reading", "reading")
        first.send(signal.SIGSTOP)
        with started(tmp_path / "second", *DEMO, DATA_DIR=data) as second:
            assert second.wait() == 75
        first.send(signal.SIGCONT)
        assert first.wait() == 0
    assert second.said == "another refresh of demo data is running; wait for it to end\n"
    assert whole(root)
    assert Builds(root).status()["pid"] == first.process.pid


def test_the_mark_of_a_refresh_that_was_killed_stops_nobody(data, tmp_path):
    killed_when(MOMENTS["while reading"], data, tmp_path)
    assert (data / "demo" / "refresh.lock").is_file()
    ended_well(data, tmp_path)
