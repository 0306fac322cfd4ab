"""The invented figures follow the rules of the example partnership (DEMO, sections 3 to 5)."""

from statistics import mean

import pytest

from domain import periods
from domain.delays import can_own
from domain.demonstration import SEED
from etl.demo import cells
from etl.demo.councils import AMBERMOOR, QUILLSHIRE, SALTMARROW, councils
from etl.demo.figures import MONTHS, delays_of

COUNCIL = {council.name: council for council in councils()[:3]}
DELAYS = {name: delays_of(council, SEED) for name, council in COUNCIL.items()}
CLOSE = 0.12  # what months that hang together leave in a mean of two years


def window(values, start, end):
    return values[MONTHS.index(start) : MONTHS.index(end) + 1]


def growth(month):
    """Up 12 % a year to March 2017, down 9 % a year afterwards."""
    t, turn = periods.gap("2015-04", month), periods.gap("2015-04", "2017-03")
    return 1.12 ** (min(t, turn) / 12) * 0.91 ** (max(t - turn, 0) / 12)


def level(values, start, end):
    """Mean of a window with the common growth taken out: the base of the rule, times any effect."""
    months = periods.span(start, end)
    return mean(value / growth(month) for value, month in zip(window(values, start, end), months, strict=True))


def total(name):
    return [sum(parts) for parts in zip(*DELAYS[name].bodies.values(), strict=True)]


@pytest.mark.parametrize(
    ("name", "adults", "older"),
    [(QUILLSHIRE, 612_000, 151_000), (AMBERMOOR, 198_000, 46_000), (SALTMARROW, 254_000, 41_000)],
)
def test_the_three_councils_have_the_residents_of_the_example(name, adults, older):
    assert (COUNCIL[name].adults, COUNCIL[name].older) == (adults, older)


@pytest.mark.parametrize(
    ("name", "beds", "until"), [(QUILLSHIRE, 110, "2017-07"), (SALTMARROW, 40, "2017-12"), (AMBERMOOR, 25, "2015-12")]
)
def test_people_delayed_in_all_start_from_the_base(name, beds, until):
    assert level(total(name), "2015-04", until) == pytest.approx(beds, rel=CLOSE)


@pytest.mark.parametrize(
    ("name", "rate", "until"), [(QUILLSHIRE, 6.5, "2019-03"), (AMBERMOOR, 5.6, "2018-02"), (SALTMARROW, 6.3, "2017-12")]
)
def test_people_waiting_for_social_care_start_from_the_base_rate(name, rate, until):
    found = level(DELAYS[name].bodies["social_care"], "2015-04", until) / COUNCIL[name].adults * 100_000
    assert found == pytest.approx(rate, rel=CLOSE)


@pytest.mark.parametrize(
    ("name", "base", "start", "effect"), [(AMBERMOOR, 11.1, "2018-05", -0.15), (SALTMARROW, 16.0, "2018-03", -0.12)]
)
def test_social_care_falls_by_the_effect_of_its_scheme(name, base, start, effect):
    found = level(DELAYS[name].bodies["social_care"], start, "2019-03")
    assert found == pytest.approx(base * (1 + effect), rel=CLOSE)


def test_ambermoors_nhs_delays_rise_by_fixed_shocks_and_fall_back():
    nhs = DELAYS[AMBERMOOR].bodies["nhs"]
    shocked = window(nhs, "2017-10", "2018-03")
    assert shocked == pytest.approx([14 * (1 + shock) for shock in (0.25, 0.45, 0.50, 0.15, 0.0, -0.03)])
    assert mean(shocked[:3]) == pytest.approx(19.6, abs=0.05)
    assert mean(shocked[3:]) == pytest.approx(14.6, abs=0.05)
    assert mean(shocked[3:]) / mean(shocked[:3]) - 1 == pytest.approx(-0.257, abs=0.001)
    assert mean(window(nhs, "2015-04", "2017-09")) == pytest.approx(14, rel=CLOSE)
    assert DELAYS[AMBERMOOR].bodies["both"] == [0.0] * 48


def test_ambermoors_choice_delays_stay_as_they_were_after_the_choice_policy():
    choice = DELAYS[AMBERMOOR].choice
    assert mean(window(choice, "2015-04", "2017-09")) == pytest.approx(3.2, rel=CLOSE)
    assert mean(window(choice, "2018-01", "2019-03")) == pytest.approx(3.2, rel=CLOSE)


def test_quillshires_parts_follow_their_schemes_and_leave_the_remainder():
    found = DELAYS[QUILLSHIRE]
    rest = [t - p - c for t, p, c in zip(total(QUILLSHIRE), found.placement, found.non_acute, strict=True)]
    assert mean(window(found.placement, "2015-04", "2017-09")) == pytest.approx(24, rel=CLOSE)
    assert mean(window(found.placement, "2017-12", "2019-03")) == pytest.approx(24 * 0.58, rel=CLOSE)
    assert mean(window(found.non_acute, "2015-04", "2017-07")) == pytest.approx(17.5, rel=CLOSE)
    assert mean(window(found.non_acute, "2017-10", "2019-03")) == pytest.approx(17.5 * 0.68, rel=CLOSE)
    assert level(rest, "2015-04", "2019-03") == pytest.approx(68.5, rel=CLOSE)
    assert min(rest) > 0


@pytest.mark.parametrize("month", MONTHS)
def test_quillshires_whole_days_add_up_to_its_parts(month):
    t, days = MONTHS.index(month), periods.days_in(month)
    rule = DELAYS[QUILLSHIRE]
    found = cells.month_cells(COUNCIL[QUILLSHIRE], rule, t, SEED)
    placement = sum(cells.days(found, care="acute", reason=reason) for reason in ("DI", "DII"))
    assert placement == round(rule.placement[t] * days)
    assert cells.days(found, care="non_acute") == round(rule.non_acute[t] * days)
    for body, values in rule.bodies.items():
        assert cells.days(found, body=body) == round(values[t] * days)
    assert cells.days(found, care="acute") + cells.days(found, care="non_acute") == cells.days(found)


def test_no_cell_of_any_council_is_below_zero_or_a_pair_that_cannot_be():
    for council in councils():
        rule = delays_of(council, SEED)
        for t in (0, 20, 33, 47):
            found = cells.month_cells(council, rule, t, SEED)
            assert min(found.values()) >= 0, council
            assert not [key for key, value in found.items() if value and not can_own(key[2], key[1])], council
