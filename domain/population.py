"""Vintages of the mid-year population estimates.

Mid-2012 to mid-2020 were rebased after Census 2021, so one year has two published figures. The vintage is read
from England's total, never assumed. Totals as first published: ONS, *Population estimates for the UK, England
and Wales, Scotland and Northern Ireland*, mid-2015 to mid-2020.
"""

FIRST_PUBLISHED, REBASED, UNKNOWN = "first_published", "rebased_2021", "unknown"
ENGLAND_FIRST_PUBLISHED = {
    2015: 54_786_327,
    2016: 55_268_067,
    2017: 55_619_430,
    2018: 55_977_178,
    2019: 56_286_961,
    2020: 56_550_138,
}
REBASED_YEARS = range(2012, 2021)
NEAREST_YEARS = 2  # a population at most this many years away may stand in, and is marked
ADULT = 18


def vintage(year: int, england: int) -> str:
    """``first_published``, ``rebased_2021`` or ``unknown`` for England's total of all ages in a year."""
    if england == ENGLAND_FIRST_PUBLISHED.get(year):
        return FIRST_PUBLISHED
    if year in ENGLAND_FIRST_PUBLISHED and abs(england / ENGLAND_FIRST_PUBLISHED[year] - 1) < 0.03:
        return REBASED
    return FIRST_PUBLISHED if year not in REBASED_YEARS and england > 50_000_000 else UNKNOWN
