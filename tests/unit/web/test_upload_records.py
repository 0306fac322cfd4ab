"""A decision and a comment from their forms: checked, confirmed, on the scheme's page, taken back; by the same door."""

import re
from urllib.parse import urlencode

import pytest

from panels.schemes.held import held as reading
from panels.schemes.scope import where
from tests.unit.etl.local.sheets import ROWS, book
from tests.unit.web.forms import OURS, hidden, send, waiting, whole, words
from warehouse import serving
from web.upload_inbox import Inbox

PLACE = "E10999001"
SCHEME = {"place": PLACE, "scheme": "S1"}
GIVEN = {
    **SCHEME,
    "decision": "stop",
    "state": "decided",
    "date": "16 May 2019",
    "reason": 'It says "=1+1", and\nmore',
    "alternative": "Go on <b>unchanged</b>",
    "review": "2019-11",
    "role": "partnership board",
    "recorder": "performance analyst",
}


@pytest.fixture
def held(uploader):
    """The small place, held."""
    checked = send(uploader, "check", book())
    if "/upload/confirm" in checked.text:
        send(uploader, "confirm", **hidden(checked))
    return uploader


def on_page():
    view = serving.view()
    return reading(view, where(view, {"place": PLACE})).decisions


def form(client, kind="decision", **more):
    return client.get(f"/upload/{kind}?{urlencode({**SCHEME, **more})}")


def test_the_form_is_a_whole_document_without_a_script(held):
    answer = form(held)
    assert whole(answer)
    assert "S1 Weekend team: record a decision" in words(answer)
    assert re.findall(r'name="(\w+)"', answer.text.partition("<form")[2].partition("/upload/decision")[2])


def test_a_decision_is_checked_confirmed_seen_and_taken_back(held, uploads_root):
    before = {one.decision_id for one in on_page()}
    checked = send(held, "decision", **GIVEN)
    assert checked.status_code == 200
    assert whole(checked)
    for said in (
        "Nothing is recorded yet",
        "16\u00a0May\u00a02019",
        "November\u00a02019",
        "1 added",
        "performance analyst",
    ):
        assert said in words(checked)
    assert "<b>unchanged" not in checked.text
    assert {one.decision_id for one in on_page()} == before, "nothing counts before it is confirmed"
    done = send(held, "confirm", **hidden(checked))
    assert (done.status_code, done.location) == (303, f"/operational/schemes/S1?place={PLACE}#decisions")
    assert waiting(uploads_root) == []
    (new,) = [one for one in on_page() if one.decision_id not in before]
    assert (new.decision, new.state, new.review, new.role) == ("stop", "decided", "2019-11", "partnership board")
    assert new.reason == 'It says "=1+1", and\nmore'
    listed = words(held.get("/upload"))
    assert "decisions-form.csv" in listed
    assert "performance analyst" in listed
    asked = held.get(f"/upload/undo?upload={new.came_alone}&scheme=S1")
    gone = send(held, "undo", **hidden(asked))
    assert f"/operational/schemes/S1?place={PLACE}#decisions" in held.get(gone.location).text.replace("&amp;", "&")
    assert {one.decision_id for one in on_page()} == before


def test_a_proposal_is_decided_in_its_own_row(held):
    answer = form(held, row="D1")
    assert "Numbers fell" in answer.text
    assert 'value="discharge lead"' not in answer.text, "who proposed is not who decides"
    checked = send(held, "decision", **{**GIVEN, "row": "D1", "decision": "go_on"})
    assert "State ‘proposed’ becomes ‘decided’" in words(checked)
    send(held, "confirm", **hidden(checked))
    (found,) = [one for one in on_page() if one.decision_id == "D1"]
    assert (found.state, found.decision) == ("decided", "go_on")
    send(held, "undo", upload=found.came_alone)
    assert [one.state for one in on_page() if one.decision_id == "D1"] == ["proposed"]


def test_every_fault_is_told_at_its_field_with_what_was_entered(held, uploads_root):
    wrong = {"date": "soon", "reason": "", "review": "2019-13", "decision": "perhaps", "recorder": " "}
    answer = send(held, "decision", **{**GIVEN, **wrong})
    assert answer.status_code == 422
    assert whole(answer)
    assert "<title>Error: " in answer.text
    said = words(answer)
    assert "5 things need another look" in said
    for expected in (
        "such as 2018-04-30",
        "a month from 2000 on",
        "go_on or change or stop or scale",
        "a role such as",
    ):
        assert expected in said
    assert 'value="soon"' in answer.text
    for name in ("date", "reason", "review", "decision", "recorder"):
        assert f'href="#record-{name}"' in answer.text
    assert waiting(uploads_root) == []


