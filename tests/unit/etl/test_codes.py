"""Areas learnt from the workbooks: old NHS codes, names, regions."""

import pytest

from etl.area_table import Codes, learn
from tests.unit.etl.releases import release, workbook

OLD = workbook("2015-04", ("716", "", "Barking & Dagenham", "London"), ("00KB", "", "Bedford UA", "East of England"))
FIRST = workbook(
    "2015-07",
    ("716", "E09000002", "Barking & Dagenham", "London"),
    ("00KB", "E06000055", "Bedford UA", "East of England"),
    ("9900", "", "Resident In Wales", ""),
)


@pytest.mark.parametrize(
    ("nhs", "ons", "month", "code"),
    [
        pytest.param("716", "E09000002", "2018-01", "E09000002", id="the workbook's own code"),
        pytest.param("716", "E09000099", "2018-01", "E09000099", id="its own code also where another was learnt"),
        pytest.param("716", "", "2011-04", "E09000002", id="learnt for an old month"),
        pytest.param("716", "-", "2019-12", "E09000002", id="learnt for a later month"),
        pytest.param("00KB", "", "2011-04", "E06000055", id="a code with letters"),
        pytest.param("9900", "", "2018-01", "9900", id="people resident outside England"),
        pytest.param("999", "", "2018-01", "999", id="a code nobody mapped"),
        pytest.param("999", "K02000001", "2018-01", "999", id="a code of no council"),
        pytest.param("", "E92000001", "2018-01", "E92000001", id="England"),
    ],
)
def test_the_area_of_a_row(nhs, ons, month, code):
    assert Codes([OLD, FIRST]).area(nhs, ons, month) == code


@pytest.mark.parametrize(
    ("month", "ons", "code"),
    [
        ("2011-04", "", "E10000009"),
        ("2019-04", "", "E10000009"),
        ("2019-05", "", "E06000059"),
        ("2019-12", "", "E06000059"),
        ("2019-12", "E06000059", "E06000059"),
    ],
)
def test_809_is_the_county_until_april_2019_and_the_new_council_afterwards(month, ons, code):
    learnt = workbook("2019-05", ("809", "E06000059", "Dorset UA", "South West"))
    assert Codes([learnt]).area("809", ons, month) == code


@pytest.mark.parametrize(
    ("month", "code"),
    [
        ("2011-04", "E10000002"),
        ("2015-07", "E10000002"),
        ("2019-12", "E06000060"),
        ("2022-01", "E06000060"),
        pytest.param("2016-01", "E10000002"),
    ],
)
def test_a_code_is_learnt_from_the_nearest_workbook_that_carries_both(month, code):
    early = workbook("2015-07", ("612", "E10000002", "Buckinghamshire", "South East"))
    late = workbook("2019-12", ("612", "E06000060", "Buckinghamshire UA", "South East"))
    assert Codes([late, early]).area("612", "", month) == code


def table(*releases, population=()):
    columns = learn(releases, Codes(releases), population)
    return {row[0]: dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)}


def test_a_council_has_one_row_over_all_its_months():
    found = table(OLD, FIRST)
    assert found["E09000002"] == {
        "area_code": "E09000002",
        "area_name": "Barking and Dagenham",
        "area_type": "council",
        "region_code": "E12000007",
        "published_name": "Barking & Dagenham",
        "nhs_codes": "716",
        "first_period": "2015-04",
        "last_period": "2015-07",
        "valid_from": None,
        "valid_to": None,
    }
    assert found["E06000055"]["area_name"] == "Bedford"


def test_england_and_the_regions_that_are_named_have_rows():
    found = table(OLD, FIRST)
    assert {code for code, row in found.items() if row["area_type"] == "region"} == {"E12000006", "E12000007"}
    assert found["E12000006"]["area_name"] == "East of England"
    assert found["E92000001"]["area_type"] == "country"


def test_people_resident_outside_england_are_no_council():
    row = table(FIRST)["9900"]
    assert (row["area_type"], row["area_name"], row["region_code"]) == ("resident_outside", "Resident in Wales", None)


def test_a_region_is_not_forgotten_when_a_workbook_leaves_it_out():
    later = workbook("2016-01", ("716", "E09000002", "Barking & Dagenham", "-"))
    assert table(FIRST, later)["E09000002"]["region_code"] == "E12000007"


def test_the_two_councils_behind_809_are_two_areas_with_their_dates():
    old = workbook("2019-04", ("809", "E10000009", "Dorset", "South West"))
    new = workbook("2019-05", ("809", "E06000059", "Dorset UA", "South West"))
    found = table(new, old)
    assert (found["E10000009"]["valid_to"], found["E06000059"]["valid_from"]) == ("2019-04-01", "2019-04-01")
    assert (found["E10000009"]["last_period"], found["E06000059"]["first_period"]) == ("2019-04", "2019-05")
    assert found["E10000009"]["area_name"] == found["E06000059"]["area_name"] == "Dorset"


def test_a_council_known_from_population_only_has_a_name_and_no_months():
    people = release("p", "2018", start="2018-06")
    people.parsed.tables["population_names"] = {"ons_code": ["E06000053", "E92000001"], "name": ["Scilly", "ENGLAND"]}
    found = table(FIRST, population=[people])
    assert found["E06000053"]["area_name"] == "Scilly"
    assert found["E06000053"]["first_period"] is None
    assert found["E92000001"]["area_name"] == "England"
