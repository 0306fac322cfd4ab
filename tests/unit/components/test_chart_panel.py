"""A panel: its parts line up with the outputs of a callback, and its drawing has a name."""

import pytest

from components import chart_panel
from components.chart_panel import PARTS, Panel
from components.tables import Column, Table
from tests.unit.components import walk
from tests.unit.components.figure_cases import EVERY

TABLE = Table("delays", "Delayed days, England", (Column("period", "Month", kind="month"), Column("d", "Days")), ())
PANEL = Panel(
    "x", "Delays fell", "Days, England", EVERY[0][1], TABLE, "Source: a file. Build b.", "/export/x.csv", "Kick", "Note"
)


@pytest.fixture(scope="module")
def drawn():
    return chart_panel.draw(PANEL)


def test_every_output_is_a_part_of_the_drawn_panel(drawn):
    found = {component.id: component for component in walk.every(drawn) if getattr(component, "id", None)}
    assert sorted(found) == sorted(f"x-{part}" for part in PARTS)
    for output in chart_panel.outputs("x"):
        assert hasattr(found[output.component_id], output.component_property)


def test_values_line_up_with_outputs(drawn):
    found = {component.id: component for component in walk.every(drawn) if getattr(component, "id", None)}
    outputs, values = chart_panel.outputs("x"), chart_panel.values(PANEL)
    assert len(outputs) == len(values) == len(PARTS)
    for output, value in zip(outputs, values, strict=True):
        shown = getattr(found[output.component_id], output.component_property)
        assert walk.words(shown) == walk.words(value)
        assert type(shown) is type(value)


def test_the_finding_names_the_drawing_and_the_drawing_itself_is_hidden(drawn):
    (image,) = [part for part in walk.every(drawn) if getattr(part, "role", None) == "img"]
    assert walk.properties(image)["aria-labelledby"] == "x-finding"
    assert walk.properties(image.children)["aria-hidden"] == "true"
    (graph,) = walk.of(image, "Graph")
    assert graph.figure == PANEL.figure
    assert graph.config["displayModeBar"] is False


def test_table_csv_and_source_stand_under_the_drawing(drawn):
    (link,) = walk.of(drawn, "A")
    assert link.href == "/export/x.csv"
    assert walk.words(link) == "CSV: delays"
    assert walk.words(walk.of(drawn, "Summary")) == "Show as table: delays"
    assert walk.of(walk.of(drawn, "Details"), "Table")
    assert walk.words(drawn).endswith("Source: a file. Build b.")


@pytest.mark.parametrize(("level", "heading"), [(2, "H2"), (3, "H3")])
def test_the_finding_is_the_heading_of_the_panel(level, heading):
    panel = chart_panel.draw(PANEL, level=level)
    assert walk.words(walk.of(panel, heading)) == "Delays fell"


def test_a_panel_without_a_figure_draws_nothing():
    (graph,) = walk.of(chart_panel.draw(Panel("x", "f", "s", None, TABLE, "Source.", "/x.csv")), "Graph")
    assert graph.figure == {}
