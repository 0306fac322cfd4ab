"""The frame of every page: skip link first, landmarks, navigation, a status region."""

import pytest
from dash import html

from components import page_head, shell, states
from components.shell import NavItem
from tests.unit.components import walk


@pytest.fixture(scope="module")
def frame():
    return shell.frame(html.Div("the page"), [NavItem("National", "/"), NavItem("Data", "/data")])


def test_the_skip_link_comes_first_and_leads_to_the_content(frame):
    first = frame.children[0]
    assert walk.words(first) == "Skip to the content"
    (main,) = walk.of(frame, "Main")
    assert first.href == f"#{main.id}"
    assert main.tabIndex == -1


@pytest.mark.parametrize("landmark", ["Header", "Nav", "Main", "Footer"])
def test_each_landmark_is_there_once(frame, landmark):
    assert len(walk.of(frame, landmark)) == 1


def test_the_navigation_lists_what_it_is_given_in_order_and_has_a_name(frame):
    (bar,) = walk.of(frame, "Nav")
    assert [(walk.words(link), link.href) for link in walk.of(bar, "Link")] == [("National", "/"), ("Data", "/data")]
    assert walk.properties(bar)["aria-label"] == "Pages"


def test_only_links_to_pages_that_show_areas_can_carry_one_along():
    pages = [NavItem("National", "/"), NavItem("Strategic", "/s", areas=True), NavItem("Operational", "/o", areas=True)]
    links = walk.of(walk.of(shell.frame(html.Div(), pages), "Nav"), "Link")
    names = {link.href: getattr(link, "id", "") for link in links}
    assert names["/"] == ""
    carrying = [names["/s"], names["/o"]]
    assert len(set(carrying)) == 2
    assert all(name.startswith(shell.AREAS) for name in carrying)


def test_one_polite_status_region_is_empty_at_first(frame):
    (status,) = [part for part in walk.every(frame) if getattr(part, "role", None) == "status"]
    assert walk.properties(status)["aria-live"] == "polite"
    assert walk.words(status) == ""


def test_the_licence_of_the_figures_is_named(frame):
    assert "Open Government Licence v3.0" in walk.words(walk.of(frame, "Footer"))


def test_a_page_carries_its_title_where_the_browser_finds_it():
    page = shell.page(title="A – B", children=[html.P("x")], doc_title_id="a-title")
    (title,) = [part for part in walk.every(page) if getattr(part, "id", None) == "a-title"]
    assert walk.properties(title)["data-title"] == "A – B"
    assert title.hidden is True


def test_the_head_is_one_focusable_heading_with_answer_and_freshness():
    head = page_head.draw("Where are we?", ["Here."], "Data to May 2018.", crumb="England")
    (heading,) = walk.of(head, "H1")
    assert heading.tabIndex == -1
    assert walk.words(head) == "EnglandWhere are we?Here.Data to May 2018."


def test_parts_of_an_address_that_were_left_out_are_named_once():
    assert states.ignored(()) == []
    said = walk.words(states.ignored(("from", "to", "from")))
    assert "‘from’ and ‘to’" in said
    assert said.count("from") == 1


def test_demonstration_data_say_so_and_never_in_red():
    banner = states.demonstration()
    assert walk.words(banner).startswith("Demonstration data — not real figures.")
    assert "amber" in walk.of(banner, "Div")[1].className


@pytest.mark.parametrize(("refreshing", "said"), [(True, "on their way"), (False, "make run")])
def test_a_page_without_figures_says_what_happens_or_what_to_do(refreshing, said):
    assert said in walk.words(states.no_warehouse(refreshing))
