"""The example partnership's figures after they went through files, pipeline and warehouse."""

from statistics import mean

import pytest

from domain import periods
from domain.demonstration import SEED
from etl.demo.councils import AMBERMOOR, QUILLSHIRE, councils
from etl.demo.figures import MONTHS, delays_of
from warehouse.queries import checks, coverage
from warehouse.queries.series import Ask, series

CODE = {council.name: council.ons_code for council in councils()}
RULE = {council.name: delays_of(council, SEED) for council in councils()[:3]}
ROUNDING = 0.5 / 28 + 1e-9  # half a day in the shortest month


def values(view, code, indicator="dtoc_beds", **cut):
    return {o.period: o.value for o in series(view, Ask(indicator, **cut), [code])}


@pytest.mark.parametrize(("start", "end", "people"), [("2017-10", "2017-12", 19.6), ("2018-01", "2018-03", 14.6)])
def test_ambermoors_winter_can_be_read_from_the_warehouse(demo, start, end, people):
    found = values(demo, CODE[AMBERMOOR], body="nhs", start=start, end=end)
    assert mean(found.values()) == pytest.approx(people, abs=0.05)


@pytest.mark.parametrize("council", councils()[:3], ids=lambda council: council.name)
@pytest.mark.parametrize("body", ["nhs", "social_care", "both"])
def test_every_body_of_the_three_councils_comes_out_as_it_was_made_up(demo, council, body):
    found = values(demo, council.ons_code, body=body)
    assert list(found) == list(MONTHS)
    for value, made_up in zip(found.values(), RULE[council.name].bodies[body], strict=True):
        assert value == pytest.approx(made_up, abs=ROUNDING)


def test_quillshires_community_hospitals_come_out_as_non_acute_delays(demo):
    found = values(demo, CODE[QUILLSHIRE], care="non_acute")
    assert list(found.values()) == pytest.approx(RULE[QUILLSHIRE].non_acute, abs=ROUNDING)


def test_ambermoors_choice_comes_out_as_reason_g(demo):
    found = values(demo, CODE[AMBERMOOR], reason="G")
    assert list(found.values()) == pytest.approx(RULE[AMBERMOOR].choice, abs=ROUNDING)
    assert mean(found.values()) == pytest.approx(3.2, rel=0.12)


@pytest.mark.parametrize("council", councils()[:3], ids=lambda council: council.name)
def test_rates_of_2017_use_the_adults_of_the_example(demo, council):
    rates = values(
        demo, council.ons_code, "dtoc_beds_per_100k_18plus", body="social_care", start="2017-01", end="2017-12"
    )
    beds = values(demo, council.ons_code, body="social_care", start="2017-01", end="2017-12")
    assert len(rates) == 12
    for month, rate in rates.items():
        assert rate == pytest.approx(beds[month] / council.adults * 100_000)


def test_delays_fall_by_about_a_quarter_in_the_year_to_january_2018(demo):
    beds = values(demo, "E92000001")
    assert beds["2018-01"] / beds["2017-01"] - 1 == pytest.approx(-0.25, abs=0.05)


def test_emergency_admissions_rise_by_about_3_per_cent_a_year(demo):
    per_day = values(demo, "E92000001", "emergency_admissions_per_day")
    years = [mean(per_day[month] for month in periods.span(f"{y}-04", f"{y + 1}-03")) for y in range(2015, 2019)]
    for before, after in zip(years, years[1:], strict=False):
        assert after / before - 1 == pytest.approx(0.03, abs=0.01)


def test_returns_that_were_not_sent_are_known(demo):
    assert coverage.not_submitted(demo) == (("2016-08", "Oldgate"), ("2017-12", "Oldgate"), ("2018-07", "Marram"))
    (month,) = series(demo, Ask("dtoc_days", "2017-12", "2017-12"), [CODE["Oldgate"]])
    assert (month.value, month.status, month.shorthand) == (None, "not_submitted", "[x]")


def test_the_series_differs_from_the_workbooks_in_two_months_only(demo):
    found = {row.period: row.difference for row in checks.england(demo)}
    assert list(found) == list(MONTHS)
    assert {month: difference for month, difference in found.items() if difference} == {"2018-12": -31, "2019-02": 52}
