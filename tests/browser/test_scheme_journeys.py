"""A commissioner's first hour, a leader's five minutes, an analyst's question where a number comes from.

Each by mouse and by the keyboard alone.
"""

import csv
import io
import re
import urllib.request

from tests.browser import tour, workbooks
from tests.browser.conftest import until
from tests.browser.test_board import A4, pages
from tests.browser.test_journeys import arrived, hand
from tests.browser.test_uploads import upload_url

__all__ = ["hand", "upload_url"]
COUNCILS = {"mouse": ("E06999002", "Saltmarrow"), "keyboard": ("E06999001", "Ambermoor")}
MAIN = "main h1"


def main(page) -> str:
    """The words of the page."""
    return re.sub(r"[\u00a0\u202f]", " ", page.locator("main").inner_text())


def type_in(who, page, name: str, words: str) -> None:
    """Fill a field."""
    field = page.locator(f"#{name}")
    if who.kind == "keyboard":
        who.reach(field)
    else:
        field.click()
    page.keyboard.type(words)


def clean(page, axe, who, *widths: int) -> None:
    """Nothing for axe to find, nothing wider than the page, no lost words; looked at once, by the mouse's journey."""
    if who.kind == "keyboard":
        return
    for width in widths or (320,):
        page.set_viewport_size({"width": width, "height": 900})
        assert tour.violations(page, axe) == []
        assert tour.sideways(page) <= 0
        assert tour.lost(page) == []


def sent(page, who, place) -> None:
    """Press what loads a document, and wait for it."""
    with page.expect_navigation():
        who.press(place)


def uploaded(page, who, tmp_path) -> None:
    """From the template to the register: faults, mended, dry run, confirmed."""
    council, name = COUNCILS[who.kind]
    with page.expect_download() as taken:
        who.press(page.get_by_role("link", name="Download the workbook"))
    template, sheets = taken.value.path().read_bytes(), workbooks.rows(council)
    about = (f"{name} {who.kind}", name, "2019-04", "commissioner")
    wrong, right = tmp_path / "wrong.xlsx", tmp_path / "right.xlsx"
    wrong.write_bytes(workbooks.filled(template, about, workbooks.with_fault(sheets)))
    right.write_bytes(workbooks.filled(template, about, sheets))
    page.set_input_files("#upload-file", wrong)
    sent(page, who, page.get_by_role("button", name="Check the file"))
    fault = page.locator("main table tbody tr").first.inner_text().split("\t")
    assert fault == ["Observations E11", "'n/a'", "a number"]
    page.set_input_files("#upload-file", right)
    sent(page, who, page.get_by_role("button", name="Check the file"))
    assert "Nothing is changed yet." in main(page)
    sent(page, who, page.get_by_role("button", name="Confirm: add 52 rows"))
    assert "is visible now" in main(page)
    sent(page, who, page.get_by_role("link", name="The register of schemes"))
    arrived(page, name)


def decided(page, who, axe) -> None:
    """A decision from the scheme's page: a fault at its field, checked, confirmed, in the history, taken back."""
    sent(page, who, page.get_by_role("link", name="Record a decision"))
    clean(page, axe, who, 768, 1280)
    who.choose("record-decision", "scale")
    for name, words in (("date", "soon"), ("reason", "It fell by a third."), ("alternative", "Go on as it is."),
                        ("role", "joint board"), ("recorder", "commissioner")):  # fmt: skip
        type_in(who, page, f"record-{name}", words)
    sent(page, who, page.get_by_role("button", name="Check the decision"))
    until(page, "document.activeElement.id === 'upload-problem'")
    assert "Day decided: found 'soon'; expected a date from 2000 on" in main(page)
    clean(page, axe, who)
    page.locator("#record-date").fill("")
    type_in(who, page, "record-date", "16 May 2019")
    sent(page, who, page.get_by_role("button", name="Check the decision"))
    assert "Nothing is recorded yet." in main(page)
    clean(page, axe, who)
    sent(page, who, page.get_by_role("button", name="Record this decision"))
    page.locator("#decisions").wait_for()
    assert "Scale: decided 16 May 2019" in main(page)
    assert "Recorded by the commissioner" in main(page)
    sent(page, who, page.get_by_role("link", name="Take it back"))
    clean(page, axe, who)
    sent(page, who, page.get_by_role("button", name="Take it back"))
    assert "does not count any more" in main(page)
    clean(page, axe, who)
    sent(page, who, page.get_by_role("link", name="Back to W1"))
    page.locator("#decisions").wait_for()
    assert "No decision is recorded." in main(page)


