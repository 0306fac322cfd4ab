"""The rate of false alarms: measured once a build, kept beside the builds, read by the methods page."""

import json
import shutil

import pytest

from components.methods import evidence_tables
from etl import alarms
from panels.methods import alarms as panel
from tests.unit.components import walk
from warehouse.builds import Builds
from warehouse.queries.alarms import NOTE
from warehouse.queries.alarms import alarms as read
from warehouse.reader import Reader


@pytest.fixture
def root(demo_root, tmp_path):
    return shutil.copytree(demo_root, tmp_path / "demo", symlinks=True)


def test_it_is_measured_once_a_build(root, monkeypatch):
    alarms.keep(root)
    found = read(Reader(root).view())
    assert found.build == Builds(root).current_id()
    assert 0 < found.alarms < found.starts
    assert (found.first, found.last, found.every) == ("2015-04", "2019-03", 6)
    monkeypatch.setattr(alarms, "false_alarms", lambda *_, **__: pytest.fail("measured again"))
    alarms.keep(root)


def test_without_figures_nothing_is_measured(tmp_path):
    alarms.keep(tmp_path)
    assert not (tmp_path / NOTE).exists()


def test_the_page_says_rate_councils_months_and_build_and_that_they_are_invented(root):
    alarms.keep(root)
    view = Reader(root).view()
    rate, where, invented = panel.lines(view)
    assert f"{read(view).starts} made-up starts" in rate
    assert "April\u00a02015 to March\u00a02019" in where.replace(" to ", " to ")
    assert view.id in where
    assert invented == panel.INVENTED


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"build": 1}', json.dumps({"build": "b", "first": "x", "last": "y", "starts": "9"})]
)
def test_a_note_that_cannot_be_read_is_not_measured(root, content):
    (root / NOTE).write_text(content)
    assert panel.lines(Reader(root).view()) == (panel.NOT_MEASURED,)


def test_every_verdict_and_reason_is_in_the_table_of_the_methods():
    from analysis.impact import reasons

    table = evidence_tables.verdicts()
    assert {row[0] for row in table.rows} == set(reasons.WORDS.values())
    assert {row[1] for row in table.rows} >= {why for why, _ in reasons.REASONS.values()}


def test_the_methods_page_shows_the_sections_on_evidence(client):
    import dash

    layout = dash.page_registry["pages.methods"]["layout"]()
    said = walk.words(layout)
    for words in ("False alarm", "20190411", "python -m benchmarks.coverage", "Substituted", "Placebo areas"):
        assert words.casefold() in said.casefold()
    assert "because" not in said.casefold().split("what a scheme changed")[1].split("what is refused")[0]
