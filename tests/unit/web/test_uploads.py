"""The upload page and its forms, by real requests and real commands: every answer is whole and in words."""

import threading

import pytest

from tests.unit.etl.local.sheets import ABOUT, ROWS, book, put
from tests.unit.web.forms import OURS, hidden, send, waiting, whole, words
from web import uploads
from web.upload_inbox import Inbox


def test_the_page_is_a_whole_document_with_its_forms(uploader):
    answer = uploader.get("/upload")
    assert answer.status_code == 200
    assert whole(answer)
    assert 'enctype="multipart/form-data"' in answer.text
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
    assert words(answer).count("Demonstration data") == 1


def test_the_whole_way_check_confirm_done_undo(uploader, uploads_root):
    first = send(uploader, "check", book())
    assert first.status_code == 200
    assert whole(first)
    assert "Confirm: add 18 rows" in first.text
    assert len(waiting(uploads_root)) == 2, "the file and what is known of it"
    done = send(uploader, "confirm", **hidden(first))
    assert done.status_code == 303
    assert waiting(uploads_root) == []
    shown = uploader.get(done.location)
    assert "is visible now" in shown.text
    assert uploader.get("/upload").text.count("book.xlsx") >= 1
    again = send(uploader, "check", book())
    assert "would change nothing" in again.text
    assert "/upload/confirm" not in again.text
    upload = done.location.partition("=")[2]
    asked = uploader.get(f"/upload/undo?upload={upload}")
    assert "Take this upload back?" in asked.text
    gone = send(uploader, "undo", upload=upload)
    assert gone.status_code == 303
    assert "does not count any more" in uploader.get(gone.location).text
    assert send(uploader, "undo", upload=upload).status_code == 409
    assert uploader.get(done.location).status_code == 303
    assert "Taken back" in uploader.get("/upload").text


def test_a_confirmation_that_was_overtaken_changes_nothing(uploader, uploads_root):
    checked = hidden(send(uploader, "check", book()))
    overtaken = hidden(send(uploader, "check", book()))
    assert send(uploader, "confirm", **checked).status_code == 303
    late = send(uploader, "confirm", **overtaken)
    assert late.status_code == 409
    assert "Something else was uploaded since you checked" in late.text
    twice = send(uploader, "confirm", **checked)
    assert twice.status_code == 409
    assert "not waiting to be confirmed" in twice.text


def test_a_confirmation_must_bring_back_what_was_checked(uploader):
    first, *rest = ROWS["observations"]
    checked = hidden(send(uploader, "check", book({"observations": ({**first, "value": 31.0}, *rest)})))
    for changed in ({"sha256": "0" * 64}, {"base": "x"}, {"token": "0" * 32}, {"token": "../../CURRENT"}):
        assert send(uploader, "confirm", **{**checked, **changed}).status_code == 409
    assert send(uploader, "confirm", headers={}, **checked).status_code == 403
    assert send(uploader, "confirm", headers={"Origin": "https://evil.example"}, **checked).status_code == 403


def test_faults_are_told_by_sheet_and_cell_and_the_file_is_not_kept(uploader, uploads_root):
    before = waiting(uploads_root)
    answer = send(uploader, "check", put("observations", "value", 540, 1))
    assert answer.status_code == 422
    assert whole(answer)
    assert "Observations E9" in words(answer)
    assert "540" in answer.text
    assert " autofocus" in answer.text
    assert "<title>Error: " in answer.text
    assert waiting(uploads_root) == before


def test_equal_faults_of_a_column_stand_together_and_at_most_fifty_are_listed(uploader):
    rows = [f"2018-04-{n % 28 + 1:02d},{n}{'x' * 201}" for n in range(60)]
    answer = send(uploader, "check", ("Date,Event\r\n" + "\r\n".join(rows)).encode(), name="events.csv")
    assert answer.text.count("200 characters") == 50
    assert "10 faults more" in answer.text
    same = "Date,Event\r\n" + "soon,x\r\n" * 70
    answer = send(uploader, "check", same.encode(), name="events.csv")
    assert "Events A2 to A71, 70 cells" in answer.text


