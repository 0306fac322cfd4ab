"""Packs while they are made, as a person sees it: a bar that survives leaving and reloading, cancel, taking up again.

The process that makes them is stopped where it stands (SIGSTOP), so that there is a while to look at.
"""

import os
import signal

import pytest

from exports import counter
from tests.browser.conftest import serving, until
from tests.browser.test_journeys import Hand, hand
from tests.browser.tour import violations
from tests.unit.exports import at_work

__all__ = ["hand"]
QUILLSHIRE = "E10999001"
STATUS = "document.querySelector('#snapshots-status').textContent"
JOB = "document.querySelector('.job').innerText"
LATE = 24  # packs of the 73 that are made before the eyes of a test; the others are there


@pytest.fixture(scope="module")
def shop(demo_root, chrome, tmp_path_factory):
    """Address of a site of its own, and its data; every pack of a month is made."""
    view = at_work.copied(demo_root, tmp_path_factory.mktemp("shop"))
    counter.order(view, "all", "2018-01")
    at_work.ended(view)
    with serving(view.build.folder.parents[2], "demo") as address:
        yield address, view


@pytest.fixture
def going(shop, visit):
    """The page with every area of a month ordered and its process stopped after some packs; what lets it go on."""
    address, view = shop
    out = counter.shelf(view)
    for pack in sorted(out.glob("*-2018-01"), key=_made)[-LATE:]:
        (pack / "manifest.json").unlink(missing_ok=True)
    before = len(list(out.glob("[!.]*/manifest.json")))
    opened = visit(address, "/snapshots?area=all&month=2018-01", charts=False)
    Hand(opened.page, "keyboard").press(opened.page.get_by_role("button", name="Make the 73 packs"))
    try:
        held = at_work.held(out, packs=before + 10)
        until(opened.page, f"{JOB}.includes('{counter.state(view).done} of 73 packs made, the last of')")
        yield opened, held
    finally:
        at_work.end(out)
    at_work.ended(view)


def _made(pack):
    """When a pack was made: the order of a job; what was never finished comes last."""
    manifest = pack / "manifest.json"
    return manifest.stat().st_mtime if manifest.exists() else float("inf")


def _bar(page):
    bar = page.locator("#snapshots-bar")
    return int(bar.get_attribute("value")), int(bar.get_attribute("max"))


def test_the_bar_is_a_progress_bar_with_its_words(going):
    page = going[0].page
    done, of = _bar(page)
    assert (0 < done < of, of) == (True, 73)
    named = page.get_by_role("progressbar", name=f"{done} of 73 packs made")
    assert named.get_attribute("aria-valuetext").startswith(f"{done} of 73 packs made, the last of ")
    assert page.get_by_text("You can leave this page").is_visible()


def test_progress_survives_leaving_the_page_and_a_reload(going):
    opened, held = going
    page = opened.page
    before = _bar(page)
    page.locator("nav[aria-label=Pages]").get_by_role("link", name="Data").click()
    page.locator("main h1").filter(has_text="Can I trust it?").wait_for()
    page.locator("nav[aria-label=Pages]").get_by_role("link", name="Snapshots").click()
    page.locator("#snapshots-bar").wait_for()
    assert _bar(page) == before
    page.reload(wait_until="domcontentloaded")
    page.locator("#snapshots-bar").wait_for()
    assert _bar(page) == before
    os.kill(held, signal.SIGCONT)
    until(page, f"{STATUS} === 'Packs of all areas for January\\u00a02018: ready.'", 90)
    assert "of 73 packs were made" in page.locator(".job").inner_text()
    page.locator("#snapshots-area").select_option("all")
    page.locator("#snapshots-month").select_option("2018-01")
    page.locator("#snapshots-ready").get_by_role("link", name="Download all areas, January 2018").wait_for()
    assert opened.console == []


def test_few_words_are_said_aloud_on_the_way(going):
    opened, held = going
    page = opened.page
    page.evaluate(
        f"window.said = [{STATUS}]; new MutationObserver(() => window.said.push({STATUS}))"
        ".observe(document.querySelector('#snapshots-status'), {childList: true, characterData: true, subtree: true})"
    )
    os.kill(held, signal.SIGCONT)
    until(page, f"{STATUS}.endsWith('ready.')", 90)
    assert 1 < len(set(page.evaluate("window.said"))) <= 5


def test_cancelling_keeps_the_place_of_the_keyboard_and_the_rest_is_taken_up(going, hand):
    opened, held = going
    page = opened.page
    who = hand(page)
    who.press(page.get_by_role("button", name="Cancel"))
    until(page, f"{STATUS} === 'Stopping.'")
    os.kill(held, signal.SIGCONT)
    until(page, f"{JOB}.includes('It was cancelled.')", 30)
    until(page, "document.activeElement.closest('.job') !== null")
    who.press(page.get_by_role("button", name="Take it up again"))
    until(page, f"{STATUS}.endsWith('ready.')", 90)
    assert "were there already" in page.locator(".job").inner_text()
    assert opened.console == []


def test_a_process_that_was_killed_is_seen_as_cut_short_and_taken_up(going, hand):
    opened, held = going
    page = opened.page
    os.kill(held, signal.SIGKILL)
    until(page, f"{JOB}.includes('The work ended before it was done')")
    assert page.locator("#snapshots-bar").count() == 0
    page.reload(wait_until="domcontentloaded")
    hand(page).press(page.get_by_role("button", name="Take it up again"))
    until(page, f"{STATUS}.endsWith('ready.')", 90)
    assert opened.console == []


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_every_state_has_no_violation_and_does_not_scroll_sideways(going, axe, width):
    opened, held = going
    page = opened.page
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert violations(page, axe) == []
    os.kill(held, signal.SIGKILL)
    until(page, f"{JOB}.includes('cut short')")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_refused_order_is_shown_and_said(going):
    page = going[0].page
    page.locator("#snapshots-area").select_option(QUILLSHIRE)
    page.locator("#snapshots-month").select_option("2017-12")
    page.get_by_role("button", name="Make the pack", exact=False).click()
    until(page, f"{STATUS}.startsWith('One at a time')")
    assert page.locator("#snapshots-answer").get_by_text("One at a time").is_visible()
    assert page.locator("#snapshots-bar").is_visible()


def test_the_address_holds_the_choice(shop, visit, hand):
    opened = visit(shop[0], f"/snapshots?area={QUILLSHIRE}&month=2018-01", charts=False)
    page = opened.page
    assert page.locator("#snapshots-area").input_value() == QUILLSHIRE
    assert page.locator("#snapshots-month").input_value() == "2018-01"
    hand(page).choose("snapshots-month", "2017-12")
    until(page, "window.location.search.includes('month=2017-12')")
    assert f"area={QUILLSHIRE}" in page.url
    page.reload(wait_until="networkidle")
    assert page.locator("#snapshots-month").input_value() == "2017-12"
    assert "of this choice is not made yet" in page.locator("#snapshots-ready").inner_text()
    assert opened.console == []


def test_an_address_that_cannot_be_used_says_so(shop, visit):
    page = visit(shop[0], "/snapshots?area=Isle+of+Nowhere&month=1999-01", charts=False).page
    assert page.get_by_text("The part ‘area’ and ‘month’ of this address could not be used").is_visible()