def test_a_commissioners_first_hour(visit, upload_url, tmp_path, hand, axe):
    page = visit(upload_url, "/upload", charts=False, bypass_csp=True, accept_downloads=True).page
    who = hand(page)
    uploaded(page, who, tmp_path)
    who.press(page.locator(".register a", has_text="W1"))
    arrived(page, "W1 Weekend team: what did it change?")
    assert page.locator(".chains .fig").count() == 1
    assert "Home-care packages handed back: 4" in main(page)
    assert "No strategic indicator" in main(page)
    who.press(page.get_by_role("link", name="All designs, refusals and diagnostics"))
    arrived(page, "W1 Weekend team: did it move what it claims?")
    until(page, "document.querySelectorAll('.js-plotly-plot .main-svg').length > 1")
    who.press(page.get_by_role("button", name="Copy link"))
    page.get_by_text("Link copied").or_(page.get_by_text("Link selected, copy it")).wait_for()
    colleague = visit(page.url, "").page
    assert "Home-care packages handed back" in colleague.locator("#impact-head").inner_text()
    for part in ("#impact-head", "#impact-body"):
        assert colleague.locator(part).inner_text() == page.locator(part).inner_text()
    assert colleague.locator("#impact-indicator").input_value() == "J1"
    page.go_back()
    arrived(page, "W1 Weekend team: what did it change?")
    decided(page, who, axe)


def test_a_leaders_five_minutes(visit, demo_url, hand):
    opened = visit(demo_url)
    page = opened.page
    who = hand(page)
    assert "Pressure watch" in main(page)
    who.press(page.locator("nav[aria-label=Pages]").get_by_role("link", name="Board"))
    arrived(page, "Three Meres: what do we decide on Thursday?")
    assert "Four decisions are due on 16 May 2019." in main(page)
    assert pages(page.pdf(prefer_css_page_size=True)) == [A4]
    who.press(page.locator(".tally a").first)
    arrived(page, "Three Meres: is each scheme delivering?")
    who.press(page.locator(".register tbody a").first)
    arrived(page, "S01")
    assert page.locator(".scheme-verdict").inner_text().strip() == "Working"
    assert "The whole interval lies on the good side." in main(page)
    page.go_back()
    arrived(page, "Three Meres: is each scheme delivering?")
    who.press(page.locator(".register a", has_text="S19"))
    arrived(page, "S19")
    assert page.locator(".scheme-verdict").inner_text().strip() == "Cannot tell"
    assert "it started after an unusual run of three months" in main(page)
    assert "The scheme ended within 6 months of its roll-in." in main(page)
    assert opened.console == []


def test_where_a_national_number_comes_from(visit, demo_url, hand):
    opened = visit(demo_url, "/operational/area?area=E10999001&from=2018-04&to=2019-03")
    page = opened.page
    who = hand(page)
    shown = page.locator("#area-months-table, #area-months ~ * table").last.or_(page.locator("main table").last)
    last = shown.locator("tbody tr").last.locator("th, td").all_inner_texts()
    source = page.locator(".src").last.inner_text()
    file, build = re.search(r"latest ([^)]+)\)", source)[1], re.search(r"Build ([0-9A-Za-z-]+)", source)[1]
    assert "published 9" in source.replace("\u00a0", " ")
    link = page.locator("#area-csv")
    who.reach(link) if who.kind == "keyboard" else link.hover()
    with urllib.request.urlopen(demo_url + link.get_attribute("href")) as answer:
        rows = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))
    numbers = {f"{float(cell):.1f}" for cell in rows[-1] if re.fullmatch(r"[\d.]+", cell)}
    assert len(last) > 4
    assert set(last[1:5]) <= numbers
    who.press(page.locator("nav[aria-label=Pages]").get_by_role("link", name="Data"))
    arrived(page, "Can I trust it?")
    held = page.content()
    assert file in held
    assert build in held


def test_where_a_local_number_comes_from(visit, demo_url, hand):
    page = visit(demo_url, "/operational/schemes/S12").page
    who = hand(page)
    panel = page.locator("figure", has=page.locator("#scheme-i09-finding"))
    who.press(panel.locator("summary", has_text="Show as table"))
    who.press(panel.locator("summary", has_text="Source"))
    value = panel.locator("tbody tr").last.locator("td").first.inner_text()
    source = panel.locator(".src").inner_text()
    assert "upload of Three Meres Partnership" in source
    build = re.search(r"local build ([0-9A-Za-z-]+)", source)[1]
    with urllib.request.urlopen(demo_url + panel.locator("a", has_text="CSV").get_attribute("href")) as answer:
        text = answer.read().decode("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text)) if row]
    assert f"{float(rows[-1][1]):.1f}" == value
    assert build in text
    sent(page, who, page.locator("nav[aria-label=Pages]").get_by_role("link", name="Upload"))
    assert build in main(page)
    who.press(page.locator("table.uploads summary").first)
    assert re.search(r"\b[0-9a-f]{64}\b", page.locator("table.uploads").inner_text())
