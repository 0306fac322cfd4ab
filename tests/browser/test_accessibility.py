"""WCAG 2.2 AA and best practice: no violation of axe on any page, width and state; nothing scrolls sideways."""

import json

import pytest

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 768, 320)
WORDS = ("/methods", "/methods/claims", "/glossary", "/accessibility")
AREA = "/operational/area"
PAGES = (
    "/",
    "/?from=2016-10&to=2018-01",
    "/?from=yesterday",
    "/data",
    "/strategic/trends",
    "/strategic/trends?area=E10999001&compare=region&widened=yes",
    "/find?q=shire",
    "/styleguide",
    "/snapshots",
    AREA,
    f"{AREA}?area=Saltmarrow",
    f"{AREA}?area=England&from=2017-02&to=2018-01",
    f"{AREA}?area=Saltmarow&from=x",
    f"{AREA}?area=Saltmarrow&as=count&draw=lines",
    *WORDS,
)
PLAIN = ("/data", "/find?q=shire", "/snapshots", *WORDS)  # pages without a chart


def violations(page, axe: str) -> list[str]:
    page.evaluate(axe)
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}})
    found = page.evaluate(f"axe.run(document, {options})")["violations"]
    return [f"{v['id']}: {node['html'][:120]} {node['failureSummary'][:200]}" for v in found for node in v["nodes"]]


def open_everything(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_demonstration_pages_have_no_violation(visit, demo_url, axe, path, width):
    page = visit(demo_url, path, width=width, charts=path not in PLAIN).page
    assert violations(page, axe) == []
    open_everything(page)
    assert violations(page, axe) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_real_pages_have_no_violation(visit, live_url, axe, width):
    for path in ("/", AREA, "/strategic/trends", *PLAIN):
        assert violations(visit(live_url, path, width=width, charts=path not in PLAIN).page, axe) == []


@pytest.mark.parametrize("path", ["/", AREA, "/strategic/trends", "/no-such-page", *PLAIN])
def test_pages_without_figures_have_no_violation(visit, empty_url, axe, path):
    assert violations(visit(empty_url, path, width=320, charts=False).page, axe) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(visit, demo_url, path, width):
    page = visit(demo_url, path, width=width, charts=path not in PLAIN).page
    open_everything(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


TWICE = """(() => {
  const texts = [...document.querySelectorAll('body *:not(svg, svg *)')];
  const sizes = texts.map(text => parseFloat(getComputedStyle(text).fontSize));
  texts.forEach((text, place) => { text.style.fontSize = 2 * sizes[place] + 'px'; });
})()"""


@pytest.mark.parametrize("path", ["/", AREA])
def test_text_at_twice_the_size_stays_inside_the_page(visit, demo_url, path):
    page = visit(demo_url, path, width=1280).page
    page.evaluate(TWICE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize(("path", "least"), [("/", 20), (AREA, 6)])
def test_every_chart_has_a_name_and_hides_its_drawing(visit, demo_url, path, least):
    page = visit(demo_url, path).page
    for figure in page.locator("[role=img]").all():
        name = page.locator(f"#{figure.get_attribute('aria-labelledby')}").inner_text()
        assert len(name) > least
        assert figure.locator("> [aria-hidden=true] .js-plotly-plot").count() == 1
        assert figure.locator("a[href], button, [tabindex='0']").count() == 0


@pytest.mark.parametrize("path", ["/", AREA])
def test_text_in_drawings_is_at_least_12_pixels(visit, demo_url, path):
    for width in WIDTHS:
        sizes = visit(demo_url, path, width=width).page.evaluate(
            "[...document.querySelectorAll('.js-plotly-plot text')].filter(t => t.textContent.trim())"
            ".map(t => parseFloat(getComputedStyle(t).fontSize))"
        )
        assert sizes
        assert min(sizes) >= 12
