"""Finding an area from any page: straight to it, or to a list; always back to the page one came from."""

import dash
import pytest

from tests.unit.components import walk
from warehouse.queries import organisations


def test_a_name_or_a_code_leads_to_the_area(client):
    for asked in ("quillshire", "E10999001", " Quillshire "):
        answer = client.get("/find", query_string={"q": asked})
        assert answer.status_code == 302
        assert "area=E10999001" in answer.headers["Location"]


def test_the_page_one_came_from_stays_with_its_choices(client):
    before = "http://localhost/strategic/trends?measure=delayed_days&as=day&area=E92000001"
    answer = client.get("/find?q=quillshire", headers={"Referer": before})
    assert answer.headers["Location"] == "/strategic/trends?measure=delayed_days&as=day&area=E10999001"


@pytest.mark.parametrize("before", ["https://elsewhere.test/strategic/trends?x=1", "http://localhost/data", "", "//x"])
def test_other_pages_and_other_sites_lead_to_a_page_that_shows_areas(client, before):
    answer = client.get("/find?q=quillshire", headers={"Referer": before})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/")
    assert "x=1" not in answer.headers["Location"]


def test_a_list_of_several_keeps_the_page_and_its_choices(client):
    before = "http://localhost/strategic/trends?measure=delayed_days&area=E92000001"
    answer = client.get("/find?q=shire", headers={"Referer": before})
    address = "/find?q=shire&page=%2Fstrategic%2Ftrends&measure=delayed_days&area=E92000001"
    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    assert client.get(address).status_code == 200
    chosen = client.get(address.replace("shire", "quillshire"))
    assert chosen.headers["Location"] == "/strategic/trends?measure=delayed_days&area=E10999001"


def test_a_second_search_from_the_list_keeps_the_page_too(client):
    before = "http://localhost/find?q=shire&page=/strategic/trends&measure=delayed_days"
    answer = client.get("/find?q=quillshire", headers={"Referer": before})
    assert answer.headers["Location"] == "/strategic/trends?measure=delayed_days&area=E10999001"


@pytest.mark.parametrize("page", ["https://elsewhere.test/", "//elsewhere.test", "/data", "javascript:alert(1)", ""])
def test_an_address_cannot_name_a_page_without_areas(client, page):
    answer = client.get("/find", query_string={"q": "quillshire", "page": page})
    assert answer.headers["Location"] == "/operational/area?area=E10999001"


def test_snapshots_stay_where_the_search_was_made_there(client):
    answer = client.get("/find?q=quillshire", headers={"Referer": "http://localhost/snapshots?month=2018-01"})
    assert answer.headers["Location"] == "/snapshots?month=2018-01&area=E10999001"


@pytest.mark.parametrize("asked", ["", "shire", "zzzz", "<script>", "\u0000", "x" * 5000])
def test_anything_else_shows_the_page_that_lists_areas(client, asked):
    answer = client.get("/find", query_string={"q": asked})
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"


def test_without_a_warehouse_the_page_says_so(empty):
    assert empty.get("/find?q=quillshire").status_code == 200


@pytest.mark.parametrize("asked", ["DMT01", "dmt01", "DMI01", "DMR01"])
def test_an_nhs_organisation_leads_to_trends_with_a_measure_that_it_has(client, asked):
    for before in ("", "http://localhost/operational/area?from=2017-02", "http://localhost/data"):
        answer = client.get("/find", query_string={"q": asked}, headers={"Referer": before})
        address = f"/strategic/trends?area={asked.upper()}&measure=nctr_remaining&as=level"
        assert (answer.status_code, answer.headers["Location"]) == (302, address)
        assert client.get(address).status_code == 200


def test_a_trust_is_found_by_its_name(client):
    answer = client.get("/find", query_string={"q": "wolderness hospitals nhs foundation trust"})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/strategic/trends?area=DMT")


def test_a_trust_without_the_first_measures_gets_one_that_it_has(client, demo):
    found = {}
    for code in (one.code for one in organisations.every(demo, "provider")):
        answer = client.get("/find", query_string={"q": code})
        found[code] = dict(part.split("=") for part in answer.headers["Location"].partition("?")[2].split("&"))
    assert all(query["area"] == code for code, query in found.items())
    assert {query["measure"] for query in found.values()} == {"nctr_remaining", "emergency_admissions"}


def test_choices_of_the_trends_page_stay_where_the_organisation_has_the_measure(client):
    kept = "http://localhost/strategic/trends?measure=ae_within_4h_pct&limits=all"
    answer = client.get("/find?q=DMT01", headers={"Referer": kept})
    assert answer.headers["Location"] == "/strategic/trends?measure=ae_within_4h_pct&limits=all&area=DMT01"
    other = "http://localhost/strategic/trends?measure=delayed_days&limits=all"
    answer = client.get("/find?q=DMT01", headers={"Referer": other})
    assert answer.headers["Location"] == "/strategic/trends?area=DMT01&measure=nctr_remaining&as=level"


def test_a_part_of_a_name_lists_organisations_beside_areas(client):
    answer = client.get("/find?q=hospitals")
    assert answer.status_code == 200
    layout = dash.page_registry["pages.find"]["layout"](q="hospitals")
    assert "NHS Foundation Trust" in walk.words(layout)
