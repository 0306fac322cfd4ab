"""Days of a month that counts are drawn over: calendar, weekend and working days."""

import calendar

from domain import periods

# Bank holidays of England on weekdays, April 2015 to March 2019.
_BANK_HOLIDAYS = """
2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28 2016-01-01 2016-03-25 2016-03-28
2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27 2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29
2017-08-28 2017-12-25 2017-12-26 2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25
2018-12-26 2019-01-01
"""


def days(month: str, kind: str) -> int:
    """Days of a kind of exposure in a month."""
    if kind == "calendar_day":
        return periods.days_in(month)
    weeks = calendar.monthcalendar(*periods.split(month))
    weekend = sum(bool(day) for week in weeks for day in week[calendar.SATURDAY :])
    if kind == "weekend_day":
        return weekend
    return periods.days_in(month) - weekend - sum(day.startswith(month) for day in _BANK_HOLIDAYS.split())
