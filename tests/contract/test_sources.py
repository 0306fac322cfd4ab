"""Every source keeps the protocol: a module, a line in the registry, a layout file, demonstration files."""

import csv
import importlib
import pkgutil
import re
from urllib.parse import urlsplit

import pytest

from domain import periods
from domain.documented_indicators import DOCUMENTED
from domain.indicators import INDICATORS
from etl import layout, sources
from etl.browse import Browser
from etl.fetch import Addresses
from etl.fetch.folder import FolderFetcher
from etl.sources import SOURCE_BY_ID, SOURCES
from tests.conftest import HOSTS
from warehouse.tables import TABLE_BY_NAME

MODULES = [module.name for module in pkgutil.iter_modules(sources.__path__)]
LAYOUTS = sorted(file.stem for file in layout.FOLDER.glob("*.csv"))
each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_of_the_folder_stands_in_the_registry_under_its_name(module):
    assert SOURCE_BY_ID[module] is importlib.import_module(f"etl.sources.{module}").SOURCE


def test_the_registry_names_each_source_once_and_no_other():
    assert sorted(source.id for source in SOURCES) == sorted(MODULES)


def test_national_sources_come_first_then_councils_and_the_largest_last():
    assert [source.national for source in SOURCES] == sorted((source.national for source in SOURCES), reverse=True)
    assert SOURCES[0].id == "dtoc_england"
    others = [source.id for source in SOURCES if not source.national]
    assert others.index("ascof") < others.index("dtoc_councils") < others.index("dtoc_extracts")
    assert SOURCES[-1].id == "dtoc_extracts"


def test_each_source_has_a_layout_file_and_each_layout_file_a_source():
    assert sorted(MODULES) == LAYOUTS


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_file_is_made_of_whole_lines_with_patterns_that_can_be_used(name):
    with open(layout.FOLDER / f"{name}.csv", encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        rows = list(reader)
    assert reader.fieldnames == ["part", "name", "pattern", "seen"]
    for row in rows:
        assert None not in row
        assert row["part"]
        assert row["pattern"]
        re.compile(row["pattern"])
    assert len({(row["part"], row["name"], row["pattern"]) for row in rows}) == len(rows)


@each_source
def test_a_source_says_who_publishes_it_where_and_under_which_licence(source):
    assert source.name
    assert source.title
    assert source.publisher
    assert source.licence == "Open Government Licence v3.0"
    parts = urlsplit(source.landing)
    assert parts.scheme == "https"
    assert parts.hostname in source.hosts
    assert not source.ended or periods.month(source.ended)
    assert set(source.tables) <= set(TABLE_BY_NAME)


@each_source
def test_a_source_that_has_not_been_seen_shows_no_indicator_by_itself(source):
    if not source.seen:
        assert not [one.id for one in (*INDICATORS, *DOCUMENTED) if one.family in source.tables and not one.needs]


@pytest.fixture(scope="module")
def fetcher(demo_site):
    return FolderFetcher(Addresses(HOSTS), demo_site)


def _found(source, fetcher):
    told = []
    discovery = source.discover(Browser(fetcher, about=source.id, tell=lambda about, message: told.append(message)))
    return discovery, told


@each_source
def test_demonstration_files_are_found_on_their_pages_without_a_failure(source, fetcher):
    discovery, told = _found(source, fetcher)
    assert discovery.candidates
    assert not [message for message in (*discovery.messages, *told) if message.level == "error"]


@each_source
def test_demonstration_files_are_read_and_pass_every_check(source, fetcher):
    keys, tables = [], set()
    for candidate in _found(source, fetcher)[0].candidates:
        parsed = source.parse(b"".join(fetcher.get(url).body for url in (candidate.url, *candidate.pages)))
        source.check(parsed)
        assert parsed.rows
        assert parsed.start <= parsed.end
        keys.append(parsed.key)
        tables |= set(parsed.tables)
    assert len(set(keys)) == len(keys)
    assert set(source.tables) <= tables
    assert (keys == ["series"]) == source.whole
