"""The first sentences of the page on outcomes, against the figures themselves."""

from dash import html

from components.text import NBSP
from panels.personal import lead, moves
from panels.personal.figures import known, outcomes_of
from tests.unit.components import walk


def text_of(found) -> str:
    return walk.words(html.P(lead.lead(found))).replace(NBSP, " ")


def test_the_lead_names_every_measure_that_moved_beyond_its_margins_and_no_other(view):
    for area in known(view)[:40]:
        found = outcomes_of(view, area.code)
        said = text_of(found)
        for one in moves.surveys(found.measures):
            label = (
                f"{one.measure.label[:1].lower()}{one.measure.label[1:]} ({'up' if one.move.change > 0 else 'down'} "
            )
            assert (label in said) == (abs(one.move.change) > one.move.needs), (area, label)
        if not any(one.moved for one in moves.surveys(found.measures)):
            assert "cannot be told" in said or "No change can be judged" in said or "No survey figure" in said


def test_a_council_is_read_beside_england_and_england_by_itself(demo):
    assert "England 7" in text_of(outcomes_of(demo, "Saltmarrow"))
    assert "; England" not in text_of(outcomes_of(demo, ""))


def test_ambermoor_of_the_example_cannot_tell(demo):
    said = text_of(outcomes_of(demo, "Ambermoor"))
    assert said.startswith("In Ambermoor, 74.6 ± 4.4 % of people who use services say that they have control")


def test_both_codes_of_a_council_and_its_name_lead_to_it(live):
    for asked in ("E10000027", "E06000066", "somerset"):
        found = outcomes_of(live, asked)
        assert (found.area.name, found.area.code, found.unknown) == ("Somerset", "E10000027", False)


def test_an_unknown_area_shows_england_and_names_like_it(demo):
    found = outcomes_of(demo, "Saltmarow")
    assert (found.unknown, found.area.name) == (True, "England")
    assert "Saltmarrow" in [area.name for area in found.nearest]
