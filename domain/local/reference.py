"""Published comparisons of plan and actual, cited and never computed here.

Source: National Audit Office, 2017, on the Better Care Fund in 2015-16 against 2014-15, as reported in the trade
press. Emergency admissions are those of the Better Care Fund returns (non-elective admissions by Health and Wellbeing
Board), not those of A&E statistics, so they cannot be worked out from the figures held.
"""

from typing import NamedTuple


class Quoted(NamedTuple):
    """A measure with the change planned and the change that came, in words."""

    measure: str
    planned: str
    actual: str
    outcome: str


NAO = "National Audit Office, 2017, as reported in the trade press: 2015-16 against 2014-15"
NAO_2015_16 = (
    Quoted("Days lost to delayed transfers", "293,000 fewer", "185,000 more", "missed"),
    Quoted("Emergency admissions", "106,000 fewer", "87,000 more", "missed"),
    Quoted("Permanent admissions to care homes, 65 and over", "fewer", "fewer", "met"),
    Quoted("At home 91 days after reablement", "a larger share", "a larger share", "met"),
)
