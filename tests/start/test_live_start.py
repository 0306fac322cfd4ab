"""A live start: figures for England first, councils while the site is already serving, each publish seen at once."""

import json

import pytest

from tests import shared
from tests.faults.refreshing import copy_of
from tests.start.processes import eventually
from tests.start.sites import CLOSED, launched, replica_that_waits

pytestmark = shared.needs_shared


def test_a_first_live_start_serves_england_at_once_and_councils_when_they_have_come(tmp_path):
    with replica_that_waits() as gate, launched(tmp_path, SOURCES="live", SOURCE_MIRROR=gate.origin) as site:
        first = site.ready()
        assert first["mode"] == "live"
        assert first["refresh"]["finished_at"] is None
        assert f"Official statistics: {site.address}" in site.run.said
        assert gate.asked.wait(60)
        page = site.page("/data")
        assert "A refresh is running: fetching files. 1 build has been published by it" in page
        assert "dtoc_councils: fetching, 0 of " in page
        assert "dtoc_england: done" in page
        gate.go.set()
        eventually(lambda: json.loads(site.get("/readyz")[1])["refresh"]["exit_code"] == 0, "the refresh has ended")
        last = site.ready()
        assert last["build"] != first["build"]
        assert "everything was refreshed" in site.page("/data")
        assert "Demonstration" not in site.page("/")
        eventually(lambda: not any("etl" in command for command in site.run.members().values()), "the refresh is gone")
    builds = [folder.name for folder in (tmp_path / "data" / "live" / "builds").iterdir()]
    assert builds == [last["build"]]


@pytest.fixture
def both(live_root, demo_root, tmp_path):
    """A data folder that holds live and demonstration data."""
    copy_of(live_root, tmp_path / "data" / "live")
    copy_of(demo_root, tmp_path / "data" / "demo")
    return tmp_path


@pytest.mark.parametrize(("sources", "mode"), [("auto", "live"), ("live", "live"), ("demo", "demo")])
def test_live_and_demonstration_data_live_side_by_side(both, sources, mode):
    with launched(both, SOURCES=sources, SOURCE_MIRROR=CLOSED, REFRESH_HOURS=0) as site:
        assert site.ready()["mode"] == mode
        assert ("Demonstration data" in site.page("/")) is (mode == "demo")
        assert not any("etl" in command for command in site.run.members().values())


def test_a_start_long_after_the_last_refresh_refreshes_and_tells_how_it_ended(both):
    status = both / "data" / "live" / "refresh.json"
    status.write_text(json.dumps({**json.loads(status.read_text()), "finished_at": "2020-01-01T00:00:00+00:00"}))
    with launched(both, SOURCES="live", SOURCE_MIRROR=CLOSED, FETCH_SECONDS=1) as site:
        build = site.ready()["build"]
        eventually(lambda: "The refresh ended with code 4" in site.run.said, "the refresh has ended")
        assert site.ready()["build"] == build
        assert "could not be read" in site.page("/data")
