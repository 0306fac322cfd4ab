"""What a page of an area shows stands in its address; the usual is left out, and nothing can break it."""

from urllib.parse import parse_qs

import pytest

from components.area import choice as choices
from components.area.choice import CHARTS, DRAWINGS, FORMS, LINES, Choice
from components.trends import choice as trends
from components.url_state import Scope, Window

SCOPE = Scope("E10999001", Window("2017-02", "2018-01"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("draw", DRAWINGS)
def test_a_link_restores_its_view(form, draw):
    choice = Choice(SCOPE, form, draw)
    assert Choice.parse(parse_qs(choice.query)) == choice


def test_what_is_usual_stands_in_no_address():
    assert Choice(SCOPE).query == SCOPE.query
    assert Choice().query == ""
    assert Choice(SCOPE, "count", LINES).query == f"{SCOPE.query}&as=count&draw=lines"
    assert Choice.parse(parse_qs(choices.usual())) == Choice()


def test_forms_have_the_keys_of_the_trends_page_so_that_links_agree():
    assert set(FORMS) == set(trends.FORMS)


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"as": "pints"}, ("as",)),
        ({"draw": "freehand", "as": ["rate", "day"]}, ("draw",)),
        ({"as": {"a": 1}, "draw": 7}, ("as", "draw")),
        ({"as": "", "draw": None}, ()),
        ({"as": [], "draw": "\ud800"}, ("draw",)),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named(query, ignored):
    found = Choice.parse(query)
    assert found.ignored == ignored
    assert found.draw == CHARTS
    assert found.form in FORMS
