"""Finding an area from any page: straight to it, or to a list; always back to the page one came from."""

import pytest


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
