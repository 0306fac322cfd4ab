"""Finding an area by code or name, and naming the nearest ones when there is none."""

import pytest

from tests.spec.tiny import england, population, warehouse
from warehouse.queries import areas
from warehouse.queries.areas import UnknownArea


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("E10999001", "E10999001"),
        ("e10999001", "E10999001"),
        ("Quillshire", "E10999001"),
        (" quillSHIRE ", "E10999001"),
        ("England", "E92000001"),
        ("E92000001", "E92000001"),
        ("the meres", "E12999009"),
        ("Resident in Wales", "9900"),
        ("vale of linden", "E10999005"),
    ],
)
def test_an_area_is_found_by_code_or_name_in_any_case(demo, text, code):
    assert areas.find(demo, text).code == code


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Quilshire", "Quillshire (E10999001)"),
        ("ambermore", "Ambermoor (E06999001)"),
        ("Quill", "Quillshire (E10999001)"),
        ("E1099900l", "Quillshire (E10999001)"),
        ("Englnd", "England (E92000001)"),
    ],
)
def test_an_unknown_area_is_answered_with_the_nearest_names_and_codes(demo, text, nearest):
    with pytest.raises(UnknownArea) as unknown:
        areas.find(demo, text)
    assert f"unknown area '{text}'" in str(unknown.value)
    assert nearest in str(unknown.value)


@pytest.mark.parametrize("text", ["", "%", "' OR 1=1 --", "\u2603"])
def test_nonsense_is_no_area(demo, text):
    with pytest.raises(UnknownArea, match="nearest: none"):
        areas.find(demo, text)


def test_at_most_five_names_are_given_the_likest_first(demo):
    found = areas.nearest("Ravens", areas.every(demo))
    assert 1 < len(found) <= 5
    assert {name.split(" (")[0] for name in found[:2]} == {"Ravensgate", "Ravensike"}


def test_england_comes_first_then_regions_councils_and_people_from_outside(demo):
    found = areas.every(demo)
    types = list(dict.fromkeys(area.type for area in found))
    assert types == ["country", "region", "council", "resident_outside"]
    councils = [area.name for area in found if area.type == "council"]
    assert councils == sorted(councils)


@pytest.mark.parametrize(
    ("code", "name"), [("E10999001", "Quillshire"), ("E12999009", "The Meres"), ("Quillshire", None), ("", None)]
)
def test_an_area_by_code_needs_the_code_itself(demo, code, name):
    found = areas.by_code(demo, code)
    assert (found.name if found else None) == name


def test_only_councils_have_a_region(demo):
    assert areas.by_code(demo, "E10999001").region_code == "E12999009"
    assert {area.region_code for area in areas.every(demo, "country", "region", "resident_outside")} == {""}


def test_england_is_there_before_any_council_is_loaded(tmp_path):
    view = warehouse(tmp_path, *england("period | value\n2018-01 | 31"))
    assert areas.find(view, "england").code == "E92000001"
    assert [area.code for area in areas.every(view)] == ["E92000001"]


def test_a_council_without_any_month_is_not_offered(tmp_path):
    view = warehouse(tmp_path, *population("year | ons | age | value\n2018 | E10999001 | 18 | 5"))
    assert areas.by_code(view, "E10999001").code == "E10999001"
    with pytest.raises(UnknownArea):
        areas.find(view, "E10999001")
