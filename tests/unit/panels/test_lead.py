"""The first sentences of the front page: each series in its own last month, as the queries give it."""

import pytest

from components.url_state import Window
from domain import periods
from panels.home import lead
from panels.home.england import england
from tests.shared import needs_shared
from tests.unit.components.walk import words
from tests.unit.panels.asked import half_up, per_cent, per_day, said_month, values, year_to

WINDOWS = [Window("2016-10", "2018-01"), Window("2016-10", "2018-06"), Window("2018-01", "2018-01")]
in_windows = pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.query)


def _moved(ratio: float, countable_words: tuple[str, str, str]) -> str:
    similar, down, up = countable_words
    return similar if abs(ratio) <= 0.01 else f"{per_cent(ratio)} {down if ratio < 0 else up}"


@in_windows
def test_delays_of_the_last_month_are_read_against_the_highest_shown(view, window):
    beds = values(view, "dtoc_beds", start=window.start, end=window.end)
    end, highest = window.end, max(beds, key=beds.get)
    said = words(lead.lead(view, window))
    assert f"In {said_month(end)} {half_up(beds[end])} people were delayed on an average day" in said
    if highest != end:
        against = _moved(beds[end] / beds[highest] - 1, ("about as many", "fewer", "more"))
        assert f", {against} than in the highest month shown, {said_month(highest)}." in said


@in_windows
def test_admissions_of_the_last_month_are_read_against_the_year_before(view, window):
    counts, end = values(view, "emergency_admissions"), window.end
    now, then = year_to(end), year_to(periods.plus(end, -12))
    year = counts[end] / counts[periods.plus(end, -12)] - 1  # the same month has the same days
    long = per_day(counts, now) / per_day(counts, then) - 1
    said = words(lead.lead(view, window))
    assert (
        f"Emergency admissions ran at {half_up(counts[end] / periods.days_in(end))} a day in {said_month(end)}" in said
    )
    assert f"{_moved(year, ('about as many as', 'fewer than', 'more than'))} a year before" in said
    assert f"over twelve months they are {_moved(long, ('about the same', 'lower', 'higher'))}." in said


def test_a_month_like_the_highest_is_said_to_be_about_as_many_as_it(demo):
    beds = values(demo, "dtoc_beds")
    month = next(one for one in beds if 0.99 <= beds.get(periods.plus(one, 1), 0) / beds[one] < 1)
    said = words(lead.lead(demo, Window(month, periods.plus(month, 1))))
    assert f"about as many as in the highest month shown, {said_month(month)}." in said


@needs_shared
def test_a_count_that_ended_is_said_to_have_ended_and_its_successor_is_not_compared(live):
    said = words(lead.lead(live, Window()))
    last = values(live, "dtoc_beds")["2020-02"]
    assert f"ended in February\u00a02020, at {half_up(last)} people on an average day" in said
    assert said.endswith("What replaced it counts something else.")
    assert "%" not in said.split("The count of delays")[1]


@needs_shared
def test_a_window_after_the_count_speaks_of_admissions_alone(live):
    said = words(lead.lead(live, Window("2021-01", "2022-03")))
    assert said.strip().startswith("Emergency admissions ran at")
    assert "delayed" not in said


@pytest.mark.parametrize(
    ("window", "months"),
    [
        (Window("2016-10", "2018-01"), "October 2016 to January 2018"),
        (Window("2017-01", "2017-03"), "January 2017 to March 2017"),
    ],
)
def test_the_title_names_page_window_area_and_product(view, window, months):
    title = lead.title(england(view, window))
    assert title == f"Where are we, nationally: {months} – England – Interface Monitor"


def test_the_meta_line_says_what_kind_of_figures_these_are_and_from_which_build(view):
    said = lead.meta(england(view, Window()))
    kind = "Demonstration data." if view.mode == "demo" else "Official statistics."
    assert said.startswith(kind)
    assert said.endswith(f"Build {view.id}.")
    for indicator, what in (
        ("dtoc_days", "Delayed transfers of care"),
        ("emergency_admissions", "Emergency admissions"),
    ):
        assert f"{what}: data to {said_month(max(values(view, indicator)))}, published " in said
