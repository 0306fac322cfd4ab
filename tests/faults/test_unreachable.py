"""Publishers that cannot be reached: the last good figures stay, and it is said once for each of them."""

import socket

from etl.fetch import Addresses
from etl.fetch.http import HttpFetcher, Limits
from etl.sources import SOURCES, ae_england, dtoc_england, dtoc_trusts, organisation_changes
from tests.conftest import HOSTS, run_refresh
from tests.faults.figures import errors, only_in, warnings, whole
from tests.faults.refreshing import clock, copy_of


def refreshed(root):
    """A refresh against a mirror at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}"
    return run_refresh(root, HttpFetcher(Addresses(HOSTS, closed), Limits(), lambda _: None), clock=clock)


def test_a_first_load_without_publishers_ends_with_4_and_leaves_no_build(tmp_path):
    code, report, told = refreshed(tmp_path / "live")
    assert (code, report.builds) == (4, [])
    assert {source for source, message in told if "no connection" in message.text} == {source.id for source in SOURCES}
    assert not (tmp_path / "live" / "CURRENT").exists()


def test_figures_that_are_held_stay_when_publishers_cannot_be_reached(tmp_path, demo_root):
    root = copy_of(demo_root, tmp_path / "live")
    code, report, told = refreshed(root)
    assert (code, report.builds) == (4, [])
    assert all("no connection" in text for _, text in errors(told) if "could not be read" in text)
    assert only_in(root, demo_root) == only_in(demo_root, root) == []
    assert whole(root)


def test_a_page_that_cannot_be_reached_is_an_error_once_however_many_sources_share_it(tmp_path):
    _, _, told = refreshed(tmp_path / "live")
    found = errors(told)
    assert len(found) == len(set(found)) < len(told)
    spoken = {source for source, message in told if message.level == "error"}
    assert {dtoc_england.ID, ae_england.ID} < spoken
    assert not {dtoc_trusts.ID, organisation_changes.ID} & spoken
    assert warnings(told) == []
