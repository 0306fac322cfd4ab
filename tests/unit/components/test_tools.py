"""What can be taken away from a page: names that a keyboard and a screen reader find, addresses that are right."""

from urllib.parse import parse_qs, urlsplit

from components import tools
from components.ids import Ids
from components.tools import Take
from tests.unit.components import walk

IDS = Ids("trends")
TAKE = Take("/export/trends-control.csv?area=E1", tools.pack("E1", "2018-01"))


def test_the_pack_is_of_the_area_and_the_month():
    address = urlsplit(tools.pack("E10000014", "2019-12"))
    assert (address.path, parse_qs(address.query)) == ("/snapshots", {"area": ["E10000014"], "month": ["2019-12"]})


def test_the_line_holds_a_button_and_two_links_in_words():
    drawn = tools.draw(IDS, TAKE)
    button = walk.of(drawn, "Button")[0]
    assert (walk.words(button), button.type) == ("Copy link", "button")
    assert [(walk.words(link), link.href) for link in walk.of(drawn, "A")] == [
        ("CSV", TAKE.csv),
        ("Month pack", TAKE.pack),
    ]


def test_what_was_done_is_told_to_everyone_and_the_field_is_named_and_away_at_first():
    drawn = tools.draw(IDS, TAKE)
    live = next(part for part in walk.every(drawn) if getattr(part, "id", "") == "trends-copied")
    assert live.role == "status"
    field, label = walk.of(drawn, "Input")[0], walk.of(drawn, "Label")[0]
    assert label.htmlFor == field.id
    assert next(part for part in walk.every(drawn) if getattr(part, "id", "") == "trends-by-hand").hidden is True


def test_outputs_speak_of_parts_that_are_drawn():
    known = set(walk.ids(tools.draw(IDS, TAKE)))
    assert {one.component_id for one in (tools.output(IDS), *tools.copied(IDS))} <= known
    assert [link.href for link in tools.files(IDS, TAKE)] == [TAKE.csv, TAKE.pack]
