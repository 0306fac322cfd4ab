"""The front page in a browser: figures equal tables, the address is the state, nothing leaves the site."""

import csv
import io
import re
import urllib.request

import pytest

from components.text import NBSP
from tests.browser.conftest import until

CHARTS = ("home-delays", "home-admissions", "home-pressure")


def lines_of(page, panel: str) -> dict[str, list]:
    """Name to y values of every named line of a chart, as the browser drew them."""
    return page.evaluate(
        f"Object.fromEntries(document.querySelector('#{panel}-figure .js-plotly-plot').data"
        ".filter(t => t.name).map(t => [t.name, Array.from(t.y)]))"
    )


def table_of(page, panel: str) -> list[list[str]]:
    return page.evaluate(
        f"[...document.querySelectorAll('#{panel}-table tbody tr')].map(r => [...r.children].map(c => c.textContent))"
    )


def number(text: str) -> float:
    return float(re.sub(r"[^0-9.\u2212]", "", text).replace("\u2212", "-"))


@pytest.fixture(params=["demo", "live"])
def site(request):
    return request.getfixturevalue(f"{request.param}_url")


def test_the_delays_chart_shows_the_numbers_of_its_table(visit, site):
    page = visit(site).page
    drawn, rows = lines_of(page, "home-delays"), table_of(page, "home-delays")
    for place, name in enumerate(("NHS", "Social care", "Both", "All"), 1):
        assert [number(row[place]) for row in rows] == pytest.approx(drawn[name], abs=0.051)


def test_the_admissions_chart_shows_the_numbers_of_its_table(visit, site):
    page = visit(site).page
    drawn, rows = lines_of(page, "home-admissions"), table_of(page, "home-admissions")
    assert [number(row[2]) for row in rows] == pytest.approx(drawn["Each month"], abs=0.51)
    yearly = [value for value in drawn["12 months to each month"] if value is not None]
    assert [number(row[3]) for row in rows if row[3] != "not held"] == pytest.approx(yearly, abs=0.51)


@pytest.mark.parametrize("panel", [*CHARTS, "home-movers"])
def test_every_csv_holds_the_rows_of_its_table(visit, site, panel):
    page = visit(site, "/?from=2016-10&to=2018-01").page
    href = page.locator(f"a[href*='{panel}.csv']").get_attribute("href")
    body = urllib.request.urlopen(site + href).read().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body)))[1:]
    table = page.locator(".panel", has=page.locator(f"a[href*='{panel}.csv']")).locator("tbody tr")
    assert len(rows) == table.count() > 0
    assert all(row[-2] in ("Official statistics", "Demonstration data — not real figures") for row in rows)


def test_the_presets_of_the_2018_report_say_what_it_said(visit, live_url):
    page = visit(live_url).page
    page.get_by_role("link", name="October 2016 to January 2018").click()
    page.wait_for_url("**from=2016-10&to=2018-01")
    note = page.locator("#home-delays-note")
    note.filter(has_text="From October 2016").wait_for()
    assert note.inner_text().replace(NBSP, " ") == (
        "From October 2016 to January 2018, people a day: "
        "NHS 3,698 to 2,931, social care 2,254 to 1,570 and both 503 to 382."
    )


def test_choosing_a_month_changes_address_figures_heading_and_title_together(visit, demo_url):
    opened = visit(demo_url)
    page = opened.page
    entries = page.evaluate("history.length")
    page.locator("#home-to").select_option("2018-01")
    until(page, "document.title.includes('to January 2018')")
    assert page.url.endswith("/?from=2015-04&to=2018-01")
    assert page.evaluate("history.length") == entries, "Back must leave the page"
    assert "January\u00a02018" in page.locator(".lead").inner_text()
    assert table_of(page, "home-delays")[-1][0] == "January\u00a02018"
    until(page, "document.getElementById('live').textContent.includes('January 2018')")
    assert opened.console == []


def test_a_link_restores_the_view(visit, demo_url):
    page = visit(demo_url, "/?from=2016-10&to=2018-01").page
    assert page.locator("#home-from").input_value() == "2016-10"
    assert page.locator("#home-to").input_value() == "2018-01"
    rows = table_of(page, "home-delays")
    assert (rows[0][0], rows[-1][0], len(rows)) == ("October\u00a02016", "January\u00a02018", 16)


def test_a_link_to_the_page_that_is_shown_resets_it(visit, demo_url):
    page = visit(demo_url).page
    page.locator("#home-to").select_option("2018-01")
    until(page, "document.title.includes('to January 2018')")
    page.locator(".brand").click()
    until(page, "document.title.includes('to March 2019')")
    assert page.url == demo_url + "/"


def test_an_address_that_makes_no_sense_is_said_calmly(visit, demo_url):
    page = visit(demo_url, "/?from=yesterday&to=2018-13&x=%ff&from=").page
    assert "could not be used" in page.locator(".banner").last.inner_text()
    assert len(table_of(page, "home-delays")) == 48


def test_first_load_asks_once_for_figures_and_nobody_else(visit, site):
    opened = visit(site)
    posts = [request for request in opened.requests if request.method == "POST"]
    assert len(posts) == 1
    assert opened.strangers == []
    assert opened.console == []


def test_the_charts_share_one_time_axis(visit, live_url):
    """The same month stands at the same pixel in the delays chart and in the admissions chart."""
    page = visit(live_url).page
    places = page.evaluate(
        """['home-delays', 'home-admissions'].map(id => {
          const gd = document.querySelector('#' + id + '-figure .js-plotly-plot');
          const axis = gd._fullLayout.xaxis;
          const left = gd.getBoundingClientRect().left + axis._offset;
          return ['2011-01-15', '2015-06-15', '2020-02-15'].map(d => left + axis.d2p(d));
        })"""
    )
    assert places[0] == pytest.approx(places[1], abs=1.5)


def test_the_wall_stands_between_february_and_march_2020(visit, live_url):
    page = visit(live_url).page
    edge = page.locator(".after").bounding_box()["x"]
    wall = page.evaluate(
        "(() => { const gd = document.querySelector('#home-admissions-figure .js-plotly-plot');"
        " const a = gd._fullLayout.xaxis; return gd.getBoundingClientRect().left + a._offset"
        " + a.d2p('2020-03-01'); })()"
    )
    assert edge == pytest.approx(wall, abs=2)
    assert page.locator(".after h2").inner_text().startswith("The count of delays ends here.")


LABELS = "[...document.querySelectorAll('#home-delays-figure .annotation')].map(t => t.textContent)"


@pytest.mark.parametrize(("width", "words"), [(1280, "All delays"), (768, "All"), (320, "All")])
def test_charts_are_drawn_again_for_narrow_screens(visit, live_url, width, words):
    assert words in visit(live_url, width=width).page.evaluate(LABELS)


def test_a_chart_adapts_when_the_window_is_made_narrow(visit, live_url):
    page = visit(live_url).page
    page.set_viewport_size({"width": 360, "height": 800})
    until(page, f"{LABELS}.includes('NHS')")
