"""The commonest tasks from start to end, by mouse and by keyboard alone: what a person does on publication day."""

import csv
import io
import urllib.request
import zipfile

import pytest

from tests.browser.conftest import until

QUILLSHIRE = "E10999001"
HANDS = ("mouse", "keyboard")


class Hand:
    """Does things with the mouse, or with the keyboard alone."""

    def __init__(self, page, kind: str) -> None:
        self.page, self.kind = page, kind

    def press(self, place) -> None:
        """Follow a link or press a button."""
        if self.kind == "mouse":
            place.click()
            return
        self.reach(place)
        self.page.keyboard.press("Enter")

    def reach(self, place) -> None:
        """Tab from where the focus is until a place has it."""
        wanted = place.element_handle()
        for _ in range(200):
            if self.page.evaluate("e => e === document.activeElement", wanted):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("it cannot be reached with the keyboard")

    def choose(self, name: str, value: str) -> None:
        """Choose an option of a native select."""
        select = self.page.locator(f"#{name}")
        if self.kind == "mouse":
            select.select_option(value)
            return
        self.reach(select)
        words = select.locator(f"option[value='{value}']").inner_text()
        self.page.keyboard.type(words)


@pytest.fixture(params=HANDS)
def hand(request):
    """Mouse or keyboard."""
    return lambda page: Hand(page, request.param)


def arrived(page, start: str) -> None:
    """Wait for the heading of a page, which may be loaded anew on the way."""
    page.locator("main h1").filter(has_text=start).wait_for()


def test_publication_day_what_changed_and_did_everything_load(visit, demo_url, hand):
    opened = visit(demo_url)
    page = opened.page
    assert page.get_by_text("What changed this month", exact=True).is_visible()
    hand(page).press(page.locator("nav[aria-label=Pages]").get_by_role("link", name="Data"))
    arrived(page, "Can I trust it?")
    assert page.get_by_text("Nothing failed in the last refresh, and nothing needs a look.").is_visible()
    assert opened.console == []


def test_find_my_council_and_see_who_owns_its_delays(visit, demo_url, hand):
    opened = visit(demo_url)
    page = opened.page
    who = hand(page)
    if who.kind == "mouse":
        page.locator("#find-area").click()
    else:
        who.reach(page.locator("#find-area"))
    page.keyboard.type("quillshire")
    page.keyboard.press("Enter")
    arrived(page, "Quillshire: why are people delayed")
    assert f"area={QUILLSHIRE}" in page.url
    assert opened.strangers == []


def test_is_it_signal_or_noise(visit, demo_url, hand):
    opened = visit(demo_url, "/strategic/trends")
    page = opened.page
    who = hand(page)
    who.choose("trends-area", QUILLSHIRE)
    arrived(page, "Quillshire: is this going up or down")
    until(page, f"window.location.search.includes('area={QUILLSHIRE}')")
    assert page.locator(".say h2").inner_text().strip() != ""
    entries = page.evaluate("history.length")
    who.choose("trends-compare", "region")
    until(page, "window.location.search.includes('compare=region')")
    assert page.evaluate("history.length") == entries, "Back must leave the page"
    page.reload(wait_until="networkidle")
    arrived(page, "Quillshire: is this going up or down")
    assert page.locator("#trends-compare").input_value() == "region"
    assert opened.console == []


def test_the_figures_behind_a_chart_as_table_and_file(visit, demo_url, hand):
    page = visit(demo_url, f"/strategic/trends?area={QUILLSHIRE}").page
    who = hand(page)
    who.press(page.locator(".panel summary").first)
    rows = page.locator("#trends-control-table tbody tr")
    until(page, "document.querySelector('#trends-control-table table').getBoundingClientRect().height > 100")
    link = page.locator("#trends-control-csv")
    who.reach(link) if who.kind == "keyboard" else link.hover()
    with urllib.request.urlopen(demo_url + link.get_attribute("href")) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
    assert len(found) == rows.count()
    shown = rows.last.locator("td").first.inner_text()
    assert f"{float(found[-1]['dtoc_beds_per_100k_18plus']):.1f}" == shown


def test_a_new_phase_is_set_with_its_reason_and_printed(visit, demo_url, hand):
    page = visit(demo_url, f"/strategic/trends?area={QUILLSHIRE}").page
    who = hand(page)
    who.press(page.locator("details.rebase summary"))
    who.choose("trends-rebase", "2018-01")
    for name, words in (("trends-because", "A new ward opened"), ("trends-author", "Quillshire analysts")):
        who.reach(page.locator(f"#{name}")) if who.kind == "keyboard" else page.locator(f"#{name}").click()
        page.keyboard.type(words)
    who.press(page.get_by_role("button", name="Start a new phase"))
    page.wait_for_url("**rebase=2018-01**")
    arrived(page, "Quillshire")
    said = page.locator("#trends-control-note").inner_text().replace("\u00a0", " ")
    assert "New phase from January 2018, set by Quillshire analysts: A new ward opened." in said


def test_take_the_month_to_the_board(visit, demo_url, hand):
    opened = visit(demo_url, f"/snapshots?area={QUILLSHIRE}&month=2018-01", charts=False)
    page = opened.page
    hand(page).press(page.get_by_role("button", name="Make the pack"))
    until(page, "document.querySelector('#snapshots-ready').innerText.includes('is ready')", 60)
    link = page.locator("#snapshots-ready").get_by_role("link", name="Download Quillshire, January 2018")
    with urllib.request.urlopen(demo_url + link.get_attribute("href")) as answer:
        pack = zipfile.ZipFile(io.BytesIO(answer.read()))
    assert any(name.endswith("pack.xlsx") for name in pack.namelist())
    assert opened.console == []
