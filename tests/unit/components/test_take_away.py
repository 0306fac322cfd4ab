"""The lower half of the front page: what changed, and any area's figures as a file without scripts."""

import pytest

from components.home import take_away, wall
from domain.areas import COUNCIL, COUNTRY, OUTSIDE, REGION
from domain.indicators import INDICATORS
from tests.unit.components import walk

CHOICES = [
    ("E92000001", "England", COUNTRY),
    ("E12000009", "South West", REGION),
    ("E10000009", "Dorset", COUNCIL),
    ("E06000059", "Dorset", COUNCIL),
    ("E06000022", "Bath and North East Somerset", COUNCIL),
    ("9900", "Resident in Wales", OUTSIDE),
]


@pytest.fixture(scope="module")
def form():
    return walk.of(take_away.any_area(CHOICES, 150, 2), "Form")[0]


def test_the_form_asks_for_the_csv_without_scripts(form):
    assert (form.action, form.method) == ("/export/series.csv", "get")
    assert [select.name for select in walk.of(form, "Select")] == ["area", "indicator"]
    assert walk.of(form, "Button")[0].type == "submit"


def test_each_field_of_the_form_has_a_label(form):
    assert [label.htmlFor for label in walk.of(form, "Label")] == [select.id for select in walk.of(form, "Select")]


def test_areas_are_grouped_and_namesakes_carry_their_code(form):
    groups = walk.of(form, "Optgroup")
    assert [group.label for group in groups] == ["Country", "Regions", "Councils", "Resident outside England"]
    assert [walk.words(option) for option in walk.of(groups[2], "Option")] == [
        "Dorset (E10000009)",
        "Dorset (E06000059)",
        "Bath and North East Somerset",
    ]


def test_only_measures_that_councils_have_are_offered(form):
    offered = [option.value for option in walk.of(walk.of(form, "Select")[1], "Option")]
    assert offered == [indicator.id for indicator in INDICATORS if indicator.family == "delays"]


@pytest.mark.parametrize(
    ("replaced", "said"),
    [(2, "150 councils are held, and 2 that they replaced."), (0, "150 councils are held.")],
)
def test_how_many_councils_are_held_is_said(replaced, said):
    assert said in walk.words(take_away.any_area(CHOICES, 150, replaced))


def test_what_changed_says_each_number_first_and_in_bold():
    drawn = take_away.changed("March 2026", [("9 waits", " in March."), ("Nothing new.", " Ended.")])
    assert [walk.words(bold) for bold in walk.of(drawn, "B")] == ["9 waits", "Nothing new."]
    assert [walk.words(line) for line in walk.of(drawn, "Li")] == [
        "9 waits in March.",
        "Nothing new. Ended.",
    ]


def test_beyond_the_wall_nothing_is_drawn_and_every_difference_is_named():
    drawn = wall.beyond([])
    said = walk.words(drawn)
    assert not walk.of(drawn, "Graph")
    assert "never joined and never compared" in said
    assert len(walk.of(drawn, "Li")) == len(wall.DIFFERENCES) == 4
    assert "No successor series is loaded" in said
