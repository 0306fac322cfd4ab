"""Indicators and breaks of the discharge reports, kept apart from those of delayed transfers."""

import pytest

from domain import breaks, discharge, periods
from domain.breaks import DISCHARGE_MARKS, MARKS
from domain.indicators import INDICATOR_BY_ID
from domain.successors import SUCCESSOR_BY_ID, SUCCESSORS

PERMANENT = {"nctr_patients", "nctr_discharged", "nctr_remaining", "discharge_pathway_share", *discharge.BED_DAYS}


def test_ids_are_permanent_used_once_and_not_among_those_of_delays():
    assert set(SUCCESSOR_BY_ID) == PERMANENT
    assert len(SUCCESSOR_BY_ID) == len(SUCCESSORS)
    assert not set(SUCCESSOR_BY_ID) & set(INDICATOR_BY_ID)


@pytest.mark.parametrize("indicator", SUCCESSORS, ids=lambda indicator: indicator.id)
def test_an_indicator_says_what_it_is_and_that_it_is_no_delayed_transfer(indicator):
    assert indicator.definition.endswith(".")
    assert indicator.good in ("down", "none")
    assert indicator.caveats[0] == "Not comparable with delayed transfers of care, which ended in February 2020."
    assert all(caveat.endswith(".") for caveat in indicator.caveats)
    assert discharge.UNITS[indicator.measure] in ("people", "days")


@pytest.mark.parametrize("mark", DISCHARGE_MARKS, ids=lambda mark: f"{mark.series} {mark.month}")
def test_a_break_has_a_month_a_kind_words_and_a_source(mark):
    assert periods.month(mark.month) == mark.month
    assert mark.kind in (breaks.WALL, breaks.DEFINITION)
    assert mark.series in discharge.SOURCE_OF_SETTING.values()
    assert mark.text.endswith(".")
    assert len(mark.source) > 20
    assert len(mark.short) <= 40


def test_breaks_of_discharges_are_not_drawn_on_delays_or_admissions():
    assert not set(DISCHARGE_MARKS) & set(MARKS)


def test_breaks_of_one_report_in_a_window_come_in_time_order():
    found = breaks.of_discharges("discharge_acute", "2021-01", "2022-12")
    assert [mark.month for mark in found] == ["2021-05", "2022-02", "2022-06"]
    assert [mark.month for mark in breaks.of_discharges("discharge_community")] == ["2022-10", "2023-10"]
