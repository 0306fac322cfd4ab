"""Figures of reports that can be drawn again, and claims that no file held here can check."""

from domain import delays
from domain.claims.claim import SHARE, SUM, Arithmetic, Claim, Ends, Said
from domain.claims.delays import REVIEW, REVIEW_DATE

_FIGURE_4, _FIGURE_5 = ("2016-10", "2018-01"), ("2016-09", "2018-01")
_NO_SPEND = "No national file holds these amounts by scheme, so nothing here can compute them again."

FIGURES = (
    Claim(
        "figure-4",
        "Figure 4: delays by responsible body",
        "Delayed transfers of care from October 2016 to January 2018, NHS and social care",
        f"{REVIEW}, figure 4",
        REVIEW_DATE,
        "People delayed on an average day (DTOC beds), by responsible body.",
        ends=tuple(Ends("dtoc_beds", _FIGURE_4, body) for body in delays.BODIES),
        link="/?from=2016-10&to=2018-01",
    ),
    Claim(
        "figure-5",
        "Figure 5: emergency admissions",
        "Emergency admissions from September 2016 to January 2018",
        f"{REVIEW}, figure 5",
        REVIEW_DATE,
        "Emergency admissions of the month, not divided by its days.",
        ends=(Ends("emergency_admissions", _FIGURE_5),),
        link="/?from=2016-09&to=2018-01",
    ),
)

QUOTED = (
    Claim(
        "costs-against-plan",
        "Costs against plan",
        "Delays and emergency admissions cost £311m and £146m more than planned; planned savings were £171m and £90m, "
        "£511m in all",
        "National Audit Office, through the Committee of Public Accounts, HC 959",
        "2017",
        "They rest on local plans and unit costs. " + _NO_SPEND,
    ),
    Claim(
        "spend-shares",
        "Where the money went",
        "8.5% on avoiding admissions; 72% on sustaining services; 24% rising to 30% on improvement; 45% on tier 3",
        REVIEW,
        REVIEW_DATE,
        _NO_SPEND + " The outturn shares rest on six member councils, by the review's own endnote.",
    ),
    Claim(
        "spend-covered",
        "Plans that the review read",
        "£126m of plans, 12.5% (one eighth) of £1bn; 127 initiatives over £18.5m of it; slippage of 19%: 6% and 13%",
        REVIEW,
        REVIEW_DATE,
        _NO_SPEND + " Only its own arithmetic can be followed.",
        arithmetic=(
            Arithmetic(SHARE, (126, 1_000), Said(12.5, step=0.1), "£126m of £1bn"),
            Arithmetic(SUM, (6, 13), Said(19), "slippage, the two parts"),
        ),
    ),
    Claim(
        "schemes-on-delays",
        "Schemes aimed at delays",
        "66% of 19 schemes were aimed at delays or length of stay, with 29 indicators",
        REVIEW,
        REVIEW_DATE,
        "No whole number of 19 schemes gives this share; it may be a share of money, or schemes may be counted twice.",
        arithmetic=(
            Arithmetic(SHARE, (12, 19), Said(66), "12 of 19 schemes"),
            Arithmetic(SHARE, (13, 19), Said(66), "13 of 19 schemes"),
        ),
    ),
    Claim(
        "earlier-plans",
        "Plans counted earlier",
        "£121m, 255 schemes, 40% on stabilising the market",
        "An earlier page of the same authors (impower.co.uk/insights/the-impower-collaborative)",
        "before March 2018",
        "It differs from the later £126m and 127 initiatives; initiatives are not schemes. Both are kept. " + _NO_SPEND,
    ),
)
