"""Fictional councils: enough of them, and no real organisation among them."""

import csv

from domain import area_changes, areas, demonstration
from etl.demo.councils import councils
from tests.shared import DATA, needs_shared
from warehouse.queries import areas as area_queries


def test_there_are_at_least_60_councils_in_9_regions(demo):
    found = area_queries.every(demo, areas.COUNCIL)
    assert len(found) >= 60
    assert len(area_queries.every(demo, areas.REGION)) == 9
    assert {area.region_code for area in found} == set(demonstration.REGIONS)


def test_codes_and_names_are_different_for_every_council():
    found = councils()
    for fact in ("ons_code", "nhs_code", "name"):
        assert len({getattr(council, fact) for council in found}) == len(found), fact


def test_every_code_lies_in_the_range_that_only_demonstration_data_uses(demo):
    for area in area_queries.every(demo, areas.COUNCIL, areas.REGION):
        assert areas.is_demonstration(area.code), area
    for council in councils():
        assert areas.is_demonstration(council.ons_code)
        assert areas.is_demonstration(council.nhs_code)
        assert areas.ONS_COUNCIL_CODE.fullmatch(council.ons_code)


def test_no_code_written_down_for_a_real_area_lies_in_that_range():
    real = {*areas.REGIONS, areas.ENGLAND, *areas.OUTSIDE_CODES}
    real |= {code for change in area_changes.CHANGES for code in (*change.before, *change.after)}
    assert not [code for code in real if areas.is_demonstration(code)]


@needs_shared
def test_no_code_and_no_council_of_the_publishers_lists_is_in_the_demonstration():
    codes, names = set(), set()
    for file in (DATA / "geography").glob("*.csv"):
        with open(file, encoding="utf-8-sig", errors="replace", newline="") as lines:
            for row in csv.reader(lines):
                codes |= set(row)
    for name in ("utla_all_codes.csv", "rgn_all_codes.csv", "la_all_codes.csv"):
        with open(DATA / "geography" / name, encoding="utf-8-sig", newline="") as lines:
            names |= {row[1] for row in csv.reader(lines)}
    assert len(codes) > 1000
    assert not [code for code in codes if areas.is_demonstration(code)]
    assert not names & {council.name for council in councils()}
    assert not names & set(demonstration.REGIONS.values())


def test_the_demonstration_carries_no_area_of_the_real_england_but_england_itself(demo):
    real = {area.code for area in area_queries.every(demo) if not areas.is_demonstration(area.code)}
    assert real == {areas.ENGLAND, *areas.OUTSIDE_CODES}
