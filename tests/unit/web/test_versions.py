"""The series file in another version, and the age of the figures at the foot of every page."""

import csv
import io
import json

from warehouse import serving
from warehouse.queries.revised import CHANGES, LAST_PACK


def rows(answer):
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline="")))


def test_a_series_comes_in_the_version_asked_for(client):
    for vintage in ("final", "first", "2018-06-14"):
        found = rows(client.get(f"/export/series.csv?area=Quillshire&vintage={vintage}"))
        assert {row["figures_version"] for row in found} == {vintage}
        assert all(row["vintage"] <= "2018-06-14" for row in found) or vintage != "2018-06-14"
    assert 0 < len(found) < len(rows(client.get("/export/series.csv?area=Quillshire")))


def test_a_version_that_is_none_is_refused_calmly(client):
    answer = client.get("/export/series.csv?area=Quillshire&vintage=soon")
    assert answer.status_code == 404
    assert "'soon' names no version" in answer.get_data(as_text=True)


def test_the_foot_of_every_page_says_how_old_the_figures_are(client):
    layout = json.dumps(client.get("/_dash-layout").get_json(), ensure_ascii=False)
    assert "Newest figures: " in layout
    assert "(invented)" in layout


def test_before_there_are_figures_no_age_is_said(empty):
    assert "Newest figures" not in json.dumps(empty.get("/_dash-layout").get_json())


def test_what_pages_read_beside_the_builds_is_part_of_what_is_kept(site, tmp_path):
    serving.serve(tmp_path)
    told = [serving.notes()]
    for name in (CHANGES, LAST_PACK):
        serving.builds().write_note(name, {})
        told.append(serving.notes())
    assert len(set(told)) == 3
