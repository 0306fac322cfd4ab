"""The invented surveys after they went through file, pipeline and warehouse."""

import pytest

from etl.demo import outcome_figures as figures
from etl.demo.councils import councils
from warehouse.queries import outcomes as queries

CODE = {council.name: council.ons_code for council in councils()}


@pytest.mark.parametrize(("measure", "name", "year"), figures.FIXED)
def test_figures_set_in_the_table_come_out_as_set(demo, measure, name, year):
    (found,) = [p for p in queries.series(demo, measure, CODE[name]) if p.year == year]
    assert (found.value, found.margin, found.base) == figures.FIXED[measure, name, year][:3]


@pytest.mark.parametrize(("measure", "name", "year"), figures.MARKED)
def test_marked_cells_have_no_number_and_keep_their_mark(demo, measure, name, year):
    (found,) = [p for p in queries.series(demo, measure, CODE[name]) if p.year == year]
    assert (found.value, found.shorthand) == (None, figures.MARKED[measure, name, year])


def test_one_cell_is_suppressed_and_one_not_collected_in_both_surveys_together():
    assert set(figures.MARKED.values()) == {"[c]", "[x]"}


def test_every_council_has_control_over_daily_life_with_a_margin_in_four_years(demo):
    for year in figures.YEARS:
        found = queries.across(demo, figures.CONTROL, year)
        assert len(found) == len(CODE)
        assert all(1 < p.margin < 9 for p in found if p.value is not None)


def test_carers_are_asked_every_second_year(demo):
    assert queries.years(demo, figures.CARERS) == ("2016-17", "2018-19")
    found = {p.year: p for p in queries.series(demo, figures.CARERS, CODE["Quillshire"])}
    assert found["2017-18"].status == "not_applicable"
    assert found["2018-19"].joins_previous
    assert found["2016-17"].as_published == "7.7 (7.6)"


def test_a_fictional_council_stands_beside_its_region_and_england(demo):
    found = queries.compared(demo, figures.CONTROL, CODE["Quillshire"])
    assert [p.area_name for p in (found.region[0], found.england[0])] == ["The Meres", "England"]
    assert all(p.margin < found.area[0].margin for p in (*found.region, *found.england))
