"""Claims of reports come out of the pipeline as the truths of the published files say."""

import pytest

from domain.claims import claim as kinds
from panels.methods import claims, claims_table
from tests.shared import needs_shared

pytestmark = needs_shared


@pytest.fixture
def found(live):
    return {one.claim.id: one for one in claims.checked(live)}


@pytest.mark.parametrize(
    ("claim", "line", "places", "expected"),
    [
        ("delays-since-february-2017", 0, 1, -26.7),
        ("delays-since-february-2017", 1, 1, -18.8),
        ("delays-since-february-2017", 2, 1, -29.8),  # 29.753 %; the truths print 29.7
        ("january-2018-slip", 0, 1, 4.4),
        ("january-2018-slip", 1, 1, 4.4),
        ("admissions-during-2017", 0, 2, 2.51),
        ("admissions-during-2017", 1, 2, 2.79),
        ("admissions-during-2017", 2, 2, 4.51),
        ("admissions-during-2017", 3, 2, 4.60),
        ("admissions-during-2017", 4, 1, 5.8),
        ("admissions-january-2018", 0, 2, 6.86),
        ("admissions-past-year", 0, 2, 2.96),
        ("admissions-past-year", 1, 2, 3.24),
        ("admissions-2016", 0, 2, 3.85),
        ("delayed-days-2015-16", 0, 0, 184_610),
        ("delayed-days-2016-17", 0, 1, 24.6),
        ("delayed-days-2018-19", 0, 0, -313_750),
        ("delayed-days-2018-19", 1, 1, -15.9),
        ("delayed-days-2018-19", 2, 0, -860),
        ("admissions-2015-16", 0, 0, 158_599),
    ],
)
def test_a_claim_is_computed_as_the_truths_have_it(found, claim, line, places, expected):
    assert round(found[claim].lines[line].computed, places) == expected


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("delays-since-february-2017", kinds.ONLY),
        ("january-2018-slip", kinds.HOLDS),
        ("admissions-during-2017", kinds.OTHER),
        ("admissions-january-2018", kinds.HOLDS),
        ("admissions-past-year", kinds.OTHER),
        ("admissions-2016", kinds.FAILS),
        ("delayed-days-2015-16", kinds.HOLDS),
        ("delayed-days-2016-17", kinds.NEARLY),
        ("delayed-days-2018-19", kinds.NEARLY),
        ("admissions-2015-16", kinds.FAILS),
        ("somerset", kinds.HOLDS),
        ("figure-4", kinds.REDRAWN),
        ("figure-5", kinds.REDRAWN),
        ("costs-against-plan", kinds.QUOTED),
        ("spend-covered", kinds.QUOTED),
        ("schemes-on-delays", kinds.QUOTED),
    ],
)
def test_the_verdict_follows_from_the_figures(found, claim, verdict):
    assert found[claim].verdict == verdict


def test_the_ends_of_figure_4_are_those_of_the_report(found):
    ends = [(int(one.value_then + 0.5), int(one.value_now + 0.5)) for one in found["figure-4"].lines]
    assert ends == [(3698, 2931), (2254, 1570), (503, 382)]


def test_the_values_behind_the_fall_name_the_last_revision_and_its_file(found):
    line = found["delays-since-february-2017"].lines[0]
    assert (round(line.value_then, 1), round(line.value_now, 1)) == (6660.4, 4883.3)
    assert line.vintage == "2020-09-10"
    assert line.files == ("DTOC-England-Timeseries-February-2020.xls",)


def test_the_table_to_take_away_holds_every_computation(live, found):
    table = claims_table.table(live)
    assert len(table.rows) == sum(max(len(one.lines), 1) for one in found.values())
    assert set(table.column("verdict")) <= set(kinds.VERDICTS.values())
