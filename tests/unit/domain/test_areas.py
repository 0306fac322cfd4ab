"""Names and codes of areas as publishers spell them."""

import pytest

from domain import areas


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("Stockton On Tees UA", "Stockton on Tees"),
        ("Stoke-On-Trent UA", "Stoke-on-Trent"),
        ("Redcar & Cleveland UA", "Redcar and Cleveland"),
        ("Kingston Upon Hull UA", "Kingston upon Hull"),
        ("Isle Of Wight UA", "Isle of Wight"),
        ("Blackburn With Darwen UA", "Blackburn with Darwen"),
        ("Bath & North East Somerset UA", "Bath and North East Somerset"),
        ("Resident In Wales", "Resident in Wales"),
        ("Medway Towns  UA", "Medway Towns"),
        (" Luton UA ", "Luton"),
        ("City of London", "City of London"),
        ("The Wrekin UA", "The Wrekin"),
        ("St Helens", "St Helens"),
    ],
)
def test_a_council_is_named_as_people_write_it(published, name):
    assert areas.display_name(published) == name


@pytest.mark.parametrize("name", ["Suffolk", "Ua", "Andover", "Offord", "Theale"])
def test_words_that_only_look_like_artefacts_stay(name):
    assert areas.display_name(name) == name


@pytest.mark.parametrize("name", ["Stoke-on-Trent", "Bournemouth, Christchurch and Poole", "Kingston upon Thames"])
def test_a_clean_name_is_left_alone(name):
    assert areas.display_name(name) == name


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Yorkshire and The Humber", "E12000003"),
        ("Yorkshire and the Humber", "E12000003"),
        ("YORKSHIRE & THE HUMBER", "E12000003"),
        ("Yorkshire And The  Humber ", "E12000003"),
        ("East of England", "E12000006"),
        ("NORTH EAST", "E12000001"),
        ("North-East", "E12000001"),
        ("London", "E12000007"),
    ],
)
def test_a_region_is_known_by_each_published_spelling(spelling, code):
    assert areas.region_code(spelling) == code


@pytest.mark.parametrize("spelling", ["", "-", "England", "Midlands and East", "Northmoor"])
def test_an_unknown_region_has_no_code(spelling):
    assert areas.region_code(spelling) is None


def test_the_nine_regions_have_nine_codes():
    assert len(areas.REGIONS) == 9
    assert all(areas.region_code(name) == code for code, name in areas.REGIONS.items())
