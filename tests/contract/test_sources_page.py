"""The page of sources is what the registry makes of it, and names every source."""

from pathlib import Path

import pytest

from domain.documented_indicators import DOCUMENTED
from domain.indicators import INDICATORS
from domain.successors import SUCCESSORS
from etl import cli, sources_page
from etl.sources import SOURCES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "SOURCES.md"


def test_the_committed_page_is_up_to_date():
    made = sources_page.markdown(SOURCES)
    assert PAGE.read_text("utf-8").rstrip() == made.rstrip(), "run: python -m etl sources --markdown > docs/SOURCES.md"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_a_source_is_described_with_publisher_page_and_tables(source):
    section = sources_page.markdown([source])
    for fact in (source.title, source.publisher, source.landing, *source.tables):
        assert fact in section
    assert ("not yet seen: read" in section) is not source.seen
    assert "| part of the layout | our words | wordings known |" in section


def test_every_indicator_belongs_to_a_source_of_the_page():
    named = {name for source in SOURCES for name in sources_page.indicators(source)}
    assert {one.id for one in (*INDICATORS, *DOCUMENTED, *SUCCESSORS)} <= named


def test_the_command_prints_a_line_a_source_and_the_whole_page(capsys):
    assert cli.run(["sources"]) == 0
    assert len(capsys.readouterr().out.strip().splitlines()) == len(SOURCES)
    assert cli.run(["sources", "--markdown"]) == 0
    assert capsys.readouterr().out.rstrip() == PAGE.read_text("utf-8").rstrip()
