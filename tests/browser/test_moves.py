"""Moving inside the site, on every page of the registry: title, focus and mark move along, Back leaves the page.

On the way nothing is written to the console, no other host is asked and no answer is an error: at load, on a move
inside the site and when a control is changed.
"""

import re

import dash
import pytest

from components.section_nav import NAMES
from tests.browser import tour
from tests.browser.conftest import until
from tests.browser.quiet import WHOLE, quiet
from tests.browser.tour import MODULES

START = "/accessibility"
GO = """path => { history.pushState({}, '', path); window.dispatchEvent(new CustomEvent('_dashprivate_pushstate')); }"""
HEADED = "document.activeElement.tagName === 'H1' && document.activeElement.closest('main') !== null"
TITLED = "document.title === document.querySelector('main [data-title]').getAttribute('data-title')"
WRITTEN = "name => !!document.getElementById(name).closest('.controls')?.querySelector('[id$=written]')"
MOST, LONG = 6, 60  # controls changed on a page; seconds that a crowded machine may take over one


def go(page, path: str) -> None:
    """Move as a link of Dash does, to any page whether or not some page links to it."""
    before = page.locator("main h1").inner_text()
    page.evaluate(GO, path)
    until(page, f"document.querySelector('main h1')?.innerText !== {before!r} && {HEADED}")


@pytest.fixture
def started(visit, demo_url):
    return visit(demo_url, START, charts=False)


@pytest.mark.parametrize("module", [one for one in MODULES if one != "accessibility"])
def test_a_move_takes_title_focus_and_mark_along_and_back_leaves_the_page(started, site, module):
    page, path = started.page, tour.address(module)
    go(page, path)
    until(page, TITLED)
    assert page.title().endswith("Interface Monitor")
    assert page.title() != "Accessibility statement – Interface Monitor"
    assert page.evaluate("window.scrollY") == 0
    current = page.locator(".nav-link[aria-current=page]").all()
    assert [link.inner_text() for link in current] == _marked(module, path)
    until(page, "document.getElementById('live').textContent.includes(document.title)")
    entries = page.evaluate("history.length")
    for number in range(min(MOST, page.locator("main select:visible").count())):
        _change(page, page.locator("main select:visible").nth(number))
    assert page.evaluate("history.length") == entries
    page.go_back()
    until(page, f"location.pathname === '{START}' && {HEADED}")
    until(page, "document.title.startsWith('Accessibility statement')")
    quiet(started)


def _marked(module: str, path: str) -> list[str]:
    """The page's own place in the navigation, or that of the section that it lies in."""
    own = dash.page_registry[f"pages.{module}"].get("nav")
    section = NAMES.get(path.split("/")[1])
    return [name for name in (own or section,) if name]


def _change(page, select) -> None:
    """Another option than the one that is chosen; the address follows where the page has one for it."""
    values = select.locator("option:not([disabled])").evaluate_all("options => options.map(o => o.value)")
    chosen = select.input_value()
    others = [value for value in values if value != chosen]
    if not others or not select.is_enabled():
        return
    name = select.get_attribute("id")
    select.select_option(others[len(others) // 2])
    if page.evaluate(WRITTEN, name):
        key = name.rpartition("-")[2]
        said = f"new URLSearchParams(location.search).get('{key}')"
        until(page, f"{said} === document.getElementById('{name}').value", LONG)
    page.wait_for_timeout(100)
    until(page, TITLED, LONG)


def test_links_of_the_header_and_the_footer_move_inside_the_site(started):
    page = started.page
    links = page.locator(".nav-link, .foot a, .brand")
    paths = links.evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(paths) >= 8
    page.evaluate("window.stayed = true")
    for number, path in enumerate(paths):
        if path in (page.evaluate("location.pathname"), *map(tour.address, WHOLE)):
            continue
        links.nth(number).click()
        until(page, f"location.pathname === {path!r} && {HEADED}")
        until(page, TITLED)
    assert page.evaluate("window.stayed") is True
    quiet(started)


@pytest.mark.parametrize("path", ["/strategic/trends"])
def test_a_control_changed_and_changed_back_shows_what_stood_there(visit, demo_url, path):
    opened = visit(demo_url, f"{path}?area=E06999002")
    page = opened.page
    before = page.locator("main h1").inner_text()
    select = page.locator("main select[id$='-area']")
    select.select_option("E10999001")
    page.locator("main h1").filter(has_text=re.compile("^Quillshire")).wait_for(timeout=1000 * LONG)
    select.select_option("E06999002")
    page.locator("main h1").filter(has_text=before).wait_for(timeout=1000 * LONG)
    until(page, TITLED)
    quiet(opened)


def test_a_part_that_could_not_be_redrawn_is_said_and_has_no_violation(visit, demo_url, axe):
    """The answer that the server gives when a callback fails, put in the place of one that does not."""
    opened = visit(demo_url, width=320)
    page = opened.page
    failed = {
        "type": "Div",
        "namespace": "dash_html_components",
        "props": {"className": "banner", "children": {"type": "P", "namespace": "dash_html_components", "props": {}}},
    }
    failed["props"]["children"]["props"]["children"] = "This part could not be redrawn. 7f3a91c2"
    answer = {"multi": True, "response": {}, "sideUpdate": {"problem": {"children": failed}}}
    page.route("**/_dash-update-component*", lambda route: route.fulfill(json=answer))
    page.locator("#home-to").select_option("2018-01")
    until(page, "document.getElementById('problem').innerText.includes('could not be redrawn')")
    assert page.locator("main h1").is_visible()
    assert tour.violations(page, axe) == []
    assert opened.strangers == []
