"""Template, faults, mended, confirmed, taken back: by mouse, by keyboard, and without JavaScript; no fault of axe."""

import json
import shutil

import pytest

from tests.browser import workbooks
from tests.browser.conftest import serving, until
from tests.browser.tour import TAGS
from tests.unit.etl.local.sheets import ABOUT, ROWS
from warehouse.builds import Builds

WIDTHS = (1280, 768, 320)
WAYS = [("mouse", True, 29), ("keyboard", True, 30), ("mouse", False, 31)]  # hand, JavaScript, a value of its own
PLACE = {"place": "Saltmarrow", "councils": "Saltmarrow", "as_at": "2019-04", "role": "analyst"}


@pytest.fixture(scope="module")
def upload_url(demo_root, chrome, tmp_path_factory):
    """The site on national demonstration figures of its own, so that uploads change nobody else's."""
    root = tmp_path_factory.mktemp("uploads") / "demo"
    name = Builds(demo_root).current_id()
    shutil.copytree(demo_root / "builds" / name, root / "builds" / name)
    shutil.copy(demo_root / "CURRENT", root / "CURRENT")
    with serving(root.parent, "demo") as address:
        yield address


def filled(template: bytes, *, value, month) -> bytes:
    """The template as a person fills it in: whose it is, an indicator and its values."""
    about = (ABOUT.place_name, "Quillshire", ABOUT.as_at, ABOUT.role)
    values = {**ROWS["observations"][0], "value": value, "period": month}
    return workbooks.filled(template, about, {"indicators": ROWS["indicators"][:1], "observations": [values]})


def press(page, name, how):
    """A button that sends its form, by mouse or by keyboard."""
    button = page.get_by_role("button", name=name)
    with page.expect_navigation():
        if how == "mouse":
            button.click()
        else:
            button.focus()
            page.keyboard.press("Enter")


def event_file(data: bytes) -> dict:
    """A sheet of events as a browser sends it."""
    return {"name": "events.csv", "mimeType": "text/csv", "buffer": data}


def journey(page, url, tmp_path, how, value):
    page.goto(url + "/")
    page.goto(url + "/upload")
    assert page.title() == "Upload local data – Interface Monitor"
    with page.expect_download() as taken:
        link = page.get_by_role("link", name="Download the workbook")
        link.click() if how == "mouse" else (link.focus(), page.keyboard.press("Enter"))
    template = taken.value.path().read_bytes()
    assert taken.value.suggested_filename == "interface-monitor-template.xlsx"
    wrong, right = tmp_path / "wrong.xlsx", tmp_path / "right.xlsx"
    wrong.write_bytes(filled(template, value=29.5, month="2018-04"))
    right.write_bytes(filled(template, value=value, month="2018-04"))
    page.set_input_files("#upload-file", wrong)
    press(page, "Check the file", how)
    assert page.title() == "Error: The file has faults – Interface Monitor"
    assert "a whole number of people" in page.locator("main").inner_text()
    page.set_input_files("#upload-file", right)
    press(page, "Check the file", how)
    assert page.locator("h1").inner_text() == "The file was checked"
    press(page, "Confirm: ", how)
    page.wait_for_url("**/upload/done?upload=*")
    assert "is visible now" in page.locator("main").inner_text()
    page.get_by_role("link", name="Take this upload back").click()
    press(page, "Take it back", how)
    page.wait_for_url("**/upload/undone?upload=*")
    page.get_by_role("link", name="To the upload page").click()
    assert "Taken back" in page.locator("table.uploads").inner_text()


@pytest.mark.parametrize(
    ("how", "scripts", "value"), [("mouse", True, 29), ("keyboard", True, 30), ("mouse", False, 31)]
)
def test_from_the_template_to_the_undo(chrome, upload_url, tmp_path, how, scripts, value):
    context = chrome.new_context(java_script_enabled=scripts, accept_downloads=True)
    try:
        journey(context.new_page(), upload_url, tmp_path, how, value)
    finally:
        context.close()


def test_the_navigation_leads_to_the_page_as_a_document_and_back(visit, upload_url):
    page = visit(upload_url, "/data", charts=False).page
    page.get_by_role("link", name="Upload", exact=True).first.click()
    page.wait_for_url("**/upload")
    assert page.locator("#upload-file").is_visible()
    assert page.locator("script").count() == 0
    page.go_back(wait_until="networkidle")
    page.locator("main h1").wait_for()
    assert page.url.endswith("/data")


def test_the_summary_of_faults_takes_the_focus_and_leads_to_them(chrome, upload_url):
    context = chrome.new_context(viewport={"width": 768, "height": 900})
    page = context.new_page()
    page.goto(upload_url + "/upload")
    page.set_input_files(
        "#upload-file", {"name": "events.csv", "mimeType": "text/csv", "buffer": b"Date,Event\nsoon,x\n"}
    )
    press(page, "Check the file", "keyboard")
    until(page, "document.activeElement.id === 'upload-problem'")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#upload-sheet-events"
    context.close()


def test_a_file_that_is_too_large_gets_its_answer(chrome, upload_url):
    context = chrome.new_context()
    page = context.new_page()
    page.goto(upload_url + "/upload")
    page.set_input_files("#upload-file", {"name": "book.xlsx", "mimeType": "", "buffer": b"a" * 30_000_000})
    press(page, "Check the file", "mouse")
    assert page.locator("h1").inner_text() == "This file is too large"
    context.close()


def _faults(page, axe) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(TAGS)}}})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_violation_and_nothing_sideways_on_the_page_and_its_answers(chrome, upload_url, axe, width):
    context = chrome.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    files = {
        "page": None,
        "faults": b"Date,Event\nsoon,x\n2018-04-30,\n",
        "difference": b"Date,Event\n2018-04-30,A ward opened\n",
        "unreadable": b"Date\xff",
    }
    for name, data in files.items():
        page.goto(upload_url + "/upload")
        if data is not None:
            page.locator("summary", has_text="One sheet as CSV").click()
            for field, words in (
                ("place", "Saltmarrow"),
                ("councils", "Saltmarrow"),
                ("as_at", "2019-04"),
                ("role", "analyst"),
            ):
                page.fill(f"#upload-{field}", words)
            page.set_input_files("#upload-file", event_file(data))
            press(page, "Check the file", "mouse")
        assert _faults(page, axe) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()
