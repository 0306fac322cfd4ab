"""The frame around pages: keyboard, focus, navigation, 404, static files, demonstration banner."""

import json

import plotly.offline
import pytest

from ops import npm_file
from tests.browser.conftest import until
from tests.shared import ROOT


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim().slice(0, 40) || document.activeElement.id")


def test_the_skip_link_comes_first_and_leads_to_the_content(visit, demo_url):
    page = visit(demo_url).page
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    assert page.locator(".skip").bounding_box()["y"] >= 0, "the link must be seen when it has the focus"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_everything_can_be_reached_and_used_with_the_keyboard(visit, demo_url):
    page = visit(demo_url).page
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
            )
        )
        if reached[-1] == "BODY":
            break
    for wanted in (
        "home-from",
        "home-to",
        "home-delays-csv",
        "home-admissions-csv",
        "take-area",
        "take-indicator",
        "btn",
    ):
        assert wanted in reached, wanted
    page.locator("#home-to").focus()
    page.keyboard.press("ArrowUp")
    until(page, "document.title.includes('to February 2019')")
    assert page.evaluate("document.activeElement.id") == "home-to", "the focus stays where the reader is"


def test_focus_is_always_visible(visit, demo_url):
    page = visit(demo_url).page
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate("(s => [s.outlineStyle, s.outlineWidth])(getComputedStyle(document.activeElement))")
        assert style == ["solid", "3px"]


def test_tables_open_with_the_keyboard(visit, demo_url):
    page = visit(demo_url).page
    page.locator("#home-delays-table").locator("xpath=..").locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#home-delays-table table").is_visible()


def test_navigation_moves_focus_title_and_mark(visit, demo_url):
    opened = visit(demo_url)
    page = opened.page
    page.get_by_role("link", name="Data", exact=True).click()
    until(page, "document.title.startsWith('Data and sources')")
    until(page, "document.activeElement.tagName === 'H1'")
    assert page.locator(".nav-link[aria-current=page]").all_inner_texts() == ["Data"]
    page.go_back()
    until(page, "document.title.startsWith('Where are we')")
    until(page, "document.activeElement.tagName === 'H1'")
    assert page.locator(".nav-link[aria-current=page]").all_inner_texts() == ["National"]
    assert opened.console == []


def test_navigation_lists_only_pages_that_exist(visit, demo_url):
    page = visit(demo_url).page
    for address in page.eval_on_selector_all(".nav-link", "links => links.map(a => a.href)"):
        assert page.request.get(address).status == 200


@pytest.mark.parametrize("path", ["/nope", "/strategic/nothing", "/assets/nope.css"])
def test_an_unknown_address_is_a_404(visit, demo_url, path):
    assert visit(demo_url).page.request.get(demo_url + path).status == 404


def test_the_page_of_an_unknown_address_says_so(visit, demo_url):
    page = visit(demo_url, "/nope", charts=False).page
    assert page.locator("h1").inner_text() == "There is no page at this address"
    assert page.title() == "Page not found – Interface Monitor"


@pytest.mark.parametrize("path", ["/", "/data"])
def test_demonstration_pages_say_so_first(visit, demo_url, path):
    page = visit(demo_url, path, charts=path == "/").page
    banner = page.locator(".banner.amber").first
    assert banner.inner_text().startswith("Demonstration data — not real figures.")
    assert banner.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]


def test_real_pages_never_say_demonstration(visit, live_url):
    assert "emonstration" not in visit(live_url).page.locator("body").inner_text()


def test_pages_without_figures_say_what_would_fill_them(visit, empty_url):
    page = visit(empty_url, charts=False).page
    assert "No figures are loaded yet" in page.locator("main").inner_text()


def test_the_basic_bundle_of_plotlys_own_version_is_the_only_one_asked_for(visit, demo_url):
    index = json.loads((ROOT / ".prepared" / "index.json").read_text("utf-8"))
    if not index["plotly"]:
        pytest.skip("set-up had no npm: Dash's own full bundle is served")
    asked = [request.url for request in visit(demo_url).requests if "plotly" in request.url]
    assert asked == [f"{demo_url}/static/plotly-basic-{npm_file.PLOTLY_BASIC.version}.min.js"]
    assert plotly.offline.get_plotlyjs_version() == npm_file.PLOTLY_BASIC.version


def test_static_files_come_compressed_and_are_kept_for_ever(visit, demo_url):
    opened = visit(demo_url)
    scripts = [r for r in opened.requests if "/_dash-component-suites/" in r.url and ".v" in r.url]
    assert scripts
    for request in scripts:
        headers = request.response().headers
        assert headers["content-encoding"] in ("br", "gzip")
        assert "immutable" in headers["cache-control"]


def test_reduced_motion_has_no_transitions(visit, demo_url):
    page = visit(demo_url, reduced_motion="reduce").page
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every(e => getComputedStyle(e).transitionDuration === '0s')"
    )


def test_the_site_works_in_forced_colours(visit, demo_url):
    page = visit(demo_url, forced_colors="active").page
    assert page.locator(".js-plotly-plot .main-svg").first.is_visible()


def test_any_areas_delays_can_be_taken_away(visit, demo_url):
    page = visit(demo_url).page
    page.locator("#take-area").select_option(label="Ambermoor")
    page.locator("#take-indicator").select_option("dtoc_beds")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    assert download.value.suggested_filename == "demonstration-dtoc_beds-E06999001.csv"
