"""Without data and without a network the launcher serves demonstration data, and says so."""

import pytest

from tests.faults.refreshing import copy_of
from tests.start.processes import eventually
from tests.start.sites import CLOSED, launched


@pytest.fixture
def loaded(demo_root, tmp_path):
    """A data folder that holds demonstration data already."""
    copy_of(demo_root, tmp_path / "data" / "demo")
    return tmp_path


def test_a_first_start_with_demonstration_data_loads_and_serves_them(tmp_path):
    with launched(tmp_path, SOURCES="demo") as site:
        assert site.ready()["mode"] == "demo"
        assert f"Demonstration data: {site.address}  (Ctrl-C stops)" in site.run.said
        assert site.get("/healthz")[0] == 200
        page = site.page("/")
    assert "Demonstration data" in page
    assert {folder.name for folder in (tmp_path / "data").iterdir()} == {"demo"}


def test_a_first_start_without_a_network_falls_back_to_demonstration_data_and_says_so(tmp_path):
    with launched(tmp_path, SOURCE_MIRROR=CLOSED, PROBE_SECONDS=1) as site:
        assert site.ready()["mode"] == "demo"
        said = site.run.said
    assert "No warehouse yet: trying the publishers for 1 s" in said
    assert "The publishers cannot be reached from here; demonstration data are used" in said
    assert said.index("cannot be reached") < said.index(site.address)
    assert not (tmp_path / "data" / "live").exists()


def test_a_second_start_neither_asks_nor_loads(loaded):
    before = {path: path.stat().st_mtime_ns for path in (loaded / "data").rglob("*")}
    with launched(loaded, SOURCE_MIRROR=CLOSED) as site:
        assert site.ready()["mode"] == "demo"
        assert "trying" not in site.run.said
        assert all("etl" not in command for command in site.run.members().values())
    assert {path: path.stat().st_mtime_ns for path in (loaded / "data").rglob("*")} == before


def test_a_live_start_without_a_network_serves_without_figures_and_says_so(tmp_path):
    with launched(tmp_path, SOURCES="live", SOURCE_MIRROR=CLOSED, FETCH_SECONDS=1) as site:
        eventually(lambda: site.get("/healthz")[0] == 200, "the site answers")
        assert site.get("/readyz")[0] == 503
        assert "No figures are loaded yet" in site.run.said
        assert "No figures are loaded yet" in site.page("/")
        assert "Demonstration" not in site.page("/data")
    assert not (tmp_path / "data" / "demo").exists()


def test_demonstration_data_are_never_served_as_live_ones(loaded):
    with launched(loaded, SOURCES="live", SOURCE_MIRROR=CLOSED, REFRESH_HOURS=0, FETCH_SECONDS=1) as site:
        eventually(lambda: site.get("/healthz")[0] == 200, "the site answers")
        assert site.get("/readyz")[0] == 503
