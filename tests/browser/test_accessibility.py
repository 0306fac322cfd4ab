"""WCAG 2.2 AA and best practice on every page of the registry: axe, reflow, text at twice its size.

A page is opened once and then narrowed. Every page is measured at 1280, 768 and 320 pixels with everything open,
which holds what is seen when closed; closed only at 1280. Other states are measured at the width where each is
tightest, pages without figures at 320, and pages with real figures at one width each.
"""

import pytest

from tests.browser import tour
from tests.browser.conftest import until, visiting
from tests.browser.quiet import came_quietly
from tests.browser.tour import MODULES, STATES, WIDTHS


@pytest.fixture(scope="module", params=MODULES)
def opened(request, chrome, demo_url, site):
    """A page of the registry, opened once for the tests of this file."""
    with visiting(chrome) as visit:
        yield request.param, visit(demo_url, tour.address(request.param), charts=False)


@pytest.fixture
def page(opened):
    """The page as it was opened."""
    page = opened[1].page
    tour.at(page, 1280)
    yield page
    page.emulate_media(reduced_motion=None, forced_colors=None, color_scheme=None)


def test_a_page_loads_without_a_word_to_the_console_or_to_another_host(opened):
    module, visited = opened
    came_quietly(visited, module)


def test_a_page_has_no_violation(page, axe):
    assert tour.violations(page, axe) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_has_no_violation_and_loses_nothing_with_everything_open(page, axe, width):
    tour.at(page, width, opened=True)
    assert tour.violations(page, axe) == []
    assert tour.sideways(page) <= 0
    assert tour.lost(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_text_at_twice_its_size_is_all_there(page, width):
    with _text_at_twice_its_size(page):
        tour.at(page, width)
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p, main li')).fontSize)") >= 28
        assert tour.sideways(page) <= 0
        assert tour.lost(page) == []


class _text_at_twice_its_size:  # noqa: N801
    """The reader's own setting of the browser: letters of 32 pixels where 16 are usual."""

    def __init__(self, page):
        self.page = page

    def __enter__(self):
        self._set(32)

    def __exit__(self, *_):
        self._set(16)

    def _set(self, size):
        session = self.page.context.new_cdp_session(self.page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
        until(self.page, f"getComputedStyle(document.documentElement).fontSize === '{size}px'")


@pytest.mark.parametrize(("path", "width"), STATES)
def test_other_states_of_pages_have_no_violation_and_lose_nothing(visit, demo_url, axe, path, width):
    page = visit(demo_url, path, width=width, charts=False).page
    tour.at(page, width, opened=True)
    assert tour.violations(page, axe) == []
    assert tour.sideways(page) <= 0
    assert tour.lost(page) == []


@pytest.mark.parametrize("module", MODULES)
def test_pages_without_figures_come_quietly_and_have_no_violation(visit, empty_url, site, axe, module):
    visited = visit(empty_url, tour.address(module), width=320, charts=False)
    came_quietly(visited, module)
    page = visited.page
    assert tour.violations(page, axe) == []
    assert tour.sideways(page) <= 0
    assert tour.lost(page) == []


@pytest.mark.parametrize(("place", "module"), list(enumerate(MODULES)))
def test_pages_with_real_figures_come_quietly_and_have_no_violation(visit, live_url, site, axe, place, module):
    width = WIDTHS[place % len(WIDTHS)]
    visited = visit(live_url, tour.address(module), width=width, charts=False)
    came_quietly(visited, module)
    page = visited.page
    assert tour.violations(page, axe) == []
    assert tour.sideways(page) <= 0
    assert tour.lost(page) == []


def test_every_chart_has_a_name_and_hides_its_drawing(page):
    for figure in page.locator("[role=img]").all():
        name = page.locator(f"#{figure.get_attribute('aria-labelledby')}").inner_text()
        assert len(name) > 6
        assert figure.locator("> [aria-hidden=true] .js-plotly-plot").count() == 1
        assert figure.locator("a[href], button, [tabindex='0']").count() == 0
    assert page.locator(".js-plotly-plot").count() == page.locator("[role=img] .js-plotly-plot").count()


@pytest.mark.parametrize("width", WIDTHS)
def test_text_in_drawings_is_at_least_12_pixels(page, width):
    tour.at(page, width)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot text')].filter(t => t.textContent.trim())"
        ".map(t => parseFloat(getComputedStyle(t).fontSize))"
    )
    assert bool(sizes) == bool(page.locator(".js-plotly-plot").count())
    assert min(sizes, default=12) >= 12
