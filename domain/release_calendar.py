"""When each publication comes out: the rule of its publisher, and the days on which it did not keep to it.

NHS England publishes its monthly figures together on one Thursday, the second of a month: those of the month
before for A&E and the discharge reports (since August 2017), those of two months before for delayed transfers of
care until they ended. Only departures that a file or page prints are listed. Where no rule is known none is made up.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from domain import periods
from domain.bank_holidays import bank_holidays

THURSDAY, WEEK, SATURDAY = 3, timedelta(days=7), 5
LOOK_DAYS = 7  # days after which a publication without a known day is looked at again, for revisions too


@dataclass(frozen=True)
class Calendar:
    """When a publication comes out. ``rule`` says it in words; ``months_after`` is 0 where no day is known.

    exceptions: month of the figures to the day on which they came out, or are announced for.
    """

    rule: str
    months_after: int = 0
    exceptions: tuple[tuple[str, date], ...] = ()

    def due(self, month: str) -> date | None:
        """The day on which the figures of a month come out; None where no day is known."""
        if not self.months_after:
            return None
        return dict(self.exceptions).get(month) or second_thursday(periods.plus(month, self.months_after))


def second_thursday(month: str) -> date:
    """The second Thursday of a month."""
    first = periods.first_day(month)
    return first + timedelta(days=(THURSDAY - first.weekday()) % 7) + WEEK


_MONTHLY = "second Thursday of the month after"
_ENDED = "second Thursday of the second month after, until the series ended"
_NO_DAY = "no fixed day is known; looked at every week"
UNKNOWN = Calendar(_NO_DAY)
CALENDARS = {
    # the workbook of March 2026 prints 'Published: 16th April 2026': the second Thursday was the week after Easter
    "ae_england": Calendar(_MONTHLY, 1, (("2026-03", date(2026, 4, 16)),)),
    "ae_providers": Calendar(_MONTHLY, 1, (("2026-03", date(2026, 4, 16)),)),
    "discharge_acute": Calendar(_MONTHLY, 1),
    "discharge_community": Calendar(_MONTHLY, 1),
    "dtoc_england": Calendar(_ENDED, 2),
    "dtoc_councils": Calendar(_ENDED, 2),
    "dtoc_trusts": Calendar(_ENDED, 2),
    "dtoc_extracts": Calendar(_ENDED, 2),
    "discharge_ready_date": UNKNOWN,
}


def calendar(source: str) -> Calendar:
    """The calendar of a publication; one without a known day where there is none."""
    return CALENDARS.get(source, UNKNOWN)


def working_days(start: date, end: date) -> int:
    """Working days after ``start`` up to and with ``end``; 0 where it is not later."""
    days = (start + timedelta(days=step) for step in range(1, max(0, (end - start).days) + 1))
    return sum(day.weekday() < SATURDAY and day not in bank_holidays(day.year) for day in days)
