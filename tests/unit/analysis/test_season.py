"""Season (METHODS M5), on made-up series."""

import pytest

from analysis import season
from domain import periods

FACTORS = dict(zip(range(1, 13), [1.06, 1.03, 1.01, 0.98, 0.99, 0.97, 0.98, 0.94, 0.97, 1.01, 1.03, 1.03], strict=True))
LEVEL = 500.0


def _series(start: str, end: str, *, growth: float = 0.0, without=()) -> dict[str, float]:
    months = periods.span(start, end)
    return {
        month: (LEVEL + growth * place) * FACTORS[periods.split(month)[1]]
        for place, month in enumerate(months)
        if month not in without
    }


def test_the_factors_of_a_season_that_repeats_are_found():
    assert season.factors(_series("2015-01", "2017-12")) == pytest.approx(FACTORS)


def test_the_factors_average_1_and_a_steady_growth_leaves_them():
    found = season.factors(_series("2014-06", "2018-09", growth=2.0))
    assert sum(found.values()) / 12 == pytest.approx(1)
    assert found == pytest.approx(FACTORS, abs=0.003)


def test_an_average_centred_on_a_month_weighs_the_months_half_a_year_away_by_half():
    spike = dict.fromkeys(periods.span("2015-01", "2017-12"), 12.0) | {"2016-07": 132.0}
    plain = season.factors(spike)
    # July 2016 is 132 of an average of 22; January 2016 and 2017 hold half of the spike in theirs (17).
    raw = dict.fromkeys(range(1, 13), (1 + 12 / 22) / 2) | {1: 12 / 17, 7: (132 / 22 + 1) / 2}
    assert raw[1] == pytest.approx((12 / 17 + 12 / 17) / 2)
    scale = sum(raw.values()) / 12
    assert plain == pytest.approx({month: value / scale for month, value in raw.items()})


@pytest.mark.parametrize("months", [0, 12, 35])
def test_fewer_than_36_months_are_refused_with_what_to_do_instead(months):
    held = dict(list(_series("2015-01", "2017-12").items())[:months])
    with pytest.raises(season.TooShort, match=f"{months} months are held and a season needs 36: compare with the same"):
        season.factors(held)
    assert issubclass(season.TooShort, ValueError)


def test_gaps_cost_the_averages_that_need_them_and_no_more():
    held = _series("2014-01", "2017-12", without=["2014-03"])
    assert season.factors(held) == pytest.approx(FACTORS)


def test_gaps_that_leave_a_month_without_a_ratio_are_refused_by_name():
    held = _series("2014-01", "2017-01", without=["2015-07"])
    with pytest.raises(season.TooShort, match="^missing months leave no year of data around January$"):
        season.factors(held)


def test_gaps_that_leave_no_month_a_ratio_are_said_in_one_go():
    held = _series("2014-01", "2018-06", without=["2014-12", "2015-12", "2016-12", "2017-12"])
    with pytest.raises(season.TooShort, match="missing months leave no thirteen months in a row"):
        season.factors(held)


def test_a_series_of_zeros_has_no_season():
    with pytest.raises(season.TooShort):
        season.factors(dict.fromkeys(periods.span("2015-01", "2018-12"), 0.0))


def test_a_season_removed_leaves_the_level():
    held = _series("2015-01", "2017-12")
    assert season.removed(held, FACTORS) == pytest.approx(dict.fromkeys(held, LEVEL))
    later = {"2018-01": 530.0}
    assert season.removed(later, season.factors(held)) == pytest.approx({"2018-01": 500.0})


def test_a_month_that_is_always_zero_cannot_be_removed():
    with pytest.raises(season.TooShort, match="always zero"):
        season.removed({"2018-01": 1.0}, {**FACTORS, 8: 0.0})
