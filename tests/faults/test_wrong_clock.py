"""A clock ten years off, either way: nothing published is lost, and the next refresh by the right one mends all."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from domain import areas
from etl.fetch import Addresses
from etl.fetch.folder import FolderFetcher, place
from etl.sources import dtoc_councils, population
from tests.conftest import HOSTS, NOW, run_refresh
from tests.faults import small_site
from tests.faults.figures import errors, only_in, view, whole
from tests.faults.refreshing import copy_of
from tests.faults.workbooks import held
from warehouse.builds import Builds

TEN_YEARS = timedelta(days=3652)
COUNCILS, BOTH = (dtoc_councils.SOURCE,), (population.SOURCE, dtoc_councils.SOURCE)


def refreshed(root, site, now, sources=COUNCILS):
    """A refresh by a clock that stands; its exit code, its report and what was said."""
    return run_refresh(root, FolderFetcher(Addresses(HOSTS), site), mode="demo", sources=sources, clock=lambda: now)


@pytest.fixture(scope="module")
def loaded(demo_site, tmp_path_factory):
    """Three months of council workbooks, loaded by the right clock."""
    folder = tmp_path_factory.mktemp("clock")
    site = small_site.small(demo_site, folder / "site")
    assert refreshed(folder / "demo", site, NOW)[0] == 0
    return folder


@pytest.fixture
def root(loaded, tmp_path):
    return copy_of(loaded / "demo", tmp_path / "demo")


@pytest.fixture
def site(loaded, tmp_path):
    return shutil.copytree(loaded / "site", tmp_path / "site")


def people(root, year):
    """Residents of England in a year."""
    sql = "SELECT SUM(value) FROM national.population AS p JOIN national.snapshots AS s USING (snapshot_id) "
    sql += "WHERE s.is_current AND p.area_code = ? AND EXTRACT(YEAR FROM p.period) = ?"
    return view(root).rows(sql, [areas.ENGLAND, year])[0][0]


def more_people(site, year, more):
    """Nomis revises a year: England and its first council have some residents more at age 7; under one address."""
    address = population.year_address(year, "TYPE423")
    totals = place(site, population.totals_address())
    for file in (place(site, address), totals):
        lines = file.read_bytes().decode().split("\r\n")
        first = True
        for number, line in enumerate(lines):
            cells = line.split(",")
            if file == totals and cells[0] == f'"{year}"':
                lines[number] = ",".join([*cells[:2], str(int(cells[2]) + more)])
            if file != totals and '"Age 7"' in line and (first or areas.ENGLAND in line):
                first = False
                lines[number] = ",".join([*cells[:4], str(int(cells[4]) + more), *cells[5:]])
        file.write_bytes("\r\n".join(lines).encode())


@pytest.mark.parametrize("off", [TEN_YEARS, -TEN_YEARS], ids=["ahead", "behind"])
def test_nothing_that_was_published_is_lost_by_a_wrong_clock(root, site, loaded, off):
    small_site.offer(site, held(site).read_bytes(), 3)
    refreshed(root, site, NOW + off)
    gone = [row for row in only_in(loaded / "demo", root) if f"{row[2]:%Y-%m}" != "2019-01"]
    assert gone == []
    assert whole(root)


@pytest.mark.parametrize("off", [TEN_YEARS, -TEN_YEARS], ids=["ahead", "behind"])
def test_the_next_refresh_by_the_right_clock_mends_all(root, site, tmp_path, off):
    """What was new by the wrong clock is published, what is new since as well, and nobody complains."""
    first = held(site).read_bytes()
    small_site.offer(site, first, 3)
    refreshed(root, site, NOW + off)
    code, _, told = refreshed(root, site, NOW)
    assert (code, errors(told)) == (0, [])
    clean = tmp_path / "clean"
    assert refreshed(clean, site, NOW)[0] == 0
    assert only_in(root, clean) == only_in(clean, root) == []
    small_site.offer(site, first, 5)
    assert refreshed(root, site, NOW + timedelta(days=1))[0] == 0
    newest = view(root).rows("SELECT MAX(vintage) FROM national.snapshots WHERE release = '2019-01'")
    assert f"{newest[0][0]}" == "2019-06-05"
    assert whole(root)


def test_a_publication_without_dates_is_asked_for_again_after_a_wrong_clock(root, site):
    """Nomis prints no date of issue: what arrived 'in ten years' must not outrank what arrives tomorrow."""
    assert refreshed(root, site, NOW, BOTH)[0] == 0
    before = people(root, 2016)
    more_people(site, 2016, 1000)
    refreshed(root, site, NOW + TEN_YEARS, BOTH)
    assert people(root, 2016) == before + 1000
    more_people(site, 2016, 10)
    assert refreshed(root, site, NOW, BOTH)[0] == 0
    assert people(root, 2016) == before + 1010
    notes = [json.loads(file.read_text()) for file in root.glob("raw/population/*/provenance.json")]
    assert all(datetime.fromisoformat(note["retrieved_at"]) <= NOW for note in notes)
    assert any("retrieved_by_wrong_clock" in note for note in notes)


def test_the_order_of_builds_is_the_order_in_which_they_were_made(root, site):
    first, made = held(site).read_bytes(), [Builds(root).current_id()]
    for number, off in enumerate((TEN_YEARS, -TEN_YEARS, timedelta(0), TEN_YEARS, timedelta(1)), 1):
        small_site.offer(site, first, number)
        refreshed(root, site, NOW + off + timedelta(minutes=number))
        if Builds(root).current_id() != made[-1]:
            made.append(Builds(root).current_id())
    assert len(made) > 3
    assert [build.id for build in Builds(root).all()] == made[::-1]


def test_a_month_that_has_not_begun_by_the_clock_is_published_once_it_has(tmp_path, site):
    root = tmp_path / "demo"
    early = datetime(2019, 1, 20, tzinfo=UTC)
    code, _, told = refreshed(root, site, early)
    assert code in (3, 4)
    assert any("expected a month that has begun" in text for _, text in errors(told))
    code, _, told = refreshed(root, site, NOW)
    assert (code, errors(told)) == (0, [])
