"""The upload page and its forms, by real requests and real commands: every answer is whole and in words."""

import io
import re
import shutil
import threading

import pytest

from tests.unit.etl.local.sheets import ABOUT, ROWS, book, put
from warehouse import serving
from warehouse.builds import Builds
from web import uploads
from web.upload_inbox import Inbox

OURS = {"Origin": "http://localhost"}


@pytest.fixture(scope="module")
def own(site, demo_root, tmp_path_factory):
    """National demonstration figures of its own, without any upload."""
    before = serving.builds()
    root = tmp_path_factory.mktemp("uploads") / "demo"
    name = Builds(demo_root).current_id()
    shutil.copytree(demo_root / "builds" / name, root / "builds" / name)
    shutil.copy(demo_root / "CURRENT", root / "CURRENT")
    yield root
    if before:
        serving.serve(before.root)


@pytest.fixture
def client(site, own):
    if serving.builds() is None or serving.builds().root != own:
        serving.serve(own)
    return site.server.test_client()


def send(client, path, data=None, *, name="book.xlsx", headers=OURS, **fields):
    parts = {**fields} | ({"file": (io.BytesIO(data), name)} if data is not None else {})
    return client.post(f"/upload/{path}", data=parts, headers=headers, content_type="multipart/form-data")


def hidden(answer) -> dict[str, str]:
    """Hidden fields of the form in an answer."""
    tags = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", answer.text)
    return {re.search(r'name="([^"]*)"', tag)[1]: re.search(r'value="([^"]*)"', tag)[1] for tag in tags}


def waiting(root):
    return [file.name for file in Inbox(root).folder.glob("*") if file.suffix != ".lock"]


def words(answer) -> str:
    return re.sub(r"<[^>]+>", " ", answer.text)


def whole(answer) -> bool:
    """A document of its own, with one heading and without a script."""
    text = answer.text
    return text.startswith("<!DOCTYPE html>") and text.count("<h1") == 1 and "<script" not in text and "</html>" in text


def test_the_page_is_a_whole_document_with_its_forms(client):
    answer = client.get("/upload")
    assert answer.status_code == 200
    assert whole(answer)
    assert 'enctype="multipart/form-data"' in answer.text
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
    assert words(answer).count("Demonstration data") == 1


def test_the_whole_way_check_confirm_done_undo(client, own):
    first = send(client, "check", book())
    assert first.status_code == 200
    assert whole(first)
    assert "Confirm: add 18 rows" in first.text
    assert len(waiting(own)) == 2, "the file and what is known of it"
    done = send(client, "confirm", **hidden(first))
    assert done.status_code == 303
    assert waiting(own) == []
    shown = client.get(done.location)
    assert "is visible now" in shown.text
    assert client.get("/upload").text.count("book.xlsx") >= 1
    again = send(client, "check", book())
    assert "would change nothing" in again.text
    assert "/upload/confirm" not in again.text
    upload = done.location.partition("=")[2]
    asked = client.get(f"/upload/undo?upload={upload}")
    assert "Take this upload back?" in asked.text
    gone = send(client, "undo", upload=upload)
    assert gone.status_code == 303
    assert "does not count any more" in client.get(gone.location).text
    assert send(client, "undo", upload=upload).status_code == 409
    assert client.get(done.location).status_code == 303
    assert "Taken back" in client.get("/upload").text


def test_a_confirmation_that_was_overtaken_changes_nothing(client, own):
    checked = hidden(send(client, "check", book()))
    overtaken = hidden(send(client, "check", book()))
    assert send(client, "confirm", **checked).status_code == 303
    late = send(client, "confirm", **overtaken)
    assert late.status_code == 409
    assert "Something else was uploaded since you checked" in late.text
    twice = send(client, "confirm", **checked)
    assert twice.status_code == 409
    assert "not waiting to be confirmed" in twice.text


def test_a_confirmation_must_bring_back_what_was_checked(client):
    first, *rest = ROWS["observations"]
    checked = hidden(send(client, "check", book({"observations": ({**first, "value": 31.0}, *rest)})))
    for changed in ({"sha256": "0" * 64}, {"base": "x"}, {"token": "0" * 32}, {"token": "../../CURRENT"}):
        assert send(client, "confirm", **{**checked, **changed}).status_code == 409
    assert send(client, "confirm", headers={}, **checked).status_code == 403
    assert send(client, "confirm", headers={"Origin": "https://evil.example"}, **checked).status_code == 403


