"""Days of publication: the second Thursday, its known exceptions, and no day where none is known."""

from datetime import date

import pytest

from domain.release_calendar import CALENDARS, UNKNOWN, calendar, second_thursday, working_days
from etl.sources import SOURCES


@pytest.mark.parametrize(
    ("source", "month", "day"),
    [  # days printed in the publishers' files and pages
        ("ae_england", "2025-06", date(2025, 7, 10)),
        ("ae_england", "2024-01", date(2024, 2, 8)),
        ("ae_england", "2026-03", date(2026, 4, 16)),
        ("ae_england", "2026-04", date(2026, 5, 14)),
        ("discharge_acute", "2024-01", date(2024, 2, 8)),
        ("discharge_community", "2023-06", date(2023, 7, 13)),
        ("discharge_community", "2023-08", date(2023, 9, 14)),
        ("discharge_community", "2023-12", date(2024, 1, 11)),
        ("dtoc_england", "2020-02", date(2020, 4, 9)),
        ("dtoc_councils", "2018-03", date(2018, 5, 10)),
        ("dtoc_councils", "2015-10", date(2015, 12, 10)),
    ],
)
def test_figures_come_out_on_the_day_that_was_printed(source, month, day):
    assert calendar(source).due(month) == day


def test_the_second_thursday_is_between_the_8th_and_the_14th():
    days = [second_thursday(f"{year}-{month:02}") for year in range(2010, 2031) for month in range(1, 13)]
    assert {day.weekday() for day in days} == {3}
    assert {day.day for day in days} == set(range(8, 15))


def test_no_day_is_made_up_where_none_is_known():
    assert calendar("population") is UNKNOWN
    assert calendar("population").due("2026-04") is None


def test_every_monthly_source_has_a_calendar():
    assert {one.id for one in SOURCES if one.lag_days or one.ended} <= set(CALENDARS)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 5, 14), date(2026, 5, 14), 0),
        (date(2026, 5, 14), date(2026, 5, 18), 2),
        (date(2026, 4, 2), date(2026, 4, 7), 1),  # Good Friday and Easter Monday between
        (date(2026, 5, 14), date(2026, 5, 1), 0),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(start, end, days):
    assert working_days(start, end) == days
