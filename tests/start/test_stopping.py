"""Whatever ends the launcher, nothing that it started is left."""

import os
import signal
import time

import pytest

from tests import shared
from tests.faults.refreshing import copy_of
from tests.start.processes import eventually, started
from tests.start.sites import launched, replica_that_waits


@pytest.fixture
def loaded(demo_root, tmp_path):
    copy_of(demo_root, tmp_path / "data" / "demo")
    return tmp_path


def nothing_left(site, seconds=15):
    eventually(lambda: not site.run.members(), "nothing is left", seconds)
    assert site.get("/healthz")[0] == 0


STOPS = {
    "SIGINT to the launcher": lambda run: run.send(signal.SIGINT),
    "SIGTERM to the launcher": lambda run: run.send(signal.SIGTERM),
    "SIGTERM to all": lambda run: os.killpg(run.process.pid, signal.SIGTERM),
    "SIGTERM twice": lambda run: (run.send(signal.SIGTERM), run.send(signal.SIGTERM)),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_a_stop_ends_the_site_and_everything_it_started(loaded, stop):
    with launched(loaded, SOURCES="demo") as site:
        site.ready()
        assert len(site.run.members()) >= 3
        stop(site.run)
        assert site.run.wait() == 0
        nothing_left(site)
    assert "Traceback" not in site.run.said


# Ending a thread pool takes its lock; on a busy machine it is held for a while. Read by every Python at its start.
BUSY_MACHINE = """
import time
from concurrent.futures import ThreadPoolExecutor

def shutdown(self, wait=True, *, cancel_futures=False, at_once=ThreadPoolExecutor.shutdown):
    with self._shutdown_lock:
        time.sleep(0.5)
    at_once(self, wait, cancel_futures=cancel_futures)

ThreadPoolExecutor.shutdown = shutdown
"""


def test_ctrl_c_ends_the_site_and_everything_it_started(loaded):
    (loaded / "sitecustomize.py").write_text(BUSY_MACHINE)
    with launched(loaded, SOURCES="demo", PYTHONPATH=loaded) as site:
        site.ready()
        site.run.ctrl_c()
        time.sleep(0.2)
        site.run.ctrl_c()
        assert site.run.wait() == 0
        nothing_left(site, seconds=3)
    assert "Traceback" not in site.run.said


def test_the_launcher_ends_when_the_web_server_does(loaded):
    with launched(loaded, SOURCES="demo") as site:
        site.ready()
        (web, *_) = sorted(pid for pid, command in site.run.members().items() if "gunicorn" in command)
        os.kill(web, signal.SIGTERM)
        site.run.wait()
        nothing_left(site)


def test_a_stop_while_demonstration_data_are_loaded_leaves_nothing(tmp_path):
    with launched(tmp_path, SOURCES="demo") as site:
        eventually(lambda: any(tmp_path.glob("data/demo/site/.new-*")), "publications are being written")
        site.run.send(signal.SIGTERM)
        assert site.run.wait() == 0
        nothing_left(site)


STOPPED_AT_BIRTH = """
import os, signal, subprocess, sys
from ops import launch

class Popen(subprocess.Popen):
    def __init__(self, *arguments, **settings):
        super().__init__(*arguments, **settings)
        os.kill(os.getpid(), signal.SIGTERM)

subprocess.Popen = Popen
if __name__ == "__main__":
    sys.exit(launch.main())
"""


def test_a_stop_in_the_moment_in_which_a_child_starts_leaves_nothing(tmp_path):
    (tmp_path / "launch.py").write_text(STOPPED_AT_BIRTH)
    settings = {"DATA_DIR": tmp_path / "data", "SOURCES": "demo", "PYTHONPATH": "."}
    with started(tmp_path / "said", str(tmp_path / "launch.py"), **settings) as run:
        assert run.wait() == 0
        assert run.members() == {}


@shared.needs_shared
def test_a_stop_during_a_refresh_ends_its_readers_too(tmp_path):
    with replica_that_waits() as gate, launched(tmp_path, SOURCES="live", SOURCE_MIRROR=gate.origin) as site:
        site.ready()
        assert gate.asked.wait(60)
        assert any("forkserver" in command for command in site.run.members().values())
        site.run.send(signal.SIGTERM)
        assert site.run.wait() == 0
        nothing_left(site, seconds=3)


@shared.needs_shared
def test_ctrl_c_ends_a_refresh_that_waits_for_a_publisher(tmp_path):
    with replica_that_waits() as gate:
        settings = {"DATA_DIR": tmp_path / "data", "SOURCES": "live", "SOURCE_MIRROR": gate.origin}
        with started(tmp_path / "said", "-m", "etl", "refresh", **settings) as run:
            assert gate.asked.wait(60)
            run.ctrl_c()
            assert run.process.wait(10) == 130


def test_a_port_that_is_taken_ends_the_start_with_its_number(loaded):
    with launched(loaded, SOURCES="demo") as first:
        first.ready()
        port = first.address.rsplit(":", 1)[1]
        with launched(loaded, SOURCES="demo", PORT=port) as second:
            assert second.run.wait() != 0
            nothing_left_of_second = second.run.members()
        assert first.get("/healthz")[0] == 200
    assert nothing_left_of_second == {}
    assert port in second.run.said
    assert "in use" in second.run.said
