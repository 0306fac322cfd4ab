"""Indicators: permanent ids, each with what a page needs to show it."""

import pytest

from domain import indicators
from domain.delays import BODIES, CARE_TYPES, REASON_CODES
from domain.indicators import INDICATORS

PERMANENT = {
    "dtoc_days",
    "dtoc_beds",
    "dtoc_beds_per_100k_18plus",
    "emergency_admissions",
    "emergency_admissions_per_day",
    "emergency_admissions_via_ae",
    "ae_attendances",
    "ae_within_4h_pct",
    "dta_waits_4h",
    "dta_waits_12h",
}


def test_every_id_that_links_and_exports_use_is_still_there():
    assert set(indicators.INDICATOR_BY_ID) >= PERMANENT


def test_ids_are_used_once():
    assert len(indicators.INDICATOR_BY_ID) == len(INDICATORS)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_an_indicator_says_what_it_is(indicator):
    assert indicator.definition.endswith(".")
    assert indicator.label
    assert indicator.unit
    assert indicator.family in (indicators.DELAYS, indicators.EMERGENCY)
    assert indicator.good in ("down", "up", "none")


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_the_unit_of_a_rate_names_its_day_and_its_population(indicator):
    assert ("per day" in indicator.unit) == indicator.per_day
    assert ("100k" in indicator.unit) == bool(indicator.per_adults)
    assert indicator.id.endswith("_pct") == (indicator.unit == "%")


def test_dimensions_of_delays_are_those_of_the_exports():
    assert BODIES == ("nhs", "social_care", "both")
    assert CARE_TYPES == ("acute", "non_acute")
    assert (REASON_CODES[0], REASON_CODES[-1], len(REASON_CODES)) == ("A", "O", 11)