def test_faults_are_told_by_sheet_and_cell_and_the_file_is_not_kept(client, own):
    before = waiting(own)
    answer = send(client, "check", put("observations", "value", 540, 1))
    assert answer.status_code == 422
    assert whole(answer)
    assert "Observations E9" in words(answer)
    assert "540" in answer.text
    assert " autofocus" in answer.text
    assert "<title>Error: " in answer.text
    assert waiting(own) == before


def test_equal_faults_of_a_column_stand_together_and_at_most_fifty_are_listed(client):
    rows = [f"2018-04-{n % 28 + 1:02d},{n}{'x' * 201}" for n in range(60)]
    answer = send(client, "check", ("Date,Event\r\n" + "\r\n".join(rows)).encode(), name="events.csv")
    assert answer.text.count("200 characters") == 50
    assert "10 faults more" in answer.text
    same = "Date,Event\r\n" + "soon,x\r\n" * 70
    answer = send(client, "check", same.encode(), name="events.csv")
    assert "Events A2 to A71, 70 cells" in answer.text


def test_a_csv_says_its_place_beside_it(client):
    data = b"Date,Event\r\n2018-04-30,A new ward\r\n"
    assert "no place" in send(client, "check", data, name="events.csv").text
    said = {"place": "Saltmarrow", "councils": "Saltmarrow", "as_at": "2019-04", "role": "analyst"}
    answer = send(client, "check", data, name="events.csv", **said)
    assert "Confirm: add 1 row" in answer.text
    assert send(client, "confirm", **hidden(answer)).status_code == 303
    more = send(
        client, "check", data + b"2018-05-01,Another\r\n", name="events.csv", place="saltmarrow", role="analyst"
    )
    assert "Confirm: add 1 row" in more.text, "a place that is known needs no council and no month"
    wrong = send(client, "check", data, name="events.csv", **{**said, "councils": "Atlantis", "place": "X"})
    assert wrong.status_code == 422
    assert "a council in the national figures" in wrong.text


NAMES = [
    "\0.xlsx",
    "a\0b.xlsx",
    "x" * 5_000 + ".xlsx",
    "../../../../etc/cron.d/x.xlsx",
    "-rf --base=1.xlsx",
    "'\"<b>.xlsx",
    "\u202ecod.xlsx",
    "..xlsx",
    "CON.xlsx",
    "%2e%2e%2fx.xlsx",
    "line\nbreak.xlsx",
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:20])
def test_any_name_of_a_file_is_taken_as_a_name_only(client, own, name):
    before = sorted(str(file) for file in own.parent.rglob("*") if "inbox" not in str(file))
    answer = send(client, "check", b"not a workbook", name=name)
    assert answer.status_code in (400, 415, 422)
    assert whole(answer)
    assert "<b>" not in answer.text.partition("<main")[2].partition("Demonstration data")[2].partition("</b>")[2]
    after = sorted(str(file) for file in own.parent.rglob("*") if "inbox" not in str(file))
    assert [one for one in after if one not in before and not one.endswith(("local", "reader.log"))] == []


