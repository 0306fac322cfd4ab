"""The chosen area goes along from page to page by the navigation, and nothing of it stays on the reader's machine."""

import pytest

AREA, TRENDS = "/operational/area", "/strategic/trends"
QUILLSHIRE, SALTMARROW = "E10999001", "E06999002"
KEPT = "JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie + JSON.stringify(window.name)"


def nav(page, name: str):
    return page.locator("nav[aria-label=Pages]").get_by_role("link", name=name, exact=True)


def heading(page, start: str) -> None:
    """Wait for the heading of a page, which may be loaded anew on the way."""
    page.locator("main h1").filter(has_text=start).wait_for()


def carried(page, code: str) -> None:
    """Wait until the navigation carries an area."""
    page.locator(f".nav-link[href*='{code}']").first.wait_for()


def test_an_area_chosen_on_one_page_is_shown_on_the_next_and_back_leaves_it(visit, demo_url):
    opened = visit(demo_url, AREA)
    page = opened.page
    page.locator("#area-area").select_option(QUILLSHIRE)
    heading(page, "Quillshire: why are people delayed")
    nav(page, "Strategic").click()
    heading(page, "Quillshire: is this going up or down")
    assert page.url.endswith(f"{TRENDS}?area={QUILLSHIRE}")
    page.go_back()
    heading(page, "Quillshire: why are people delayed")
    assert f"{AREA}?area={QUILLSHIRE}" in page.url
    assert opened.console == []


def test_a_link_with_an_area_fills_the_navigation_at_first_paint_without_asking_again(visit, demo_url):
    opened = visit(demo_url, f"{AREA}?area={SALTMARROW}")
    page = opened.page
    carried(page, SALTMARROW)
    links = page.eval_on_selector_all(".nav-link", "links => links.map(a => a.getAttribute('href'))")
    found = {href.split("?")[0] for href in links if href.endswith(f"?area={SALTMARROW}")}
    assert found == {TRENDS, AREA, "/personal/outcomes", "/snapshots"}
    assert {"/", "/data"} <= set(links), "pages without areas have none in their address"
    assert len([request for request in opened.requests if request.method == "POST"]) == 1


def test_a_page_without_areas_in_between_does_not_lose_it(visit, demo_url):
    page = visit(demo_url, f"{TRENDS}?area={SALTMARROW}").page
    nav(page, "Data").click()
    heading(page, "Can I trust it?")
    assert page.url.endswith("/data")
    nav(page, "Operational").click()
    heading(page, "Saltmarrow: why are people delayed")
    nav(page, "Snapshots").click()
    heading(page, "Can I take this month")
    assert page.locator("#snapshots-area").input_value() == SALTMARROW


def test_without_a_chosen_area_links_stay_plain(visit, demo_url):
    page = visit(demo_url, "/").page
    hrefs = page.eval_on_selector_all(".nav-link", "links => links.map(a => a.getAttribute('href'))")
    assert not [href for href in hrefs if "?" in href]


@pytest.mark.parametrize("asked", ["shire", "zzzz"])
def test_a_search_that_finds_several_or_none_keeps_page_and_area(visit, demo_url, asked):
    page = visit(demo_url, f"{TRENDS}?area={SALTMARROW}&as=day").page
    page.locator("#find-area").fill(asked)
    page.keyboard.press("Enter")
    heading(page, "Which area do you mean?")
    carried(page, SALTMARROW)
    nav(page, "Strategic").click()
    heading(page, "Saltmarrow: is this going")


def test_choosing_from_the_list_stays_on_the_page_of_the_search(visit, demo_url):
    page = visit(demo_url, f"{TRENDS}?area={SALTMARROW}&as=day").page
    page.locator("#find-area").fill("shire")
    page.keyboard.press("Enter")
    heading(page, "Which area do you mean?")
    page.locator("main").get_by_role("link", name=f"Quillshire ({QUILLSHIRE})").click()
    heading(page, "Quillshire: is this going")
    assert "as=day" in page.url


def test_nothing_is_stored_on_the_machine_of_the_reader(visit, demo_url):
    page = visit(demo_url, "/").page
    before = page.evaluate(KEPT)
    page.goto(f"{demo_url}{AREA}?area={SALTMARROW}", wait_until="networkidle")
    nav(page, "Strategic").click()
    heading(page, "Saltmarrow: is this going")
    assert page.evaluate(KEPT) == before
    assert SALTMARROW not in before