@pytest.mark.parametrize("more", [{"reason": "x" * 2_001}, {"reason": "a\x00b"}, {"role": "y" * 201}])
def test_what_a_sheet_refuses_a_form_refuses(held, more):
    answer = send(held, "decision", **{**GIVEN, **more})
    assert answer.status_code == 422
    assert "characters at most" in words(answer)


@pytest.mark.parametrize(
    "more", [{"place": "../x"}, {"scheme": "S9"}, {"place": ""}, {"row": "D99"}, {"scheme": "S2", "row": "D1"}]
)
def test_what_is_not_held_has_no_form(held, more):
    assert form(held, **more).status_code == 303
    assert send(held, "decision", **{**GIVEN, **more}).status_code == 404


def test_two_at_once_do_not_take_each_others_place(held):
    first, second = send(held, "decision", **GIVEN), send(held, "decision", **{**GIVEN, "reason": "Another"})
    assert send(held, "confirm", **hidden(first)).status_code == 303
    late = send(held, "confirm", **hidden(second))
    assert late.status_code == 409
    again = send(held, "decision", **{**GIVEN, "reason": "Another"})
    assert "1 added" in words(again)


def test_only_who_may_upload_may_record(held, uploads_root):
    for kind in ("decision", "comment"):
        foreign = send(held, kind, headers={"Origin": "https://evil.example"}, **GIVEN)
        far = held.post(f"/upload/{kind}", headers=OURS, environ_base={"REMOTE_ADDR": "10.0.0.9"}, data=GIVEN)
        assert (foreign.status_code, far.status_code) == (403, 403)
    page = held.get(f"/upload/decision?{urlencode(SCHEME)}", environ_base={"REMOTE_ADDR": "10.0.0.9"})
    assert "only from the machine" in page.text
    assert "<textarea" not in page.text


def test_the_site_may_be_busy(held, uploads_root):
    inbox = Inbox(uploads_root)
    with inbox.turn(), inbox.turn(), inbox.turn():
        assert send(held, "decision", **GIVEN).status_code == 503


def test_a_comment_is_added_and_the_other_side_says_whether_it_agrees(held):
    given = {**SCHEME, "indicator_id": "I1", "period": "2018-12", "text": "Shifts are filled.", "side": "council",
             "role": "team lead", "council_view": "agree", "nhs_view": "none", "recorder": "analyst"}  # fmt: skip
    checked = send(held, "comment", **given)
    done = send(held, "confirm", **hidden(checked))
    assert done.status_code == 303
    view = serving.view()
    (new,) = [one for one in reading(view, where(view, {"place": PLACE})).commentary if one.text == given["text"]]
    answer = form(held, "comment", row=new.commentary_id)
    assert "<textarea" not in answer.text, "what somebody wrote is not rewritten by who answers"
    asked = {
        **SCHEME,
        "row": new.commentary_id,
        "council_view": "agree",
        "nhs_view": "disagree",
        "recorder": "NHS lead",
    }
    same = send(held, "comment", **{**asked, "nhs_view": "none"})
    assert same.status_code == 409
    said = send(held, "comment", **{**asked, "text": "Something else"})
    assert "NHS ‘none’ becomes ‘disagree’" in words(said)
    send(held, "confirm", **hidden(said))
    view = serving.view()
    found = {one.commentary_id: one for one in reading(view, where(view, {"place": PLACE})).commentary}
    assert (found[new.commentary_id].nhs_view, found[new.commentary_id].text) == ("disagree", given["text"])


def test_a_source_line_names_the_file_with_figures_and_not_the_form(held):
    send(held, "confirm", **hidden(send(held, "decision", **{**GIVEN, "reason": "For the line"})))
    from panels.schemes import words as scheme_words

    view = serving.view()
    line = scheme_words.source_line(reading(view, where(view, {"place": PLACE})))
    assert "book.xlsx" in line
    assert len(ROWS["decisions"]) < len(on_page())
