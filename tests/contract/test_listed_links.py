"""Every link that the publishers' pages list is accounted for, with one outcome, in real and in demonstration data."""

import csv
import json
from collections import Counter
from urllib.parse import urlsplit

import pytest

from domain.listed import DEAD, LOADED, OTHER, OUTCOMES, PAGE, UNASKED
from etl import cli, links_told
from tests import shared
from warehouse.builds import Builds
from warehouse.queries import listed


def every(root):
    return [one for account in listed.accounts(Builds(root)).values() for one in account.links]


def site_rows():
    """The links of the replica's pages: page, address and the file behind it."""
    lines = [
        line for line in (shared.SHARED / "replica" / "site.tsv").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    return [
        row for row in csv.DictReader(lines, delimiter="\t") if row["file_url"] and row["local"] not in ("-", "page")
    ]


def place(url):
    """An address as the replica writes it: the publisher without www, then the path."""
    parts = urlsplit(url)
    return f"/{parts.netloc.removeprefix('www.')}{parts.path}"


@shared.needs_shared
def test_each_file_link_of_the_pages_that_are_read_has_exactly_one_outcome(live_root):
    links = every(live_root)
    read = {place(one.url).rstrip("/") for one in links if one.outcome == PAGE}
    counted = Counter(place(one.url) for one in links if one.outcome != PAGE)
    on_pages = {row["file_url"].replace("%20", " ") for row in site_rows() if row["page"].rstrip("/") in read}
    assert len(read) > 25
    assert len(on_pages) > 500
    assert {url: counted[url] for url in on_pages if counted[url] != 1} == {}


@shared.needs_shared
def test_what_the_replica_offers_is_loaded_and_what_it_has_not_is_dead_or_not_asked_for(live_root):
    outcome = {place(one.url): one.outcome for one in every(live_root)}
    rows = [row for row in site_rows() if row["file_url"] in outcome]
    assert {outcome[row["file_url"]] for row in rows if row["local"] == "404"} <= {DEAD, OTHER, UNASKED}
    offered = Counter(outcome[row["file_url"]] for row in rows if row["local"] != "404")
    assert set(offered) <= {LOADED, "older", "same", UNASKED}
    assert offered[LOADED] > 130


@pytest.mark.parametrize("root", ["demo_root", pytest.param("live_root", marks=shared.needs_shared)])
def test_every_file_in_use_is_a_link_that_was_loaded(root, request):
    root = request.getfixturevalue(root)
    used = {(f["source"], f["release"]) for f in Builds(root).current().manifest["files"] if f["current"]}
    assert {(one.source, one.release) for one in every(root) if one.outcome == LOADED} == used


@pytest.mark.parametrize("root", ["demo_root", pytest.param("live_root", marks=shared.needs_shared)])
def test_every_link_that_was_not_loaded_says_why(root, request):
    links = every(request.getfixturevalue(root))
    assert {one.outcome for one in links} <= set(OUTCOMES)
    assert [one for one in links if one.outcome not in (LOADED, PAGE) and not one.words] == []
    assert Counter((one.source, one.url) for one in links).most_common(1)[0][1] == 1


def test_the_account_comes_back_as_it_was_kept(demo_root, tmp_path):
    kept = listed.accounts(Builds(demo_root))
    listed.keep(Builds(tmp_path), kept)
    assert listed.accounts(Builds(tmp_path)) == kept
    assert len(kept) > 10


@pytest.mark.parametrize(
    "damage", ["", "{", '{"sources": {"x": 1}}', '{"pages": [], "sources": {"x": {"at": "", "links": [[1]]}}}']
)
def test_a_damaged_account_is_none(tmp_path, damage):
    (tmp_path / listed.LINKS).write_text(damage)
    assert listed.accounts(Builds(tmp_path)) == {}


def test_the_command_tells_every_link_and_counts_them(demo_root, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(demo_root.parent))
    monkeypatch.setenv("SOURCES", "demo")
    assert cli.run(["status", "--links", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sum(len(one["links"]) for one in told.values()) == len(every(demo_root))
    assert told == links_told.rows(listed.accounts(Builds(demo_root)))
    assert cli.run(["status", "--links", "ae_england"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("ae_england, looked at ")
    assert all(one.url in said for one in every(demo_root) if one.source == "ae_england" and one.outcome != PAGE)
    assert cli.run(["status"]) == 0
    assert "    links: " in capsys.readouterr().out


def test_without_a_refresh_the_command_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("SOURCES", "demo")
    assert cli.run(["status", "--links"]) == 0
    assert "no account of links is kept yet" in capsys.readouterr().out
