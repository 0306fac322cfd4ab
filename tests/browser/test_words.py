"""Pages of words: addresses with a #, keyboard, forced colours, verdicts that do not need colour."""

import pytest

from tests.browser.conftest import until

TARGET = "document.activeElement.id"


def _seen(place: str) -> str:
    return (
        f"(() => {{ const box = document.getElementById('{place}').getBoundingClientRect(); "
        f"return box.top >= -2 && box.top < innerHeight; }})()"
    )


@pytest.mark.parametrize(
    ("path", "place"), [("/glossary", "vintage"), ("/methods", "statuses"), ("/accessibility", "report")]
)
def test_an_address_with_a_place_opens_there_and_takes_the_focus(visit, demo_url, path, place):
    page = visit(demo_url, f"{path}#{place}", charts=False).page
    until(page, f"{TARGET} === '{place}'")
    assert page.evaluate(_seen(place))


def test_a_term_leads_to_the_next_without_leaving_the_page(visit, demo_url):
    page = visit(demo_url, "/glossary", width=320, charts=False).page
    page.locator("#vintage a").first.focus()
    page.keyboard.press("Enter")
    until(page, _seen("first-published"))
    assert page.url.endswith("/glossary#first-published")
    assert page.locator("main h1").inner_text() == "What does this word mean?"


def test_a_link_between_pages_lands_at_the_heading(visit, demo_url):
    page = visit(demo_url, "/methods", charts=False).page
    page.get_by_role("link", name="Glossary").last.click()
    until(page, "document.activeElement.tagName === 'H1' && location.pathname === '/glossary'")
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("path", ["/methods/claims", "/methods"])
def test_forced_colours_keep_shapes_and_words(visit, live_url, path):
    page = visit(live_url, path, width=768, charts=False, forced_colors="active").page
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    for verdict in page.locator(".verdict").all():
        assert verdict.locator("img").evaluate("image => image.complete && image.naturalWidth > 0")
        assert verdict.inner_text().strip()
    assert bool(page.locator(".verdict").count()) == (path == "/methods/claims")


@pytest.mark.parametrize("path", ["/methods", "/methods/claims", "/glossary", "/accessibility"])
def test_pages_of_words_ask_no_other_host_and_complain_of_nothing(visit, demo_url, path):
    found = visit(demo_url, path, charts=False)
    assert found.strangers == []
    assert found.console == []


def test_everything_on_the_claims_page_can_be_reached_with_the_keyboard(visit, live_url):
    page = visit(live_url, "/methods/claims", charts=False).page
    first = page.locator("#all-claims a").first
    first.focus()
    page.keyboard.press("Enter")
    until(page, _seen(first.get_attribute("href").removeprefix("#")))
    assert page.locator(".scroll:not([tabindex='0'])").count() == 0
