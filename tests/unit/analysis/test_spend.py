"""Shares of spend (METHODS M24), on the invented plan of the example partnership, every figure of its story."""

import pytest

from analysis import spend
from analysis.rates import Refused
from analysis.spend import ENABLE, IMPROVE, SUSTAIN, Line

PLAN, FORECAST, OUTTURN, NEXT = VERSIONS = ("plan", "forecast", "outturn", "next")
TABLE = """
B01 | sustain | Tier 3                 |         |             |  7200 | 11880 | 12060 | 7600
B02 | sustain | Tier 3                 |         | market fees |  4320 |  4320 |  4320 | 2900
B03 | sustain | specific social care   |         | market fees |  6480 |  6480 |  6480 | 3700
B04 | sustain | specific social care   |         | market      |  3600 |  1700 |  1690 | 1400
B05 | sustain | specific social care   |         | nhs         |  2430 |  1930 |  1920 |  700
B06 | sustain | admission avoidance    | manages |             |   900 |   900 |   900 |  400
B07 | sustain | specific social care   |         |             |   990 |   690 |   690 |  560
B08 | enable  | programme              |         |             |  1440 |   650 |   630 | 1050
S01 | improve | admission avoidance    | manages |             |   620 |   480 |   470 |  640
S02 | improve | admission avoidance    | manages |             |   760 |   420 |   410 |  860
S03 | improve | admission avoidance    | manages |             |   430 |   300 |   295 |  480
S04 | improve | admission avoidance    | manages |             |   350 |    90 |    60 |  500
S05 | improve | Tier 1                 | manages |             |   360 |   250 |   245 |  400
S06 | improve | Tier 1                 | manages |             |   420 |   330 |   325 |  450
S07 | improve | in-hospital flow       | meets   |             |   690 |   560 |   550 |  640
S08 | improve | in-hospital flow       | meets   |             |   280 |   190 |   185 |  250
S09 | improve | in-hospital flow       | meets   |             |   240 |   190 |   185 |    0
S10 | improve | in-hospital flow       | meets   |             |   410 |   350 |   345 |  380
S11 | improve | discharge              | meets   |             |   860 |   620 |   605 |  800
S12 | improve | discharge              | meets   |             |   640 |   520 |   530 |  500
S13 | improve | discharge              | meets   |             |   310 |   220 |   215 |  260
S14 | improve | discharge              | meets   |             |   190 |   150 |   145 |  180
S15 | improve | discharge              | meets   |             |   260 |   120 |   110 |  240
S16 | improve | discharge              | meets   |             |   120 |    60 |    55 |    0
S17 | improve | Tier 2                 | manages |             |   820 |   130 |   110 |  850
S18 | improve | Tier 2                 | meets   |             |   560 |     0 |     0 |  420
S19 | improve | discharge              | meets   |             |   320 |   310 |   310 |    0
"""
STAGES = {
    "Tier 1": (780, 580, 570, 850),
    "admission avoidance": (3060, 2190, 2135, 2880),
    "in-hospital flow": (1620, 1290, 1265, 1270),
    "discharge": (2700, 2000, 1970, 1980),
    "Tier 2": (1380, 130, 110, 1270),
    "Tier 3": (11520, 16200, 16380, 10500),
    "specific social care": (13500, 10800, 10780, 6360),
    "programme": (1440, 650, 630, 1050),
}


def _line(text: str) -> Line:
    name, purpose, stage, demand, tags, *amounts = (part.strip() for part in text.split("|"))
    values = dict(zip(VERSIONS, map(float, amounts), strict=True))
    return Line(name, purpose, stage, values, demand, frozenset(tags.split()))


LINES = [_line(text) for text in TABLE.strip().splitlines()]
SCHEMES = [line for line in LINES if line.id.startswith("S")]
ALLOTTED = spend.total(LINES, PLAN)


def _purpose(purpose):
    return lambda line: line.purpose == purpose


def _stage(stage):
    return lambda line: line.stage == stage


def _tag(tag):
    return lambda line: tag in line.tags


def _demand(demand):
    return lambda line: line.demand == demand


def _percent(of, version, **options):
    return round(100 * spend.share(LINES, of, version, **options).ratio, 1)


def test_totals_of_the_versions():
    assert [spend.total(LINES, version) for version in VERSIONS] == [36_000, 33_840, 33_840, 26_160]
    improve = [spend.total(LINES, version, _purpose(IMPROVE)) for version in VERSIONS]
    assert improve == [8_640, 5_290, 5_150, 7_850]


def test_amounts_by_stage():
    for at, version in enumerate(VERSIONS):
        assert spend.by(LINES, lambda line: line.stage, version) == {name: row[at] for name, row in STAGES.items()}