def test_a_csv_says_its_place_beside_it(uploader):
    data = b"Date,Event\r\n2018-04-30,A new ward\r\n"
    assert "no place" in send(uploader, "check", data, name="events.csv").text
    said = {"place": "Saltmarrow", "councils": "Saltmarrow", "as_at": "2019-04", "role": "analyst"}
    answer = send(uploader, "check", data, name="events.csv", **said)
    assert "Confirm: add 1 row" in answer.text
    assert send(uploader, "confirm", **hidden(answer)).status_code == 303
    more = send(
        uploader, "check", data + b"2018-05-01,Another\r\n", name="events.csv", place="saltmarrow", role="analyst"
    )
    assert "Confirm: add 1 row" in more.text, "a place that is known needs no council and no month"
    wrong = send(uploader, "check", data, name="events.csv", **{**said, "councils": "Atlantis", "place": "X"})
    assert wrong.status_code == 422
    assert "a council in the national figures" in wrong.text


def test_the_fourth_file_at_a_time_is_told_calmly(uploader, uploads_root):
    inbox = Inbox(uploads_root)
    with inbox.turn(), inbox.turn(), inbox.turn():
        answer = send(uploader, "check", book())
    assert answer.status_code == 503
    assert whole(answer)
    assert "please try again" in answer.text


def test_a_file_that_takes_too_long_is_given_up(uploader, monkeypatch):
    from web import upload_child

    run = upload_child.run
    monkeypatch.setattr(uploads, "run", lambda *given: run(*given, seconds=0.05))
    answer = send(uploader, "check", book())
    assert answer.status_code == 422
    assert "took too long" in answer.text


def test_a_form_from_elsewhere_or_while_uploads_are_off_is_not_taken(uploader, uploads_root, monkeypatch):
    for path in ("check", "confirm", "undo", "held", "bcf"):
        assert send(uploader, path, headers={"Origin": "https://evil.example"}, upload="x").status_code == 403
        far = uploader.post(f"/upload/{path}", headers=OURS, environ_base={"REMOTE_ADDR": "10.0.0.9"})
        assert far.status_code == 403
    page = uploader.get("/upload", environ_base={"REMOTE_ADDR": "10.0.0.9"})
    assert '<form action="/upload' not in page.text
    assert "/upload/check" not in page.text
    assert "only from the machine" in page.text


def test_what_is_held_is_taken_away_and_says_the_same(uploader):
    checked = send(uploader, "check", book(None, ABOUT))
    if "/upload/confirm" in checked.text:
        send(uploader, "confirm", **hidden(checked))
    answer = send(uploader, "held", place="E10999001")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith('demonstration-held-E10999001.xlsx"')
    assert "would change nothing" in send(uploader, "check", answer.data).text
    assert send(uploader, "held", place="../x").status_code == 404


def test_a_plan_becomes_a_draft(uploader):
    from tests.unit.etl.local.test_bcf import plan

    answer = send(uploader, "bcf", plan(), name="plan.xlsx")
    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")
    bad = send(uploader, "bcf", book(), name="plan.xlsx")
    assert bad.status_code == 422
    assert "Scheme Type" in words(bad)


def test_templates_are_served(uploader):
    whole_book = uploader.get("/upload/template.xlsx")
    assert whole_book.data.startswith(b"PK")
    sheet = uploader.get("/upload/template/outputs.csv")
    assert sheet.text.splitlines()[0] == "\ufeffRow,Scheme,Period,Planned,Actual"
    assert send(uploader, "check", sheet.data, name="outputs.csv").status_code == 422
    assert uploader.get("/upload/template/../x.csv").status_code == 404
    assert uploader.get("/upload/template/x.csv").status_code == 404


@pytest.mark.parametrize("path", ["check", "confirm", "held", "bcf", "undo", "done", "undone", "done?upload=x"])
def test_an_address_of_an_answer_leads_back_to_the_page(uploader, path):
    answer = uploader.get(f"/upload/{path}")
    assert (answer.status_code, answer.location) == (303, "/upload")


def test_without_national_figures_the_page_says_so_and_takes_nothing(empty):
    page = empty.get("/upload")
    assert page.status_code == 200
    assert "/upload/check" not in page.text
    assert send(empty, "check", book()).status_code == 409
    assert empty.get("/upload/template/outputs.csv").status_code == 200


def test_four_visitors_at_once_are_answered_or_told_that_it_is_busy(site, uploader):
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
