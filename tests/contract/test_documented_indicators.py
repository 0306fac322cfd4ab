"""Indicators that wait for their publications: declared whole, and answered once demonstration files have loaded."""

import pytest

from domain import areas
from domain.documented_indicators import DOCUMENTED
from domain.indicators import INDICATORS
from domain.successors import SUCCESSORS
from etl.sources import SOURCE_BY_ID
from tests.unit.warehouse.commands import run
from warehouse.queries import matrix
from warehouse.queries.offered import offered
from warehouse.queries.series import Ask, series

each = pytest.mark.parametrize("indicator", DOCUMENTED, ids=lambda indicator: indicator.id)
EVERY = (*INDICATORS, *DOCUMENTED)


@each
def test_an_indicator_is_declared_with_unit_polarity_caveats_and_what_it_needs(indicator):
    assert indicator.definition.endswith(".")
    assert indicator.label
    assert indicator.good in ("down", "up", "none")
    assert indicator.caveats
    assert set(indicator.needs) <= set(SOURCE_BY_ID)
    assert indicator.needs
    assert indicator.id.endswith("_pct") == (indicator.unit == "%")
    assert ("per day" in indicator.unit) == indicator.per_day


def test_ids_are_used_once():
    assert len({one.id for one in EVERY}) == len(EVERY)


@each
def test_the_demonstration_offers_it_and_answers_it_for_england(demo, indicator):
    assert indicator in offered(demo, EVERY)
    found = series(demo, Ask(indicator.id), [areas.ENGLAND])
    assert found
    assert all(one.value is not None and one.value >= 0 for one in found)
    assert {one.unit for one in found} == {indicator.unit}


def test_the_demonstrations_extracts_add_up_to_its_workbooks(demo):
    assert len(matrix.months(demo)) == 12
    assert matrix.differences(demo) == ()


def test_the_demonstrations_share_of_beds_is_near_the_expectation_of_its_years(demo):
    found = [one.value for one in series(demo, Ask("dtoc_share_of_beds_pct"), [areas.ENGLAND])]
    assert 2 < min(found) < max(found) < 8


def test_the_command_lists_what_is_offered(demo_root):
    answer = run(demo_root.parent, "indicators")
    assert answer.code == 0, answer
    named = [line.partition(":")[0] for line in answer.out.strip().splitlines()]
    assert named == [one.id for one in (*EVERY, *SUCCESSORS)]
