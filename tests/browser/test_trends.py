"""The trends page in a browser: its link is copied and its season switched by keyboard alone; everything follows."""

import csv
import io
import urllib.request

import pytest

from tests.browser.conftest import until

PATH = "/strategic/trends"
QUILLSHIRE = "E10999001"
AMBERMOOR = "E06999001"  # some of its charts may speak


def reach(page, place) -> None:
    """Tab until a place has the focus."""
    wanted = place.element_handle()
    for _ in range(100):
        if page.evaluate("e => e === document.activeElement", wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError("it cannot be reached with the keyboard")


def test_the_link_is_copied_by_keyboard_and_that_is_said(visit, demo_url):
    rights = ["clipboard-read", "clipboard-write"]
    opened = visit(demo_url, f"{PATH}?area={QUILLSHIRE}&as=day&reason=E", permissions=rights)
    page = opened.page
    reach(page, page.get_by_role("button", name="Copy link"))
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#trends-copied[role=status]').innerText === 'Link copied'")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.locator("#trends-by-hand").is_hidden()
    page.locator("#trends-limits").select_option("all")
    until(page, "document.querySelector('#trends-copied').innerText === ''")
    assert opened.console == []


@pytest.mark.parametrize("width", [1280, 320])
def test_a_browser_that_forbids_copying_gets_the_link_selected_in_a_field(visit, demo_url, width):
    opened = visit(demo_url, f"{PATH}?area={QUILLSHIRE}", width=width)
    page = opened.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    reach(page, page.get_by_role("button", name="Copy link"))
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'trends-address' && String(getSelection()) === location.href")
    assert page.get_by_label("The link to this view").input_value() == page.url
    assert "selected" in page.locator("#trends-copied").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.console == []


def test_the_season_is_switched_by_keyboard_and_both_lines_are_seen(visit, demo_url):
    opened = visit(demo_url, f"{PATH}?area={QUILLSHIRE}")
    page = opened.page
    reach(page, page.locator("#trends-season"))
    page.keyboard.type("Removed")
    until(page, "window.location.search.includes('season=removed')")
    until(page, "document.querySelector('#trends-control-subtitle').innerText.includes('Season removed')")
    names = "[...document.querySelector('#trends-control-figure .js-plotly-plot').data].map(t => t.name)"
    until(page, f"{names}.includes('As published')")
    assert "season removed" in page.title()
    page.reload(wait_until="networkidle")
    page.locator("main h1").wait_for()
    assert page.locator("#trends-season").input_value() == "removed"
    page.locator(".factors summary").click()
    assert page.locator(".factors tbody tr").count() == 12
    assert opened.console == []


def test_a_refused_season_is_said_and_the_figures_stay(visit, demo_url):
    query = "rebase=2017-10&because=A+ward+opened&author=Analysts&season=removed"
    opened = visit(demo_url, f"{PATH}?area={QUILLSHIRE}&{query}")
    banner = opened.page.locator(".banner").last.inner_text()
    assert "The season cannot be removed: 30 months are held and a season needs 36" in banner
    assert opened.page.locator("#trends-control-figure .js-plotly-plot").count() == 1


def test_files_follow_the_controls(visit, demo_url):
    page = visit(demo_url, f"{PATH}?area={QUILLSHIRE}").page
    page.locator("#trends-reason").select_option("DII")
    page.locator("#trends-to").select_option("2018-01")
    until(page, "document.querySelector('#trends-csv').href.includes('reason=DII')")
    until(page, "document.querySelector('#trends-pack').href.endsWith('month=2018-01')")
    with urllib.request.urlopen(page.locator("#trends-csv").evaluate("a => a.href")) as answer:
        rows = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
    assert {row["reason"] for row in rows} == {"DII"}
    assert rows[-1]["period"] == "2018-01"


def test_an_older_link_keeps_its_phase_when_a_control_changes(visit, demo_url):
    page = visit(demo_url, f"{PATH}?area={QUILLSHIRE}&rebase=2018-01&reason=A+ward+opened&author=Analysts").page
    page.locator("#trends-as").select_option("day")
    until(page, "window.location.search.includes('because=A+ward+opened')")
    page.reload(wait_until="networkidle")
    page.locator("#trends-control-note").wait_for()
    said = page.locator("#trends-control-note").inner_text().replace("\u00a0", " ")
    assert "New phase from January 2018, set by Analysts: A ward opened." in said


def test_the_other_indicators_open_and_lead_to_their_charts(visit, demo_url):
    opened = visit(demo_url, f"{PATH}?area={AMBERMOOR}")
    page = opened.page
    reach(page, page.get_by_text("Show all 15 series as tables"))
    page.keyboard.press("Enter")
    page.locator(".every table").last.wait_for()
    assert [page.locator(".every table").nth(place).locator("tbody tr").count() for place in (0, 1)] == [15, 36]
    assert opened.console == []
    page.locator(".every").get_by_role("link", name="E: Care package in own home").click()
    page.locator("#trends-control-finding").filter(has_text="reason E").wait_for()
    assert page.locator("#trends-reason").input_value() == "E"


def test_another_measure_offers_the_areas_settings_and_months_that_it_has(visit, demo_url):
    opened = visit(demo_url, f"{PATH}?area={QUILLSHIRE}")
    page = opened.page
    groups = "[...document.querySelectorAll('#trends-area optgroup')].map(group => group.label)"
    assert page.evaluate(groups) == ["England", "Regions", "Councils", "Resident outside England"]
    assert page.locator("#trends-setting").is_hidden()
    reach(page, page.locator("#trends-measure"))
    page.keyboard.type("People remaining")
    until(page, f"{groups}.includes('Boards')")
    assert "Councils" not in page.evaluate(groups)
    assert page.locator("#trends-setting").is_visible()
    assert page.locator("#trends-reason").is_hidden()
    until(page, "document.querySelector('main h1').innerText.startsWith('England')")
    assert page.locator("#trends-area").input_value() == QUILLSHIRE  # kept for the next measure
    page.locator("#trends-area").select_option("DMT01")
    until(page, "document.querySelector('main h1').innerText.includes('Trust')")
    assert "area=DMT01" in page.url
    assert "measure=nctr_remaining" in page.url
    months = page.locator("#trends-to option").all_inner_texts()
    assert months
    assert [month for month in months if "2019" in month] == []
    assert opened.console == []
