"""Month packs over the counter: made outside the request, listed, taken as one file; nothing else can be named."""

import io
import json
import os
import signal
import zipfile

import dash
import pytest

from exports import counter
from tests.unit.exports import at_work
from warehouse import serving

PACK = "E10999001", "2018-01"
OUTPUTS = (
    ("job", "children"),
    ("cancel", "hidden"),
    ("again", "hidden"),
    ("status", "children"),
    ("answer", "children"),
    ("clock", "disabled"),
    ("ready", "children"),
    ("make", "children"),
    ("shelf", "children"),
)
INPUTS = {"make": "n_clicks", "cancel": "n_clicks", "again": "n_clicks", "clock": "n_intervals"}


@pytest.fixture
def counted(site, demo_root, tmp_path):
    """The site on a copy of the demonstration data, with an empty shelf."""
    before = serving.builds().root
    view = at_work.copied(demo_root, tmp_path)
    serving.serve(view.build.folder.parents[1])
    yield site.server.test_client()
    for number in at_work.processes(counter.shelf(view)):
        os.kill(number, signal.SIGKILL)
    serving.serve(before)


def body(what, area="", month=""):
    """What the page sends when something was pressed."""
    named = [{"id": f"snapshots-{name}", "property": key} for name, key in OUTPUTS]
    inputs = [{"id": f"snapshots-{name}", "property": key, "value": 1} for name, key in INPUTS.items()]
    inputs += [{"id": f"snapshots-{n}", "property": "value", "value": v} for n, v in (("area", area), ("month", month))]
    return {
        "output": "..{}..".format("...".join(f"{one['id']}.{one['property']}" for one in named)),
        "outputs": named,
        "inputs": inputs,
        "changedPropIds": [f"snapshots-{what}.{INPUTS.get(what, 'value')}"],
    }


def pressed(client, what, area="", month=""):
    """What the page's own callback answers."""
    sent = json.dumps(body(what, area, month))
    answer = client.post("/_dash-update-component", data=sent, content_type="application/json")
    assert answer.status_code == 200
    found = answer.get_json()["response"]
    return {name: found[f"snapshots-{name}"][key] for name, key in OUTPUTS if f"snapshots-{name}" in found}


def made(client, area, month):
    """A pack ordered and waited for; what the page answered to the order."""
    ordered = pressed(client, "make", area, month)
    at_work.ended(serving.view())
    return ordered


def test_a_pack_is_ordered_made_listed_and_taken(counted):
    ordered = made(counted, *PACK)
    assert ordered["status"] == "The pack of Quillshire for January\u00a02018: being made."
    assert (ordered["cancel"], ordered["again"], ordered["clock"]) == (False, True, False)
    assert "Progress" in json.dumps(ordered["job"])
    assert "shelf" not in ordered  # the lists change when the work ends
    shown = pressed(counted, "clock", *PACK)
    assert shown["status"] == "The pack of Quillshire for January\u00a02018: ready."
    assert (shown["cancel"], shown["again"], shown["clock"], shown["job"]) == (True, True, True, [])
    for part in ("ready", "shelf"):
        assert "/packs/E10999001-2018-01.zip" in json.dumps(shown[part])
    answer = counted.get("/packs/E10999001-2018-01.zip")
    assert answer.headers["Content-Disposition"] == "attachment; filename=demonstration-E10999001-2018-01.zip"
    with zipfile.ZipFile(io.BytesIO(answer.get_data())) as pack:
        names = {name.split("/")[1] for name in pack.namelist()}
        manifest = json.loads(pack.read("E10999001-2018-01/manifest.json"))
    assert {"pack.xlsx", "manifest.json"} <= names
    assert manifest["build"] == serving.view().id


def test_a_pack_that_is_there_is_ready_at_once(counted):
    made(counted, *PACK)
    first = counted.get("/packs/E10999001-2018-01.zip").get_data()
    again = pressed(counted, "make", *PACK)
    assert (again["status"].endswith(": ready."), again["clock"]) == (True, True)
    assert counted.get("/packs/E10999001-2018-01.zip").get_data() == first


