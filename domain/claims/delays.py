"""Claims about delayed transfers of care."""

from domain.claims.claim import (
    AT_LEAST,
    DIFFERENCE,
    DIFFERENCE_PER_DAY,
    MORE_THAN,
    PER_DAY,
    RAW,
    RISE,
    Claim,
    Comparison,
    Said,
)

REVIEW, REVIEW_DATE = "Review of improved Better Care Fund plans (impower.co.uk)", "15 March 2018"
DAYS = "dtoc_days"
SOMERSET = "E10000027"
FEB_17, DEC_17, JAN_18 = ("2017-02", "2017-02"), ("2017-12", "2017-12"), ("2018-01", "2018-01")
_FELL = Said(-26, kind=MORE_THAN)
_ROSE = Said(0, kind=RISE)
_SOMERSET = Said(-40, kind=AT_LEAST)


def year(start: int) -> tuple[str, str]:
    """First and last month of the financial year that begins in a year."""
    return f"{start}-04", f"{start + 1}-03"


CLAIMS = (
    Claim(
        "delays-since-february-2017",
        "Delays since February 2017",
        "overall reduction in DTOC rates by more than 26% since February 2017",
        REVIEW,
        REVIEW_DATE,
        "February has 28 days and January 31, so only the rate per day compares them. The review could use only "
        "figures as first published; that vintage is not in this build.",
        quoted=True,
        comparisons=(
            Comparison(DAYS, JAN_18, FEB_17, PER_DAY, _FELL),
            Comparison(DAYS, JAN_18, FEB_17, RAW, _FELL, literal=False),
            Comparison(DAYS, DEC_17, FEB_17, PER_DAY, _FELL, literal=False),
        ),
    ),
    Claim(
        "january-2018-slip",
        "Delays in January 2018",
        "figures for January 2018 showed a slip backwards",
        REVIEW,
        REVIEW_DATE,
        "A rise counts when it is beyond 1\u00a0% either way. Both months have 31 days.",
        quoted=True,
        comparisons=(
            Comparison(DAYS, JAN_18, DEC_17, PER_DAY, _ROSE),
            Comparison(DAYS, JAN_18, DEC_17, RAW, _ROSE, literal=False),
        ),
    ),
    Claim(
        "delayed-days-2015-16",
        "Delayed days in 2015-16",
        "Days lost to delays rose by 185,000 from 2014-15 to 2015-16, against a planned fall of 293,000",
        "National Audit Office, as reported in the trade press",
        "2017",
        "The planned fall comes from local Better Care Fund plans and cannot be worked out again from these files.",
        comparisons=(Comparison(DAYS, year(2015), year(2014), DIFFERENCE, Said(185_000, "days", 1_000)),),
    ),
    Claim(
        "delayed-days-2016-17",
        "Delayed days in 2016-17",
        "2.25 million delayed days in 2016-17, up 24.5%",
        "House of Commons, Hansard",
        "3 July 2017",
        "The statement used the figures then published; the series has been revised since.",
        comparisons=(Comparison(DAYS, year(2016), year(2015), RAW, Said(24.5, step=0.1)),),
    ),
    Claim(
        "delayed-days-2018-19",
        "Delayed days in 2018-19",
        "313,000 fewer days than in 2017-18, almost 16% fewer, 860 a day",
        "House of Commons, written question 260005",
        "2019",
        "The answer used the figures then published; the series has been revised since.",
        comparisons=(
            Comparison(DAYS, year(2018), year(2017), DIFFERENCE, Said(-313_000, "days", 1_000)),
            Comparison(DAYS, year(2018), year(2017), RAW, Said(-16)),
            Comparison(DAYS, year(2018), year(2017), DIFFERENCE_PER_DAY, Said(-860, "people per day")),
        ),
    ),
    Claim(
        "somerset",
        "Delays in Somerset",
        "Delayed transfers of care in Somerset fell by more than 40%",
        "Reported of Somerset; where and when is not recorded",
        "no date recorded",
        "The claim names no window and no measure. The window of the 2018 review and the same months of two years "
        "are tried here; other windows can give other answers, and some months of 2017 are not held for councils.",
        comparisons=(
            Comparison(DAYS, JAN_18, FEB_17, PER_DAY, _SOMERSET, area=SOMERSET),
            Comparison(DAYS, JAN_18, ("2017-01", "2017-01"), PER_DAY, _SOMERSET, area=SOMERSET),
            Comparison(DAYS, DEC_17, ("2016-12", "2016-12"), PER_DAY, _SOMERSET, area=SOMERSET),
        ),
    ),
)
