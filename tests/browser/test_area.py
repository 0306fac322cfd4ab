"""The page of an area in a browser: the address is the state, and everything on the page follows it together."""

import csv
import io
import urllib.request

import pytest

from tests.browser.conftest import until

PATH = "/operational/area"
PATIENT = 40  # seconds for a page of many charts on a busy machine
EXPORTS = ("bodies", "reasons", "history", "signals", "rank", "care", "england", "months")


def words(page, place: str) -> str:
    return page.locator(place).first.inner_text().replace("\u00a0", " ")


def test_choosing_an_area_changes_address_heading_title_and_figures_together(visit, demo_url):
    opened = visit(demo_url, f"{PATH}?area=E06999002&from=2017-02&to=2018-01")
    page = opened.page
    assert words(page, "h1").startswith("Saltmarrow: why are people delayed")
    entries = page.evaluate("history.length")
    page.locator("#area-area").select_option("E10999001")
    until(page, "document.title.startsWith('Why people are delayed: Quillshire')")
    assert words(page, "h1").startswith("Quillshire: why")
    assert "Quillshire" in words(page, "#area-rank-finding")
    assert page.url.endswith(f"{PATH}?area=E10999001&from=2017-02&to=2018-01")
    assert page.evaluate("history.length") == entries, "Back must leave the page"
    assert "area=E10999001" in page.locator("a[href*='area-bodies.csv']").get_attribute("href")
    assert opened.console == []


def test_the_months_asked_for_are_clipped_to_what_the_area_holds(visit, live_url):
    page = visit(live_url, f"{PATH}?area=England").page
    assert page.locator("#area-to").input_value() == "2020-02"
    page.locator("#area-area").select_option("E10000007")
    until(page, "document.querySelector('#area-to').value === '2019-12'")
    until(page, "window.location.search.includes('to=2019-12')")


def test_a_link_restores_the_view(visit, demo_url):
    page = visit(demo_url, f"{PATH}?area=Saltmarrow&from=2017-02&to=2018-01").page
    assert [page.locator(f"#area-{key}").input_value() for key in ("area", "from", "to")] == [
        "E06999002",
        "2017-02",
        "2018-01",
    ]


def test_an_unknown_area_is_said_calmly_and_the_nearest_is_a_link(visit, demo_url):
    page = visit(demo_url, f"{PATH}?area=Saltmarow").page
    banner = page.locator(".banner").last
    assert "is not held, so Aldersyke is shown" in banner.inner_text()
    banner.get_by_role("link", name="Saltmarrow", exact=True).click()
    until(page, "((document.querySelector('main h1') || {}).innerText || '').startsWith('Saltmarrow')")


@pytest.mark.parametrize("name", EXPORTS)
def test_every_csv_holds_the_rows_of_its_panel(visit, demo_url, name):
    page = visit(demo_url, f"{PATH}?area=Saltmarrow&from=2017-02&to=2018-01").page
    link = page.locator(f"#area-{name}-csv")
    body = urllib.request.urlopen(demo_url + link.get_attribute("href")).read().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body)))[1:]
    tables = page.locator("figure.panel", has=link).locator("table")
    assert len(rows) == tables.last.locator("tbody tr").count() > 0


def test_small_charts_are_drawn_in_one_column_on_a_phone(visit, demo_url):
    for width, across in ((1280, 4), (768, 3), (320, 1)):
        page = visit(demo_url, f"{PATH}?area=Saltmarrow", width=width).page
        lefts = page.evaluate("[...document.querySelectorAll('.multiple')].map(m => m.getBoundingClientRect().left)")
        assert len(lefts) == 11
        assert len(set(lefts)) == across


def test_first_load_asks_once_for_the_page_and_nobody_else(visit, live_url):
    opened = visit(live_url, f"{PATH}?area=E10000007")
    assert len([request for request in opened.requests if request.method == "POST"]) == 1
    assert opened.strangers == []
    assert opened.console == []


def test_the_form_of_the_numbers_changes_figures_tables_links_and_address_together(visit, demo_url):
    opened = visit(demo_url, f"{PATH}?area=Quillshire&from=2017-02&to=2018-01")
    page = opened.page
    page.locator("#area-as").select_option("count")
    until(page, "window.location.search.endsWith('&as=count')", PATIENT)
    until(page, "document.querySelector('#area-bodies-subtitle').innerText.includes('days of delay')", PATIENT)
    for name in ("bodies", "reasons", "history", "signals", "months"):
        assert "as=count" in page.locator(f".panel a[href*='area-{name}.csv']").get_attribute("href")
    assert "Days of delay" in words(page, ".ranked thead")
    assert "as=count&reason=" in page.locator("a.full").first.get_attribute("href")
    page.reload(wait_until="networkidle")
    assert page.locator("#area-as").input_value() == "count"
    page.locator("#area-as").select_option("day")
    until(page, "!window.location.search.includes('as=')", PATIENT)
    assert opened.console == []


def test_how_the_reasons_are_drawn_is_switched_with_the_keyboard_alone(visit, demo_url):
    opened = visit(demo_url, f"{PATH}?area=Quillshire&from=2017-02&to=2018-01")
    page = opened.page
    entries = page.evaluate("history.length")
    assert page.locator(".reading").count() == 11
    page.locator("#area-as").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'radio'"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelectorAll('.reading').length === 0", PATIENT)
    until(page, "window.location.search.endsWith('&draw=lines')", PATIENT)
    assert page.evaluate("document.activeElement.type") == "radio", "the focus stays where the reader is"
    assert page.locator(".multiple").count() == 11
    assert page.locator("#area-signals-finding").count() == 0
    assert "draw=lines" in page.locator("a[href*='area-history.csv']").get_attribute("href")
    page.keyboard.press("ArrowLeft")
    until(page, "document.querySelectorAll('.reading').length === 11", PATIENT)
    until(page, "!window.location.search.includes('draw=')", PATIENT)
    assert page.evaluate("history.length") == entries, "Back must leave the page"
    assert opened.console == []


def test_a_small_chart_opens_as_a_full_chart_of_the_same_area_and_month(visit, demo_url):
    page = visit(demo_url, f"{PATH}?area=Quillshire&from=2017-02&to=2018-01").page
    page.locator("a.full").first.click()
    until(
        page,
        "((document.querySelector('main h1') || {}).innerText || '').startsWith('Quillshire: is this going')",
        PATIENT,
    )
    assert "area=E10999001" in page.url
    assert page.locator("#trends-to").input_value() == "2018-01"
