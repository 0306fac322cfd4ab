"""Source lines: every panel names its publications, their issue, the file and the build."""

import pytest

from components.url_state import Window
from panels import sources
from panels.home import admissions, delays, movers, pressure
from panels.home.england import england
from tests.unit.panels.asked import said_month
from warehouse.queries import freshness

PANELS = {
    "delays": (lambda view: delays.panel(view, Window()), ["dtoc_england"]),
    "admissions": (lambda view: admissions.panel(view, Window()), ["ae_england"]),
    "pressure": (pressure.panel, ["dtoc_england", "ae_england"]),
    "movers": (movers.panel, ["dtoc_councils"]),
}


def _said_day(day) -> str:
    return f"{day.day}\u00a0{said_month(f'{day.year}-{day.month:02d}')}"


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_names_publication_issue_file_and_build(view, name):
    make, used = PANELS[name]
    line, held = make(view).source, freshness.held(view)
    assert line.startswith("Source: ")
    assert f"Build {view.id}." in line
    for source in used:
        one = held[source]
        assert one.name in line
        assert one.file_name in line
        issued = one.revised if one.revised and one.current_files == 1 else one.published
        assert _said_day(issued) in line


@pytest.mark.parametrize("name", PANELS)
def test_invented_figures_never_carry_a_real_publisher(demo, name):
    line = PANELS[name][0](demo).source
    assert "demonstration publication (invented)" in line
    assert "NHS England" not in line


def test_many_files_are_counted_and_the_latest_is_named(demo):
    held = freshness.held(demo)["dtoc_councils"]
    assert f"({held.current_files} files, latest {held.file_name})" in movers.panel(demo).source
    assert held.current_files == 48


def test_a_publication_that_is_not_held_leaves_no_empty_words(demo):
    line = sources.line(england(demo, Window()), "no_such_source")
    assert line == f"Source: no file held. Build {demo.id}."
