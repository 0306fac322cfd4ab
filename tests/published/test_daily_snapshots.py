"""The mean of the weekdays on the published daily series of discharges (METHODS M6)."""

import pytest
from python_calamine import CalamineWorkbook

from analysis import snapshots_daily
from domain import periods
from tests.shared import DATA, REASON

NAME = "Daily-discharge-sitrep-timeseries-data-webfile-April2021-January2024.xlsx"
DAY, DISCHARGED, REMAINING = 1, 3, 4
MONTHS = periods.span("2022-01", "2024-01")


@pytest.fixture(scope="module")
def rows():
    """Day and national numbers, January 2022 to January 2024; a day that was not sent is left out."""
    file = DATA / "sitrep_acute" / NAME
    if not file.is_file():
        pytest.skip(REASON)
    found = CalamineWorkbook.from_path(str(file)).get_sheet_by_name("Daily Series").to_python(skip_empty_area=False)
    days = [row for row in found if hasattr(row[DAY], "weekday") and row[DISCHARGED]]
    return [row for row in days if MONTHS[0] <= periods.month_of(row[DAY]) <= MONTHS[-1]]


def _daily(rows, column):
    return {row[DAY]: row[column] for row in rows}


def _off(daily) -> list[float]:
    """By how much the plain mean of each month differs from the mean of its weekdays, in per cent."""
    found = [snapshots_daily.month_of(daily, month) for month in MONTHS]
    return [100 * (one.plain / one.balanced - 1) for one in found]


def test_discharges_go_from_sunday_to_friday_by_a_factor_of_two(rows):
    means = snapshots_daily.weekdays(_daily(rows, DISCHARGED))
    assert (min(means, key=means.get), max(means, key=means.get)) == (6, 4)
    assert (round(means[6]), round(means[4])) == (5872, 11728)


def test_the_plain_mean_of_discharges_is_up_to_three_per_cent_off(rows):
    off = _off(_daily(rows, DISCHARGED))
    assert (round(min(off), 1), round(max(off), 1)) == (-2.3, 2.7)


def test_for_people_remaining_both_means_are_nearly_one(rows):
    off = _off(_daily(rows, REMAINING))
    assert (round(min(off), 1), round(max(off), 1)) == (-0.1, 0.2)
