"""The board in a browser: one sheet of A4, black on white, without navigation; readable at every width."""

import re

import pytest

from tests.browser.conftest import serving

A4 = (595, 842)  # points


@pytest.fixture(scope="module")
def local_url(partnership_root, chrome):
    """Address of the site with the example partnership."""
    with serving(partnership_root.parent, "demo") as address:
        yield address


def printed(visit, address, path="/board"):
    """The page as its print style makes it: bytes of the PDF."""
    return visit(address, path, charts=False).page.pdf(prefer_css_page_size=True)


def pages(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of every page of a PDF, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type\s*/Page\b", pdf))
    return [(round(float(wide)), round(float(high))) for wide, high in boxes]


def test_a_place_prints_on_one_a4_page(visit, local_url):
    assert pages(printed(visit, local_url)) == [A4]


@pytest.mark.parametrize("path", ["/board", "/board?area=E10999001"])
def test_without_uploads_it_prints_on_one_a4_page_too(visit, demo_url, path):
    assert pages(printed(visit, demo_url, path)) == [A4]


def test_other_pages_are_not_printed_by_its_rules(visit, local_url):
    assert pages(printed(visit, local_url, "/glossary"))[0] != A4


def test_paper_has_no_navigation_and_is_black_on_white(visit, local_url):
    page = visit(local_url, "/board", charts=False).page
    page.emulate_media(media="print")
    shown = "e => getComputedStyle(e).display !== 'none'"
    for part in (".top", ".bottom", ".skip", ".board .tools"):
        assert not page.locator(part).first.evaluate(shown)
    looks = page.evaluate(
        "[...document.querySelectorAll('.board *')].map(e => { const s = getComputedStyle(e);"
        " return s.color + ' ' + s.backgroundColor; })"
    )
    assert set(looks) == {"rgb(0, 0, 0) rgba(0, 0, 0, 0)"}
    foot = page.locator(".board .src").inner_text()
    assert "three-meres-2019-04-2.xlsx" in foot
    assert len(re.findall(r"\b\d{8}T\d{9}-[0-9a-f]{8}\b", foot)) >= 3


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_nothing_is_wider_than_the_screen(visit, local_url, width):
    page = visit(local_url, "/board", width=width, charts=False).page
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_axe_finds_nothing(visit, local_url, axe):
    page = visit(local_url, "/board", charts=False, bypass_csp=True).page
    page.add_script_tag(content=axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id))")
    assert found == []


def test_links_lead_to_the_scheme_and_to_the_register(visit, local_url):
    opened = visit(local_url, "/board", charts=False)
    page = opened.page
    page.locator(".due a", has_text="S12").click()
    page.locator("main h1", has_text="S12").or_(
        page.locator("main h1", has_text="Discharge-to-assess")
    ).first.wait_for()
    assert "/operational/schemes/S12" in page.url
    assert not opened.console
    assert not opened.strangers
