"""Month packs over the counter: made once, listed, taken as one file; nothing outside the shelf can be named."""

import io
import json
import shutil
import zipfile

import pytest

from exports import counter
from warehouse import serving

PACK = "E10999001", "2018-01"


@pytest.fixture
def counted(site, demo_root, tmp_path):
    """The site on a copy of the demonstration data, with an empty shelf."""
    before = serving.builds().root
    serving.serve(shutil.copytree(demo_root, tmp_path / "demo"))
    yield site.server.test_client()
    serving.serve(before)


def made(client, area, month):
    """What the page's own callback answers."""
    output = "..snapshots-status.children...snapshots-shelf.children.."
    parts = [{"id": f"snapshots-{name}", "property": "children"} for name in ("status", "shelf")]
    body = {
        "output": output,
        "outputs": parts,
        "inputs": [{"id": "snapshots-make", "property": "n_clicks", "value": 1}],
        "changedPropIds": ["snapshots-make.n_clicks"],
        "state": [
            {"id": "snapshots-area", "property": "value", "value": area},
            {"id": "snapshots-month", "property": "value", "value": month},
        ],
    }
    answer = client.post("/_dash-update-component", data=json.dumps(body), content_type="application/json")
    assert answer.status_code == 200
    return answer.get_json()["response"]["snapshots-status"]["children"], json.dumps(answer.get_json())


def test_a_pack_is_made_listed_and_taken(counted):
    said, page = made(counted, *PACK)
    assert said == "The pack of Quillshire for January\u00a02018 is ready: see the list."
    assert "/packs/E10999001-2018-01.zip" in page
    answer = counted.get("/packs/E10999001-2018-01.zip")
    assert answer.headers["Content-Disposition"] == "attachment; filename=demonstration-E10999001-2018-01.zip"
    with zipfile.ZipFile(io.BytesIO(answer.get_data())) as pack:
        names = {name.split("/")[1] for name in pack.namelist()}
        manifest = json.loads(pack.read("E10999001-2018-01/manifest.json"))
    assert {"pack.xlsx", "manifest.json"} <= names
    assert manifest["build"] == serving.view().id


def test_a_pack_that_is_there_is_not_made_again(counted):
    made(counted, *PACK)
    first = counted.get("/packs/E10999001-2018-01.zip").get_data()
    assert "was there already" in made(counted, *PACK)[0]
    assert counted.get("/packs/E10999001-2018-01.zip").get_data() == first


@pytest.mark.parametrize(
    ("area", "month", "said"),
    [
        ("E10999001", "1999-01", "January 1999 is not held for Quillshire"),
        ("nowhere", "2018-01", "Unknown area 'nowhere'"),
        ("E10999001", "soon", "'soon' is not a month"),
        ("all", "2018-01", "One area at a time"),
        ("", "", "'' is not a month"),
    ],
)
def test_what_cannot_be_packed_is_said(counted, area, month, said):
    assert made(counted, area, month)[0].startswith(said)
    assert counter.packs(serving.view()) == ()


@pytest.mark.parametrize("name", ["E10999001-2018-01", "..-2018-01", "%2e%2e%2fx-2018-01", "a/b-2018-01", "x"])
def test_no_pack_is_404(counted, name):
    assert counted.get(f"/packs/{name}.zip").status_code == 404


def test_a_full_shelf_takes_no_more_but_gives_what_it_has(counted, monkeypatch):
    made(counted, *PACK)
    monkeypatch.setattr(counter, "MOST", 1)
    assert "takes no more" in made(counted, "E10999002", "2018-01")[0]
    assert "was there already" in made(counted, *PACK)[0]
