"""NHS organisations: regions by every spelling, names as people write them, unusual codes."""

import pytest

from domain import areas, demonstration, organisations
from etl.demo.organisations import boards, trusts

SPELLINGS = {
    "NHS ENGLAND MIDLANDS ": "Y60",
    "NHS ENGLAND EAST OF ENGLAND ": "Y61",
    "East of England Commissioning Region": "Y61",
    "NORTH EAST AND YORKSHIRE": "Y63",
    "NHS England London": "Y56",
    "NHS England Midlands and East (West Midlands)": "Y55",
    "NHS England South (South West)": "Y57",
    "NHS England South West": "Y58",
    "NHS ENGLAND NORTH": "Y54",
    "y62": "Y62",
    "Atlantis": None,
    "": None,
    "ENGLAND": None,
}
NAMES = {
    "FIRST COMMUNITY HEALTH AND CARE CIC": "First Community Health and Care CIC",
    "Guy's And St Thomas' NHS Foundation Trust": "Guy's and St Thomas' NHS Foundation Trust",
    "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST": (
        "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust"
    ),
    "ISLE OF WIGHT NHS TRUST ": "Isle of Wight NHS Trust",
    "URGENT CARE (SOMETHING LTD)": "Urgent Care (Something Ltd)",
}


@pytest.mark.parametrize(("printed", "code"), SPELLINGS.items())
def test_a_region_is_known_by_every_spelling(printed, code):
    assert organisations.region_code(printed) == code


@pytest.mark.parametrize(("published", "shown"), NAMES.items())
def test_names_are_shown_as_people_write_them(published, shown):
    assert organisations.display_name(published) == shown


def test_only_boards_are_flagged_for_the_length_of_their_code():
    assert organisations.flag("T6Y0W", organisations.ICB)
    assert not organisations.flag("QOP", organisations.ICB)
    assert not organisations.flag("C82038", organisations.PROVIDER)


def test_fictional_organisations_lie_in_the_demonstration_range_and_share_all_of_england():
    codes = [*demonstration.NHS_REGIONS, *(one.code for one in boards()), *(one.code for one in trusts())]
    assert all(areas.is_demonstration(code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert sum(one.share for one in trusts()) == pytest.approx(1)
    assert all(
        demonstration.nhs_region_code(f"NHS ENGLAND {one.region.upper()}") == one.region_code for one in boards()
    )
