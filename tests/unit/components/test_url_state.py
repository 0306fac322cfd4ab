"""The window of months in an address: anything may arrive, nothing raises, and a link reproduces its view."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.url_state import Scope, Window, href
from tests.unit.domain.test_periods import months, quick

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | months
anything = scalars | st.lists(scalars, max_size=3) | st.dictionaries(st.text(max_size=4), scalars, max_size=2)
keys = st.sampled_from(["from", "to", "From", "x", ""])
open_or_month = st.just("") | months


@given(query=st.dictionaries(keys, anything, max_size=4))
@quick
def test_any_query_gives_months_in_order_or_open_ends(query):
    window = Window.parse(query)
    assert set(window.ignored) <= {"from", "to"}
    for end in (window.start, window.end):
        assert end == "" or (len(end) == 7 and 1 <= int(end[5:]) <= 12)
    assert not (window.start and window.end) or window.start <= window.end


@pytest.mark.parametrize(
    ("query", "start", "end", "ignored"),
    [
        ({}, "", "", ()),
        ({"from": "2016-10", "to": "2018-01"}, "2016-10", "2018-01", ()),
        ({"to": "2018-01"}, "", "2018-01", ()),
        ({"from": "2018-01", "to": "2016-10"}, "2016-10", "2018-01", ()),
        ({"from": ["2016-10", "2017-01"], "to": ["2018-01"]}, "2016-10", "2018-01", ()),
        ({"from": "", "to": None}, "", "", ()),
        ({"from": [], "to": "2018-01"}, "", "2018-01", ("from",)),
        ({"from": "yesterday", "to": "2018-01"}, "", "2018-01", ("from",)),
        ({"from": "2018-13", "to": {"a": 1}}, "", "", ("from", "to")),
        ({"from": "2018-01", "until": "2019-01", "utm_source": "x"}, "2018-01", "", ()),
    ],
)
def test_what_can_be_used_is_used_and_the_rest_is_named(query, start, end, ignored):
    assert Window.parse(query) == Window(start, end, ignored)


@given(start=open_or_month, end=open_or_month)
@quick
def test_a_window_written_as_a_query_reads_back(start, end):
    window = Window.parse({"from": start, "to": end})
    assert Window.parse(parse_qs(window.query)) == window


@given(start=open_or_month, end=open_or_month)
@quick
def test_a_clipped_window_lies_inside_what_is_held(start, end):
    clipped = Window.parse({"from": start, "to": end}).clip("2010-08", "2020-02")
    assert "2010-08" <= clipped.start <= clipped.end <= "2020-02"


@pytest.mark.parametrize(
    ("window", "clipped"),
    [
        (Window(), Window("2010-08", "2020-02")),
        (Window("2016-10", "2018-01"), Window("2016-10", "2018-01")),
        (Window("2000-01", "2018-01"), Window("2010-08", "2018-01")),
        (Window("2018-01"), Window("2018-01", "2020-02")),
        (Window("2020-02", "2020-02"), Window("2020-02", "2020-02")),
        (Window("2021-01", "2022-01"), Window("2010-08", "2020-02", ("from", "to"))),
        (Window("", "2009-01"), Window("2010-08", "2020-02", ("from", "to"))),
        (Window("2018-01", "", ("to",)), Window("2018-01", "2020-02", ("to",))),
    ],
)
def test_clipping_keeps_what_is_held_and_says_when_nothing_was(window, clipped):
    assert window.clip("2010-08", "2020-02") == clipped


def test_an_open_window_adds_nothing_to_a_path():
    assert href("/", Window().query) == "/"
    assert href("/x.csv", Window("2016-10", "2018-01").query) == "/x.csv?from=2016-10&to=2018-01"


@pytest.mark.parametrize(
    ("query", "area"),
    [({}, ""), ({"area": " Leeds "}, "Leeds"), ({"area": ["Leeds", "York"]}, "Leeds"), ({"area": {"a": 1}}, "")],
)
def test_an_area_is_taken_as_text_and_anything_else_is_none(query, area):
    assert Scope.parse(query) == Scope(area, Window())


def test_a_scope_written_as_a_query_reads_back():
    scope = Scope("Kingston upon Hull, City of", Window("2017-02", "2018-01"))
    assert Scope.parse(parse_qs(scope.query)) == scope
    assert Scope().query == ""


def test_a_name_longer_than_any_area_is_cut():
    assert len(Scope.parse({"area": "x" * 9000}).area) == 80