@pytest.mark.parametrize(
    ("data", "name", "status", "said"),
    [
        (None, "", 400, "No file was chosen"),
        (b"abc", "", 400, "No file was chosen"),
        (b"", "book.xlsx", 400, "This file is empty"),
        (b"abc", "book.docx", 415, "not a file of the right kind"),
        (b"abc", "book", 415, "not a file of the right kind"),
        (b"<html>", "book.xlsx", 422, "This file cannot be read"),
        (b"PK\x03\x04", "book.xlsx", 422, "a damaged workbook"),
        (b"a" * 20_000_001, "book.xlsx", 413, "This file is too large"),
        (b"a" * 23_000_000, "book.xlsx", 413, "This file is too large"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(client, data, name, status, said):
    answer = send(client, "check", data, name=name)
    assert answer.status_code == status
    assert whole(answer)
    assert said in words(answer)


def test_a_thousand_parts_and_a_body_that_is_no_form_are_refused_in_words(client):
    many = send(client, "check", **{f"x{n}": "1" for n in range(1000)})
    assert many.status_code == 413
    for kind, body in (
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=a", b"--a\r\n\r\n"),
        ("application/json", b"{}"),
        ("text/plain", b"\0\xff"),
        ("application/x-www-form-urlencoded", b"file=" + b"%ff" * 1000),
    ):
        answer = client.post("/upload/check", data=body, content_type=kind, headers=OURS)
        assert 400 <= answer.status_code < 500
        assert whole(answer)


def test_the_fourth_file_at_a_time_is_told_calmly(client, own):
    inbox = Inbox(own)
    with inbox.turn(), inbox.turn(), inbox.turn():
        answer = send(client, "check", book())
    assert answer.status_code == 503
    assert whole(answer)
    assert "please try again" in answer.text


def test_a_file_that_takes_too_long_is_given_up(client, monkeypatch):
    from web import upload_child

    run = upload_child.run
    monkeypatch.setattr(uploads, "run", lambda *given: run(*given, seconds=0.05))
    answer = send(client, "check", book())
    assert answer.status_code == 422
    assert "took too long" in answer.text


def test_a_form_from_elsewhere_or_while_uploads_are_off_is_not_taken(client, own, monkeypatch):
    for path in ("check", "confirm", "undo", "held", "bcf"):
        assert send(client, path, headers={"Origin": "https://evil.example"}, upload="x").status_code == 403
        far = client.post(f"/upload/{path}", headers=OURS, environ_base={"REMOTE_ADDR": "10.0.0.9"})
        assert far.status_code == 403
    page = client.get("/upload", environ_base={"REMOTE_ADDR": "10.0.0.9"})
    assert '<form action="/upload' not in page.text
    assert "/upload/check" not in page.text
    assert "only from the machine" in page.text


def test_what_is_held_is_taken_away_and_says_the_same(client):
    checked = send(client, "check", book(None, ABOUT))
    if "/upload/confirm" in checked.text:
        send(client, "confirm", **hidden(checked))
    answer = send(client, "held", place="E10999001")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith('demonstration-held-E10999001.xlsx"')
    assert "would change nothing" in send(client, "check", answer.data).text
    assert send(client, "held", place="../x").status_code == 404


def test_a_plan_becomes_a_draft(client):
    from tests.unit.etl.local.test_bcf import plan

    answer = send(client, "bcf", plan(), name="plan.xlsx")
    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")
    bad = send(client, "bcf", book(), name="plan.xlsx")
    assert bad.status_code == 422
    assert "Scheme Type" in words(bad)


def test_templates_are_served(client):
    whole_book = client.get("/upload/template.xlsx")
    assert whole_book.data.startswith(b"PK")
    sheet = client.get("/upload/template/outputs.csv")
    assert sheet.text.splitlines()[0] == "\ufeffRow,Scheme,Period,Planned,Actual"
    assert send(client, "check", sheet.data, name="outputs.csv").status_code == 422
    assert client.get("/upload/template/../x.csv").status_code == 404
    assert client.get("/upload/template/x.csv").status_code == 404


@pytest.mark.parametrize("path", ["check", "confirm", "held", "bcf", "undo", "done", "undone", "done?upload=x"])
def test_an_address_of_an_answer_leads_back_to_the_page(client, path):
    answer = client.get(f"/upload/{path}")
    assert (answer.status_code, answer.location) == (303, "/upload")


def test_without_national_figures_the_page_says_so_and_takes_nothing(empty):
    page = empty.get("/upload")
    assert page.status_code == 200
    assert "/upload/check" not in page.text
    assert send(empty, "check", book()).status_code == 409
    assert empty.get("/upload/template/outputs.csv").status_code == 200


def test_four_visitors_at_once_are_answered_or_told_that_it_is_busy(site, client):
    found = []

    def one():
        found.append(send(site.server.test_client(), "check", book()).status_code)

    threads = [threading.Thread(target=one) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) <= {200, 503}
    assert 200 in found
