"""Outcomes from the publishers' files: figures of TRUTHS, the derived tables of two years, and what is held."""

import csv

import pytest

from domain import areas, outcomes
from tests.shared import DATA, needs_shared
from warehouse.queries import outcomes as queries

pytestmark = needs_shared
CONTROL = "control_over_daily_life"
COUNTED = {  # England: numerator, denominator, value (TRUTHS 7)
    ("no_further_support", "2024-25"): (142_525, 184_745, 77.1),
    ("care_home_admissions_65_and_over", "2024-25"): (65_060, 10_981_090, 592.5),
    ("in_community_12_weeks", "2024-25"): (72_795, 120_005, 60.7),
    ("care_home_admissions_18_to_64", "2020-21"): (4_511, 33_992_831, 13.3),
    ("care_home_admissions_65_and_over", "2020-21"): (52_133, 10_464_019, 498.2),
    ("at_home_91_days", "2020-21"): (34_152, 43_193, 79.1),
    ("offered_reablement", "2020-21"): (43_193, 1_377_575, 3.1),
    ("no_further_support", "2020-21"): (116_113, 155_018, 74.9),
}
DERIVED = {  # wording of the derived tables, without "the", to our measure
    "proportion of people who use services who have control over daily life": CONTROL,
    "proportion of people who use services who have control over their daily life": CONTROL,
    "carer-reported quality of life score": "carers_quality_of_life",
    "social care-related quality of life score": "quality_of_life",
    "social care-related quality of life": "quality_of_life",
    "overall satisfaction of people who use services with their care and support": "satisfaction",
    "overall satisfaction of carers with social services": "carers_satisfaction",
    "proportion of people who use services who feel safe": "feeling_safe",
    "proportion of people who use services who reported that they had as much social contact as they would like": (
        "social_contact"
    ),
    "proportion of carers who reported that they had as much social contact as they would like": (
        "carers_social_contact"
    ),
}


def values(live, measure, code):
    return {p.year: p for p in queries.series(live, measure, code)}


def test_control_over_daily_life_in_england(live):
    found = values(live, CONTROL, areas.ENGLAND)
    printed = {"2015-16": 76.6, "2016-17": 77.7, "2017-18": 77.7, "2018-19": 77.6, "2019-20": 77.3}
    assert {year: found[year].value for year in printed} == printed
    assert (found["2015-16"].margin, found["2015-16"].base) == (0.4, 71_357)


def test_the_voluntary_year_is_a_gap_in_england_and_a_point_in_18_councils(live):
    found = values(live, CONTROL, areas.ENGLAND)["2020-21"]
    assert (found.value, found.status, found.shorthand) == (None, "not_available", "[x]")
    assert sum(p.value is not None for p in queries.across(live, CONTROL, "2020-21")) == 18


@pytest.mark.parametrize(("measure", "year"), COUNTED)
def test_measures_from_records_come_with_their_counts(live, measure, year):
    found = values(live, measure, areas.ENGLAND)[year]
    assert (found.numerator, found.denominator, found.value) == COUNTED[measure, year]


def test_carers_of_2016_17_have_the_official_figure_and_the_one_in_brackets(live):
    found = values(live, "carers_quality_of_life", areas.ENGLAND)
    assert found["2016-17"][5:6] + (found["2016-17"].value_in_brackets, found["2016-17"].as_published) == (
        7.7,
        7.6,
        "7.7 (7.6)",
    )
    assert {year: p.value for year, p in found.items() if p.value is not None} == {
        "2016-17": 7.7,
        "2018-19": 7.5,
        "2021-22": 7.3,
        "2023-24": 7.3,
    }
    assert found["2017-18"].status == "not_applicable"


@pytest.mark.parametrize("code", ["E10000027", "E06000066"])
def test_somerset_has_one_series_under_both_its_codes(live, code):
    found = values(live, CONTROL, code)
    assert [found[year].value for year in ("2018-19", "2022-23", "2024-25")] == [80.2, 77.1, 76.3]
    assert queries.compared(live, CONTROL, code).region[0].area_name == "South West"


def test_new_councils_have_names_and_the_region_of_the_council_before(live):
    found = queries.compared(live, "feeling_safe", "E06000063")
    assert found.area[-1].area_name == "Cumberland"
    assert found.region[0].area_name == "North West"


@pytest.mark.parametrize("year", ["2018-19", "2019-20"])
def test_the_series_agrees_with_the_derived_tables_in_every_figure(live, year):
    """The tables are a copier's; the publication itself is not held, so they are compared and never read in."""
    checked = 0
    with open(DATA / "ascof" / f"derived_ascof_{year}.csv", encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["Disaggregation Level"] == "Total"]
    every = {m: {p.area_code: p for p in queries.across(live, m, year)} for m in set(DERIVED.values())}
    for row in rows:
        words = row["Measure Group Description"].lower().removeprefix("the ")
        if row["Geographical Level"] != "Council" or words not in DERIVED:
            continue
        found = every[DERIVED[words]][queries.place(live, row["ONS Code"])]
        assert found.value == pytest.approx(float(row["Measure Value"])), (row, found)
        checked += 1
    assert checked > (1_000 if year == "2018-19" else 700)


def test_the_series_and_the_open_data_agree_on_the_voluntary_year(live):
    """Both files carry the survey of 2020-21: the same marks and, for 18 councils, the same figures."""
    rows = live.rows(
        """
        SELECT a.measure, a.area_code, a.value, b.value, a.margin, b.margin, a.base, b.base
        FROM national.outcomes AS a JOIN national.outcomes AS b
            ON a.measure = b.measure AND a.area_code = b.area_code AND a.period = b.period
        WHERE a.period = DATE '2020-04-01' AND a.snapshot_id <> b.snapshot_id AND a.denominator IS NOT NULL
            AND a.unit = b.unit AND b.base IS NOT NULL
        """
    )
    assert len(rows) >= 18 * 6
    assert [row for row in rows if row[2] != row[3] or row[4] != row[5] or row[6] != row[7]] == []


def test_every_measure_of_the_framework_that_has_a_file_is_held(live):
    held = {one.measure.id: one for one in queries.held(live)}
    assert set(held) == set(outcomes.MEASURE_BY_ID) - {"delayed_transfers"}  # only in files that are not held
    assert (held[CONTROL].first, held[CONTROL].last, held[CONTROL].councils) == ("2015-16", "2024-25", 157)


def test_no_cell_is_lost_or_invented(live):
    """12 survey tables of 174 areas (ten years, one of them nine), ten tables of records of 168, and 16 of 2020-21."""
    counts = dict(
        live.rows("SELECT period_end - period_start < 400, facts FROM national.snapshots WHERE source = 'ascof'")
    )
    assert counts == {False: 11 * 1740 + 1566 + 10 * 168, True: 16 * 166}
