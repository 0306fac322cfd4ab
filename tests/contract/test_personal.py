"""The page on outcomes with the example partnership: charts, tables, CSV, local questions, and finding an area."""

import csv
import io
import json

import dash
import pytest

from components.text import NBSP
from panels.schemes import words as scheme_words
from tests.contract import drawn
from tests.unit.components import walk
from warehouse import serving
from warehouse.queries import outcomes
from warehouse.queries.local import evidence

PATH = "/personal/outcomes"
AREAS = ("", "Ambermoor", "Saltmarrow", "Quillshire", "Oldgate", "Marram")
PLACE = "three-meres-partnership"
each_area = pytest.mark.parametrize("area", AREAS)


@pytest.fixture
def people(client, partnership_root, demo_root):
    """A client of the site with the example partnership's uploads."""
    serving.serve(partnership_root)
    yield client
    serving.serve(demo_root)


def shown(area):
    return dash.page_registry["pages.personal.outcomes"]["layout"](area=area)


def surveys(area):
    """The panels of national measures."""
    return [panel for panel in drawn.panels(shown(area)) if "measure=" in panel.href and panel.figures]


@each_area
def test_every_point_and_bar_is_a_cell_of_the_table_and_of_the_csv(people, area):
    found = surveys(area)
    assert len(found) >= 12 if area in ("", "Saltmarrow") else found
    for panel in found:
        head, *rows = csv.reader(io.StringIO(people.get(panel.href).get_data().decode("utf-8-sig")))
        cells = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
        for trace in panel.figures[0]["data"]:
            column = "england" if trace["name"] == "England" and area else "region"
            own = trace is panel.figures[0]["data"][-1]
            for year, value in zip(trace["x"], trace["y"], strict=True):
                assert float(cells[year]["value" if own else column]) == value
            if own:
                none = {"array": [0] * len(trace["x"])}  # every margin is printed as 0
                bars = dict(zip(trace["x"], trace.get("error_y", none)["array"], strict=True))
                assert {year: float(cells[year]["margin"]) for year in bars} == bars
                assert set(trace["x"]) == {year for year, row in cells.items() if row["value"][:1].isdigit()}


@each_area
def test_every_table_reads_as_its_rows(people, area):
    for panel in drawn.panels(shown(area)):
        assert drawn.words(panel.table(serving.view())) in panel.read, panel.href


def test_what_is_suppressed_missing_and_not_asked_are_words_of_their_own(people):
    control = "measure=control_over_daily_life"
    marram = people.get(f"/export/personal-outcomes.csv?area=Marram&{control}").get_data(as_text=True)
    oldgate = people.get(f"/export/personal-outcomes.csv?area=Oldgate&{control}").get_data(as_text=True)
    assert "2017-18,suppressed,suppressed,suppressed" in marram
    assert "2016-17,not available,not available,not available" in oldgate
    assert "Suppressed: 2017-18." in walk.words(shown("Marram"))
    assert "Not available: 2016-17." in walk.words(shown("Oldgate"))


def test_local_questions_stand_with_pooled_answers_and_their_verdict(people, partnership):
    said = walk.words(shown("Saltmarrow")).replace(NBSP, " ")
    effect = next(
        one
        for one in evidence.effects(partnership, PLACE, design="survey")
        if (one.scheme_id, one.indicator_id) == ("S07", "I26")
    )
    answers = json.loads(effect.details)
    assert f"About {answers['answers_before']} answers before, {answers['answers_after']} after." in said
    assert scheme_words.interval(effect).replace(NBSP, " ") in said
    assert "S07 Seven-day hospital social work" in said


def test_small_numbers_of_people_are_words_and_no_number_under_8_is_read(people):
    said = walk.words(shown("Ambermoor"))
    assert "not shown: suppressed" in said
    assert "statistics are withheld" in said
    for panel in drawn.panels(shown("Ambermoor")):
        if "indicator=" in panel.href:
            table = panel.table(serving.view())
            numbers = [value for value in table.column("answers") if not isinstance(value, str)]
            assert all(value % 5 == 0 and value >= 10 for value in numbers)


def test_an_area_without_local_questions_names_those_that_have_them(people):
    links = {link.href for link in walk.of(shown(""), "A")}
    assert f"{PATH}?area=E10999001" in links
    assert "No place has uploaded answers of people in England" in walk.words(shown(""))


def test_a_national_measure_of_the_partnership_is_drawn_on_its_scheme_with_margins(people):
    layout = dash.page_registry["pages.operational.scheme"]["layout"](scheme_id="S05", place=PLACE)
    (panel,) = [one for one in drawn.panels(layout) if "scheme-series" in one.href and "indicator=I25" in one.href]
    table = panel.table(serving.view())
    area = outcomes.series(serving.view(), "control_over_daily_life", "E06999001")
    values = [point.value for point in area if point.value is not None]
    points = next(trace for trace in panel.figures[0]["data"] if "error_y" in trace)
    assert points["mode"] == "markers"
    assert values == table.column("value")[: len(values)] == points["y"]
    assert points["error_y"]["array"] == table.column("margin") == [4.4, 4.4, 4.5, 4.4]
    said = walk.words(layout).replace(NBSP, " ")
    assert "+0.5 points (2016-17 to 2018-19), needs 6.2" in said


@pytest.mark.parametrize(("scheme", "indicator"), [("S05", "I25"), ("S06", "I27")])
def test_a_claim_on_a_national_survey_cannot_be_told_within_its_margins(partnership, scheme, indicator):
    (found,) = evidence.effects(partnership, PLACE, scheme_id=scheme, indicator_id=indicator, design="survey")
    assert abs(found.estimate) < json.loads(found.details)["needs"]
    (verdict,) = [
        one for one in evidence.verdicts(partnership, PLACE, scheme_id=scheme) if one.indicator_id == indicator
    ]
    assert (verdict.verdict, verdict.reason) == ("cannot_tell", "survey_margin")
    assert (found.pre_first, found.post_first) == ("2016-04", "2018-04")  # 2017-18 holds the start: it is not read


def test_a_search_from_this_page_stays_on_it(people):
    answer = people.get("/find?q=quillshire", headers={"Referer": f"http://localhost{PATH}?area=Ambermoor"})
    assert answer.headers["Location"] == f"{PATH}?area=E10999001"
    elsewhere = people.get("/find?q=quillshire", headers={"Referer": "http://localhost/data"})
    assert elsewhere.headers["Location"].startswith("/operational/area?")
