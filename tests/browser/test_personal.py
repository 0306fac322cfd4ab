"""The page on outcomes in a browser: choosing an area changes address, heading, title and charts together."""

from tests.browser.conftest import until

PATH = "/personal/outcomes"


def test_choosing_an_area_changes_address_heading_title_and_charts_together(visit, demo_url):
    opened = visit(demo_url, f"{PATH}?area=E06999002")
    page = opened.page
    assert page.locator("h1").inner_text().startswith("Saltmarrow: is life better")
    page.locator("#personal-area").select_option("E10999001")
    until(page, "document.title.startsWith('Outcomes for people: Quillshire')")
    assert page.locator("h1").inner_text().startswith("Quillshire: is life better")
    assert page.url.endswith(f"{PATH}?area=E10999001")
    assert "area=E10999001" in page.locator("a[href*='control_over_daily_life']").first.get_attribute("href")
    assert page.locator(".nav-link[aria-current]").inner_text() == "Personal"
    assert opened.console == []
