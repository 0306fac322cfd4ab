"""Monthly figures of daily snapshots (METHODS M6): the plain mean and the mean of the weekdays."""

from datetime import date, timedelta

import pytest

from analysis import snapshots_daily
from analysis.rates import Refused

START = date(2022, 12, 1)
DAYS = [START + timedelta(days=place) for place in range(31 + 31 + 28)]
# ten on every day but Sunday, three on Sundays
WEEKLY = {day: 3.0 if day.weekday() == 6 else 10.0 for day in DAYS}


def test_a_month_with_five_sundays_is_not_lower_by_itself():
    january, february = (snapshots_daily.month_of(WEEKLY, month) for month in ("2023-01", "2023-02"))
    assert (january.balanced, february.balanced) == (9.0, 9.0)
    assert january.plain == pytest.approx((26 * 10 + 5 * 3) / 31)  # 8.871: 1.4 % lower, and nothing changed
    assert february.plain == 9.0
    assert (january.days, january.of, february.days, february.of) == (31, 31, 28, 28)


def test_the_weekdays_of_a_month_by_hand():
    # Mondays 8 and 12, every other day 4: (10 + 6 × 4) ÷ 7, and (8 + 12 + 12 × 4) ÷ 14
    fortnight = {date(2023, 2, day): 4.0 for day in range(6, 20)} | {date(2023, 2, 6): 8.0, date(2023, 2, 13): 12.0}
    found = snapshots_daily.month_of(fortnight, "2023-02")
    assert found.balanced == pytest.approx(34 / 7)
    assert found.plain == pytest.approx(68 / 14)
    assert (found.days, found.of) == (14, 28)


def test_a_day_that_is_not_held_is_in_neither_mean():
    fewer = {day: value for day, value in WEEKLY.items() if day != date(2023, 1, 1)}
    found = snapshots_daily.month_of(fewer, "2023-01")
    assert (found.balanced, found.days) == (9.0, 30)
    assert found.plain == pytest.approx((26 * 10 + 4 * 3) / 30)


def test_a_month_without_one_of_its_weekdays_has_no_figure():
    without = {day: value for day, value in WEEKLY.items() if day.weekday() != 6}
    with pytest.raises(Refused, match="6 of 7 weekdays are held in January 2023"):
        snapshots_daily.month_of(without, "2023-01")
    with pytest.raises(Refused, match="0 of 7"):
        snapshots_daily.month_of({}, "2023-01")


@pytest.mark.parametrize(("missed", "stays"), [(0, True), (20, True), (21, False), (100, False)])
def test_an_organisation_that_missed_more_than_a_fifth_of_the_days_leaves_the_panel(missed, stays):
    days = [START + timedelta(days=place) for place in range(100)]
    found = snapshots_daily.constant_panel({"A": days[missed:], "B": days}, days)
    assert found == ({"A", "B"} if stays else {"B"})


def test_days_outside_the_time_do_not_count_for_an_organisation():
    days = [START + timedelta(days=place) for place in range(10)]
    later = [day + timedelta(days=100) for day in days]
    assert snapshots_daily.constant_panel({"A": [*days[:7], *later]}, days) == set()
