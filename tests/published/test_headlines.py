"""The headline numbers of the product come out of the pipeline."""

import pytest

from analysis import change
from domain import areas, periods
from warehouse.queries import checks
from warehouse.queries.series import Ask, series

ENGLAND = [areas.ENGLAND]


def _beds(live, body="all") -> dict[str, float]:
    return {one.period: one.value for one in series(live, Ask("dtoc_beds", body=body), ENGLAND)}


@pytest.fixture
def days(live) -> dict[str, float]:
    return {one.period: one.value for one in series(live, Ask("dtoc_days"), ENGLAND)}


@pytest.fixture
def admissions(live) -> dict[str, float]:
    return {one.period: one.value for one in series(live, Ask("emergency_admissions"), ENGLAND)}


@pytest.mark.parametrize(
    ("body", "october_2016", "january_2018"),  # 48,685 days in 31 are 1,570.48: the product brief prints 1,571
    [("nhs", 3698, 2931), ("social_care", 2254, 1570), ("both", 503, 382)],
)
def test_the_lines_of_figure_4_of_the_2018_report(live, body, october_2016, january_2018):
    beds = _beds(live, body)
    assert int(beds["2016-10"] + 0.5) == october_2016
    assert int(beds["2018-01"] + 0.5) == january_2018


def test_dtoc_beds_fell_by_26_point_7_per_cent_and_raw_days_by_18_point_8(days):
    moved = change.compare(days, ["2018-01"], ["2017-02"])
    assert (round(moved.then, 1), round(moved.now, 1)) == (6660.4, 4883.3)
    assert round(moved.ratio * 100, 2) == -26.68
    assert round(moved.raw_ratio * 100, 1) == -18.8


def test_delayed_days_rose_by_184_610_from_2014_15_to_2015_16(days):
    years = [sum(days[m] for m in periods.financial_year_months(year)) for year in ("2014-15", "2015-16")]
    assert years == [1_624_977, 1_809_587]


@pytest.mark.parametrize(
    ("now", "then", "raw", "per_day"),
    [
        (["2018-01"], ["2017-01"], 6.86, 6.86),
        (["2017-12"], ["2016-12"], 4.60, 4.60),
        (periods.span("2017-01", "2017-12"), periods.span("2016-01", "2016-12"), 2.51, 2.79),
        (periods.span("2017-10", "2017-12"), periods.span("2016-10", "2016-12"), 4.51, 4.51),
        (periods.span("2017-02", "2018-01"), periods.span("2016-02", "2017-01"), 2.96, 3.24),
    ],
)
def test_growth_of_emergency_admissions(admissions, now, then, raw, per_day):
    moved = change.compare(admissions, now, then)
    assert round(moved.raw_ratio * 100, 2) == raw
    assert round(moved.ratio * 100, 2) == per_day


@pytest.mark.parametrize(
    ("month", "beds"),
    [
        ("2016-01", 5144),
        ("2016-06", 5771),
        ("2017-01", 6371),
        ("2017-06", 5929),
        ("2018-01", 4883),
        ("2018-06", 4503),
        ("2019-01", 4368),
        ("2019-06", 4502),
        ("2020-01", 5183),
    ],
)
def test_the_beds_told_to_parliament_in_january_2022(live, month, beds):
    assert int(_beds(live)[month] + 0.5) == beds


def test_the_workbooks_differ_from_the_series_in_nine_months_of_2019(live):
    found = {one.period: one.difference for one in checks.england(live) if one.difference}
    assert found == {
        "2019-01": 31,
        "2019-02": -52,
        "2019-03": -55,
        "2019-04": 368,
        "2019-05": 236,
        "2019-07": 284,
        "2019-08": 181,
        "2019-09": 774,
        "2019-10": 44,
    }