def test_a_share_names_its_amount_and_its_base():
    found = spend.share(LINES, _purpose(SUSTAIN), PLAN)
    assert (found.amount, found.base, found.base_name, found.version) == (25_920, 36_000, spend.SPEND, PLAN)
    assert spend.share(LINES, _purpose(IMPROVE), FORECAST, allocation=ALLOTTED).base_name == spend.ALLOCATION


def test_shares_by_purpose():
    assert [_percent(_purpose(one), PLAN) for one in (SUSTAIN, IMPROVE, ENABLE)] == [72.0, 24.0, 4.0]
    assert _percent(_purpose(IMPROVE), FORECAST) == 15.6
    assert _percent(_purpose(IMPROVE), FORECAST, allocation=ALLOTTED) == 14.7
    assert _percent(_purpose(IMPROVE), NEXT) == 30.0


def test_shares_by_stage():
    avoidance, tier_3 = _stage("admission avoidance"), _stage("Tier 3")
    assert spend.total(LINES, PLAN, avoidance) == 3_060
    assert (_percent(avoidance, PLAN), _percent(avoidance, FORECAST), _percent(avoidance, NEXT)) == (8.5, 6.5, 11.0)
    assert _percent(avoidance, FORECAST, allocation=ALLOTTED) == 6.1
    assert (_percent(tier_3, PLAN), _percent(tier_3, FORECAST)) == (32.0, 47.9)
    assert _percent(tier_3, FORECAST, allocation=ALLOTTED) == 45.0


def test_shares_by_tag():
    market = spend.share(LINES, _tag("market"), PLAN)
    assert (market.amount, market.ratio) == (14_400, 0.4)
    assert spend.total(LINES, PLAN, _tag("fees")) == 10_800 == 0.75 * market.amount
    social_care = [line for line in LINES if line.stage == "specific social care"]
    nhs = spend.share(social_care, _tag("nhs"), PLAN)
    assert (nhs.amount, nhs.ratio) == (2_430, 0.18)


def test_shares_by_demand():
    found = [_percent(_demand("manages"), version) for version in (PLAN, FORECAST, NEXT)]
    assert found == [12.9, 8.6, 17.5]
    delays = [line for line in SCHEMES if line.id >= "S07"]
    assert (len(delays), round(100 * len(delays) / len(SCHEMES))) == (13, 68)
    meeting = spend.share(SCHEMES, lambda line: line.id >= "S07", PLAN)
    assert (meeting.amount, meeting.base, round(100 * meeting.ratio)) == (5_700, 8_640, 66)


def test_slippage_is_split_into_what_is_carried_and_what_moved():
    found = spend.slippage(LINES, PLAN, FORECAST)
    assert (found.slipped, found.carried, found.moved) == (6_840, 2_160, 4_680)
    assert [round(100 * part / found.plan, 1) for part in (found.slipped, found.carried, found.moved)] == [
        19.0,
        6.0,
        13.0,
    ]
    assert found.into == {"B01": 4_680}
    assert spend.total(LINES, NEXT) == 24_000 + found.carried


def test_schemes_are_compared_like_for_like():
    found = spend.like_for_like(SCHEMES, PLAN, OUTTURN, without={"S04", "S18"})
    assert (len(found.lines), found.of_lines) == (17, 19)
    assert (found.then, found.of_then) == (7_730, 8_640)
    assert found.now == 5_150 - 60
    assert found.ratio == pytest.approx(5_090 / 7_730 - 1)


def test_a_line_without_a_version_is_unknown_and_not_0():
    known = LINES[0]
    unknown = Line("X01", SUSTAIN, "Tier 3", {PLAN: 100.0})
    assert spend.like_for_like([known, unknown], PLAN, NEXT).lines == ("B01",)
    assert spend.total([known, unknown], NEXT) == 7_600
    with pytest.raises(Refused, match="X01 lack plan or forecast"):
        spend.slippage([known, unknown], PLAN, FORECAST)
    with pytest.raises(Refused, match="no line has an amount"):
        spend.total([unknown], NEXT)


def test_spending_more_in_all_is_no_slippage():
    with pytest.raises(Refused, match="more was spent than planned"):
        spend.slippage(LINES[:2], PLAN, FORECAST)


def test_a_share_of_nothing_is_refused():
    with pytest.raises(Refused, match="nothing is a share"):
        spend.share([Line("X", SUSTAIN, "Tier 1", {PLAN: 0.0})], spend.everything, PLAN)


def test_a_wider_scope_shows_what_is_unknown():
    interface = spend.Scope("all interface spend", 540_000, 330_000)
    assert round(100 * interface.classified_share) == 61
    assert interface.unknown == 210_000
    grant, pooled = spend.Scope("grant", 36_000, 36_000), spend.Scope("pooled fund", 98_000, 98_000)
    assert grant.amount < pooled.amount < interface.amount