def test_every_area_is_one_download_which_is_sent_in_pieces(counted):
    made(counted, "all", "2018-01")
    shown = pressed(counted, "clock", "all", "2018-01")
    assert shown["make"] == "Make the 73 packs (XLSX and CSV)"
    assert "/packs/all-2018-01.zip" in json.dumps(shown["ready"])
    answer = counted.get("/packs/all-2018-01.zip")
    assert answer.direct_passthrough or answer.is_streamed
    content = answer.get_data()
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert len({name.split("/")[1] for name in file.namelist()}) == 73
    part = counted.get("/packs/all-2018-01.zip", headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.get_data()) == (206, content[:10])


@pytest.mark.parametrize(
    ("area", "month", "said"),
    [
        ("E10999001", "1999-01", "January 1999 is not held for Quillshire"),
        ("nowhere", "2018-01", "Unknown area 'nowhere'"),
        ("all", "1999-01", "January 1999 is not held for any area"),
        ("E10999001", "soon", "Choose an area and a month"),
        ("", "", "Choose an area and a month"),
        ("../x", "2018-01", "Unknown area"),
    ],
)
def test_what_cannot_be_packed_is_said_and_shown(counted, area, month, said):
    answer = pressed(counted, "make", area, month)
    assert answer["status"].startswith(said)
    assert said.split("'")[0] in json.dumps(answer["answer"])
    assert counter.packs(serving.view()) == ()
    assert counter.state(serving.view()) is None


def test_nothing_to_take_up_is_said(counted):
    assert pressed(counted, "again", *PACK)["status"].startswith("There is nothing to take up")
    assert pressed(counted, "cancel", *PACK)["status"] == ""


def test_cancel_and_take_up_again(counted):
    view = serving.view()
    pressed(counted, "make", "all", "2018-01")
    held = at_work.held(counter.shelf(view), packs=2)
    busy = pressed(counted, "make", *PACK)
    assert busy["status"].startswith("One at a time: packs of all areas, January 2018")
    stopping = pressed(counted, "cancel", *PACK)
    assert (stopping["status"], stopping["cancel"]) == ("Stopping.", True)
    os.kill(held, signal.SIGCONT)
    at_work.ended(view)
    stopped = pressed(counted, "clock", *PACK)
    assert (stopped["again"], "It was cancelled." in stopped["status"]) == (False, True)
    pressed(counted, "again", *PACK)
    assert at_work.ended(view).done == 73


@pytest.mark.parametrize(
    "name", ["E10999001-2018-01", "all-2018-01", "all-2018-99", "..-2018-01", "%2e%2e%2fx-2018-01", "a/b-2018-01", "x"]
)
def test_no_pack_is_404(counted, name):
    assert counted.get(f"/packs/{name}.zip").status_code == 404


def test_a_pack_that_is_being_written_is_404_not_half_a_pack(counted):
    made(counted, *PACK)
    folder = counter.shelf(serving.view()) / "E10999001-2018-01"
    (folder.parent / ".E10999001-2018-01.zip").unlink()
    (folder / "headline.csv").write_text("of another build")
    assert counted.get("/packs/E10999001-2018-01.zip").status_code == 404


def test_the_shelf_keeps_its_bound(counted, monkeypatch):
    monkeypatch.setenv("KEEP_PACKS", "200")
    for month in ("2018-01", "2018-02", "2017-12"):
        made(counted, "all", month)
    found = counter.packs(serving.view())
    assert len(found) <= 200
    assert sum(one.month == "2017-12" for one in found) == 73


def test_the_page_opens_with_the_choice_of_its_link_and_the_job_that_runs(counted):
    pressed(counted, "make", "all", "2018-01")
    at_work.held(counter.shelf(serving.view()), packs=1)
    drawn = str(dash.page_registry["pages.snapshots"]["layout"](area="E10999001", month="2018-01"))
    assert "value='E10999001'" in drawn
    assert "value='2018-01'" in drawn
    assert "Progress(" in drawn
    assert "disabled=False" in drawn
