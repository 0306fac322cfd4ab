"""Choosing a window: native selects with labels, ready-made views as links, widths in days."""

import pytest

from components.home import window as home_window
from components.ids import Ids
from components.url_state import Window
from domain import periods
from tests.unit.components import walk

MONTHS = periods.span("2010-08", "2026-03")


def _controls(months=MONTHS):
    return home_window.controls(Ids("home"), Window(months[0], months[-1]), months)


def test_each_select_has_a_label_and_every_month():
    drawn = _controls()
    selects = walk.of(drawn, "Select")
    assert [label.htmlFor for label in walk.of(drawn, "Label")] == [select.id for select in selects]
    for select in selects:
        assert [option["value"] for option in select.options] == list(MONTHS)
    assert [select.value for select in selects] == [MONTHS[0], MONTHS[-1]]


def test_the_windows_of_the_2018_report_are_links():
    links = {walk.words(link): link.href for link in walk.of(_controls(), "A")}
    assert links == {
        "Whole series": "/",
        "October 2016 to January 2018": "/?from=2016-10&to=2018-01",
        "September 2016 to January 2018": "/?from=2016-09&to=2018-01",
    }
    assert "figure 4 of the 2018 report" in walk.words(_controls())


def test_a_ready_made_view_of_months_that_are_not_held_is_not_offered():
    links = walk.of(_controls(periods.span("2016-10", "2026-03")), "A")
    assert [walk.words(link) for link in links] == ["Whole series", "October 2016 to January 2018"]


def test_the_group_of_controls_has_a_name():
    drawn = walk.properties(_controls())
    assert (drawn["role"], drawn["aria-label"]) == ("group", "Months shown")


def test_the_parts_of_the_story_are_as_wide_as_their_days():
    split = home_window.split("2019-03", "2021-02", before=True, after=True)
    assert split == {"gridTemplateColumns": "minmax(0, 366fr) minmax(0, 365fr)"}


@pytest.mark.parametrize(("before", "after"), [(True, False), (False, True), (False, False)])
def test_one_part_takes_the_whole_width(before, after):
    assert home_window.split("2019-03", "2021-02", before, after) == {"gridTemplateColumns": "minmax(0, 1fr)"}
