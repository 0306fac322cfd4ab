"""England's two series in a window: what all panels of the front page are made of."""

import pytest

from components.url_state import Window
from domain.delays import ALL, BODIES
from panels.home.england import england
from tests.shared import needs_shared
from tests.unit.panels.asked import values


@pytest.mark.parametrize("body", [*BODIES, ALL])
def test_every_body_is_held_as_the_queries_give_it(view, body):
    assert england(view, Window()).days[body] == values(view, "dtoc_days", body=body)


def test_bodies_add_up_to_all_in_every_month(view):
    days = england(view, Window()).days
    assert days[ALL] == {month: sum(days[body][month] for body in BODIES) for month in days[ALL]}


@pytest.mark.parametrize("measure", ["ae_attendances", "ae_within_4h_pct", "dta_waits_12h"])
def test_other_measures_are_held_as_the_queries_give_them(view, measure):
    assert england(view, Window()).other[measure] == values(view, measure)


def test_a_window_limits_what_is_shown_and_not_what_is_held(view):
    found = england(view, Window("2017-02", "2018-01"))
    assert (found.start, found.end) == ("2017-02", "2018-01")
    assert sorted(found.beds(ALL)) == sorted(found.shown(found.days[ALL]))
    assert len(found.beds(ALL)) == 12 < len(found.days[ALL])


def test_a_window_of_months_that_are_not_held_shows_everything_and_says_so(view):
    found, whole = england(view, Window("1990-01", "1991-01")), england(view, Window())
    assert (found.start, found.end) == (whole.start, whole.end)
    assert set(found.window.ignored) == {"from", "to"}


@needs_shared
def test_each_series_ends_in_its_own_last_month(live):
    found = england(live, Window())
    assert found.delays_end == "2020-02" < found.admissions_end == found.end
    assert england(live, Window("2021-01", "2021-12")).delays_end == ""


def test_demonstration_is_told_from_real(view):
    assert england(view, Window()).demonstration == (view.mode == "demo")
    assert england(view, Window()).build == view.id
