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


@pytest.mark.parametrize("asked", ["", "shire", "zzzz", "<script>", "\u0000", "x" * 5000])
def test_anything_else_shows_the_page_that_lists_areas(client, asked):
    answer = client.get("/find", query_string={"q": asked})
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"


def test_without_a_warehouse_the_page_says_so(empty):
    assert empty.get("/find?q=quillshire").status_code == 200
