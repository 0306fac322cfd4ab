"""Claims about emergency admissions."""

from domain.claims.claim import DIFFERENCE, PER_DAY, RAW, Claim, Comparison, Said
from domain.claims.delays import DEC_17, JAN_18, REVIEW, REVIEW_DATE, year

ADMISSIONS = "emergency_admissions"
JAN_17, DEC_16 = ("2017-01", "2017-01"), ("2016-12", "2016-12")
YEAR_16, YEAR_17 = ("2016-01", "2016-12"), ("2017-01", "2017-12")
_GREW = Said(4.5, step=0.1)
_LAST_QUARTER = Comparison(ADMISSIONS, ("2017-10", "2017-12"), ("2016-10", "2016-12"), RAW, _GREW, literal=False)
_DECEMBER = Comparison(ADMISSIONS, DEC_17, DEC_16, RAW, _GREW, literal=False)

CLAIMS = (
    Claim(
        "admissions-during-2017",
        "Emergency admissions during 2017",
        "emergency admissions rose by 4.5% during 2017",
        REVIEW,
        REVIEW_DATE,
        "Which comparison the review meant is not known. 2016 was a leap year, so the two years differ by a day.",
        quoted=True,
        comparisons=(
            Comparison(ADMISSIONS, YEAR_17, YEAR_16, RAW, _GREW),
            Comparison(ADMISSIONS, YEAR_17, YEAR_16, PER_DAY, _GREW),
            _LAST_QUARTER,
            _DECEMBER,
            Comparison(ADMISSIONS, DEC_17, JAN_17, RAW, _GREW, literal=False),
        ),
    ),
    Claim(
        "admissions-january-2018",
        "Emergency admissions in January 2018",
        "in January 2018 they were 7% higher than January 2017",
        REVIEW,
        REVIEW_DATE,
        "All emergency admissions, by every route.",
        quoted=True,
        comparisons=(Comparison(ADMISSIONS, JAN_18, JAN_17, RAW, Said(7)),),
    ),
    Claim(
        "admissions-past-year",
        "Emergency admissions over the past year",
        "emergency admissions rose by 4.5% over the past year",
        f"{REVIEW}, recommendation 2",
        REVIEW_DATE,
        "Read as twelve months against the twelve before, to the last month the review used.",
        quoted=True,
        comparisons=(
            Comparison(ADMISSIONS, ("2017-02", "2018-01"), ("2016-02", "2017-01"), RAW, _GREW),
            Comparison(ADMISSIONS, ("2017-02", "2018-01"), ("2016-02", "2017-01"), PER_DAY, _GREW),
            _DECEMBER,
            _LAST_QUARTER,
        ),
    ),
    Claim(
        "admissions-2016",
        "Emergency admissions in 2016",
        "emergency admissions rose by 4.5% in 2016",
        "House of Commons Library, CBP-7281",
        "February 2017",
        "The briefing used the figures then published; the series has been revised since.",
        comparisons=(
            Comparison(ADMISSIONS, YEAR_16, ("2015-01", "2015-12"), RAW, _GREW),
            Comparison(ADMISSIONS, YEAR_16, ("2015-01", "2015-12"), PER_DAY, _GREW),
        ),
    ),
    Claim(
        "admissions-2015-16",
        "Emergency admissions in 2015-16",
        "Emergency admissions rose by 87,000 from 2014-15 to 2015-16, against a planned fall of 106,000",
        "National Audit Office, as reported in the trade press",
        "2017",
        "The National Audit Office used another data set: general and acute non-elective admissions of the Better Care "
        "Fund, by health and wellbeing board. The A&E series counts something else, and its months before June 2015 "
        "were shared out from weeks. So this does not show that the claim was wrong. The planned fall comes from local "
        "plans.",
        comparisons=(Comparison(ADMISSIONS, year(2015), year(2014), DIFFERENCE, Said(87_000, "admissions", 1_000)),),
    ),
)
