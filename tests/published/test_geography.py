"""Dated changes of councils against the lookups and code lists of the ONS, and the boundaries of two editions."""

import csv
import json

import pytest

from domain import area_changes, areas
from domain.area_changes import CHANGES
from etl.browse import Browser
from etl.sources import SOURCES, boundaries
from tests import shared
from tests.conftest import mirror_fetcher, run_refresh
from tests.shared import DATA, needs_shared
from warehouse.reader import Reader

pytestmark = [needs_shared, pytest.mark.published]
FOLDER = DATA / "geography"
each_change = pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.instrument)


def _table(name):
    file = FOLDER / name
    if not file.is_file():
        pytest.skip(f"needs {name} in ../shared/data/geography")
    with open(file, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _lookup(name, year):
    found = {row[f"UTLA{year}CD"] for row in _table(name)}
    return {code for code in found if areas.ONS_COUNCIL_CODE.fullmatch(code)}


@pytest.fixture(scope="module")
def today():
    return {row["UTLACD"]: row["UTLANM"] for row in _table("utla_all_codes.csv")}


@each_change
def test_councils_of_today_are_those_that_no_later_change_ended(change, today):
    for code in (*change.before, *change.after):
        assert (code in today) == (area_changes.ended(code) is None), code


@each_change
def test_names_of_councils_that_still_are_agree_with_the_ons(change, today):
    for code, name in change.after.items():
        if code in today:
            assert today[code].replace(",", "") == name.replace(",", "")


@each_change
def test_districts_that_the_ons_follows_to_a_new_code_go_where_the_change_says(change):
    active = {row["LADCD"]: row["LADCD_ACTIVE"] for row in _table("la_all_codes.csv")}
    for code in change.before:
        if code in active:
            later = {after for c in CHANGES if c.date >= change.date for after in c.after}
            assert active[code] in later


@pytest.mark.parametrize(
    ("name", "year", "day", "count"),
    [
        ("ltla_to_utla_dec2018_v2.csv", "18", "2018-12-31", 152),
        ("ltla_to_utla_apr2019.csv", "19", "2019-04-30", 151),
    ],
)
def test_a_lookup_holds_the_councils_of_its_day(name, year, day, count):
    found = _lookup(name, year)
    assert len(found) == count
    for change in CHANGES:
        for code in change.before:
            if code in found:
                assert change.date > day, code
        for code in change.after:
            ended = area_changes.ended(code)
            assert (code in found) == (change.date <= day and (ended is None or ended > day)), code


def test_between_two_lookups_exactly_the_changes_in_between_came_and_went():
    before, after = _lookup("ltla_to_utla_dec2018_v2.csv", "18"), _lookup("ltla_to_utla_apr2019.csv", "19")
    between = [change for change in CHANGES if "2018-12-31" < change.date <= "2019-04-30"]
    assert before - after == {code for change in between for code in change.before}
    assert after - before == {code for change in between for code in change.after}


def test_both_editions_of_the_boundaries_hold_the_councils_that_the_changes_lead_one_to_expect():
    with shared.replica() as origin:
        fetcher = mirror_fetcher(origin)
        found = boundaries.discover(Browser(fetcher, about="boundaries", tell=lambda *_: None)).candidates
        editions = {}
        for candidate in found:
            data = b"".join(fetcher.get(url).body for url in (candidate.url, *candidate.pages))
            parsed = boundaries.parse(data)
            boundaries.check(parsed)
            editions[parsed.key] = [
                c for c in parsed.tables["boundaries"]["code"] if areas.ONS_COUNCIL_CODE.fullmatch(c)
            ]
    assert {key: len(codes) for key, codes in editions.items()} == {"2024": 153, "2019": 150}
    gone = {code for change in CHANGES if "2019-04-01" < change.date < "2024-12" for code in change.before}
    assert set(editions["2019"]) - set(editions["2024"]) == gone


def test_an_edition_is_read_whole_from_a_server_that_gives_fifty_areas_at_a_time(tmp_path):
    module = shared.replica_module()
    import threading

    server = module.make_server(arcgis_cap=50)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        origin = f"http://127.0.0.1:{server.server_address[1]}"
        chosen = [source for source in SOURCES if source.id == "boundaries"]
        code, _, told = run_refresh(tmp_path / "live", mirror_fetcher(origin), sources=chosen)
    finally:
        server.shutdown()
        server.server_close()
    assert code == 0, told
    view = Reader(tmp_path / "live").view()
    found = dict(view.rows("SELECT edition, COUNT(*) FROM national.boundaries GROUP BY edition"))
    assert found == {"2024": 218, "2019": 150}


def test_centres_lie_where_the_published_shapes_lie():
    file = FOLDER / "ctyua_2024-12_uk_buc.geojson"
    if not file.is_file():
        pytest.skip("needs the boundaries in ../shared/data/geography")
    data = file.read_bytes()
    table = boundaries.parse(data).tables["boundaries"]
    shapes = {f["properties"]["CTYUA24CD"]: f["geometry"] for f in json.loads(data)["features"]}
    for code, longitude, latitude in zip(table["code"], table["longitude"], table["latitude"], strict=True):
        rings = (
            shapes[code]["coordinates"] if shapes[code]["type"] == "Polygon" else sum(shapes[code]["coordinates"], [])
        )
        points = [point for ring in rings for point in ring]
        assert min(x for x, _ in points) <= longitude <= max(x for x, _ in points), code
        assert min(y for _, y in points) <= latitude <= max(y for _, y in points), code
