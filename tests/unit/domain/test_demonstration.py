"""No real organisation can carry an invented figure: demonstration codes and names stand apart."""

import csv
import re

import pytest

from domain import area_changes, areas, demonstration
from etl.demo.councils import councils
from tests.shared import DATA, needs_shared

DEMO = councils()
REAL_CODES = {
    areas.ENGLAND,
    *areas.REGIONS,
    *areas.OUTSIDE_CODES,
    *(code for change in area_changes.CHANGES for code in (*change.before, *change.after)),
    *(code for _, before, after in area_changes.REUSED_NHS_CODES.values() for code in (before, after)),
    *area_changes.REUSED_NHS_CODES,
}


@pytest.mark.parametrize("code", sorted(REAL_CODES))
def test_no_real_code_lies_in_the_demonstration_range(code):
    assert not areas.is_demonstration(code)


@pytest.mark.parametrize("council", DEMO, ids=lambda council: council.name)
def test_every_demonstration_council_has_codes_of_the_demonstration_range(council):
    assert areas.is_demonstration(council.ons_code)
    assert areas.is_demonstration(council.nhs_code)
    assert areas.ONS_COUNCIL_CODE.fullmatch(council.ons_code)


@pytest.mark.parametrize("code", demonstration.REGIONS)
def test_every_demonstration_region_has_a_code_of_the_demonstration_range(code):
    assert areas.is_demonstration(code)


@pytest.mark.parametrize(
    "code", ["", "E06998999", "E07999001", "W06999001", "E069990010", "xE06999001", "DM1", "DM011", "dm01", "E92999001"]
)
def test_the_range_is_exact(code):
    assert not areas.is_demonstration(code)


def test_demonstration_codes_and_names_are_used_once():
    for field in ("ons_code", "nhs_code", "name"):
        values = [getattr(council, field) for council in DEMO]
        assert len(set(values)) == len(values), field


def test_at_least_60_councils_lie_in_all_nine_fictional_regions():
    assert len(DEMO) >= 60
    assert {council.region for council in DEMO} == set(demonstration.REGIONS.values())
    assert len(demonstration.REGIONS) == 9


def test_the_three_councils_of_the_example_partnership_are_there():
    assert [council.name for council in DEMO[:3]] == ["Quillshire", "Ambermoor", "Saltmarrow"]


def test_fictional_regions_are_found_by_name_and_real_ones_are_not():
    assert all(demonstration.region_code(name) == code for code, name in demonstration.REGIONS.items())
    assert all(demonstration.region_code(name) is None for name in areas.REGIONS.values())
    assert all(areas.region_code(name) is None for name in demonstration.REGIONS.values())


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", areas.display_name(name).lower())


def _published(file: str, *columns: str) -> set[str]:
    with open(DATA / "geography" / file, encoding="utf-8-sig", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines) for column in columns if row[column]}


@needs_shared
@pytest.mark.parametrize(
    ("file", "columns"),
    [("utla_all_codes.csv", ("UTLANM", "RGNNM")), ("la_all_codes.csv", ("LADNM", "UTLANM"))],
)
def test_no_demonstration_name_is_the_name_of_a_real_council_or_region(file, columns):
    real = {_plain(name) for name in _published(file, *columns)}
    assert len(real) > 100
    invented = {_plain(name) for name in (*(c.name for c in DEMO), *demonstration.REGIONS.values())}
    assert not invented & real


@needs_shared
def test_no_published_council_code_lies_in_the_demonstration_range():
    codes = _published("utla_all_codes.csv", "UTLACD") | _published("la_all_codes.csv", "LADCD", "RGNCD")
    assert len(codes) > 300
    assert not [code for code in codes if areas.is_demonstration(code)]
