"""Which area a page shows: by code or name, else the first council by name with the nearest names."""

import pytest

from components.url_state import Scope
from panels.area.figures import area_figures, known, months_of_all
from warehouse.queries import areas


@pytest.mark.parametrize("text", ["Saltmarrow", "saltmarrow", "E06999002", " e06999002 "])
def test_an_area_is_found_by_name_or_code(demo, text):
    found = area_figures(demo, Scope.parse({"area": text}))
    assert (found.area.name, found.unknown) == ("Saltmarrow", False)


@pytest.mark.parametrize(("text", "kind"), [("The Meres", "region"), ("England", "country"), ("Quillshire", "council")])
def test_councils_regions_and_england_can_be_shown(demo, text, kind):
    found = area_figures(demo, Scope(text))
    assert (found.area.name, found.area.type) == (text, kind)


def test_no_area_asked_for_is_the_first_council_by_name(demo):
    found = area_figures(demo, Scope())
    assert found.area.name == min(area.name for area in areas.every(demo, "council"))
    assert not found.unknown
    assert found.nearest == ()


@pytest.mark.parametrize("text", ["Saltmarow", "Resident in Wales", "9900", "\ud800", "x" * 5000, "%"])
def test_an_unknown_area_is_said_and_the_default_is_shown(demo, text):
    found = area_figures(demo, Scope.parse({"area": text}))
    assert found.unknown
    assert found.area == area_figures(demo, Scope()).area


def test_the_nearest_names_are_offered(demo):
    found = area_figures(demo, Scope("Saltmarow"))
    assert found.nearest[0].name == "Saltmarrow"


def test_people_resident_elsewhere_are_not_among_the_choices(view):
    kinds = {area.type for area in known(view)}
    assert kinds == {"country", "region", "council"}


def test_the_months_to_choose_from_hold_those_of_every_area(view):
    offered = months_of_all(view)
    for text in ("England", known(view)[-1].code):
        assert set(area_figures(view, Scope(text)).status) <= set(offered)
