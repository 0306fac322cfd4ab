"""Asking the population interface: years, pages, geographies, and a silent or changed interface."""

import pytest

from etl.demo import nomis
from etl.demo.councils import councils
from etl.fetch import AddressRefused, FetchFailed
from etl.sources import population
from tests.unit.etl.site import UNREACHABLE, Site, levels

TOTALS = population.totals_address()
GEOGRAPHIES = ("TYPE423", "TYPE431", "TYPE463")
HEAD = '"DATE_NAME","GEOGRAPHY_NAME","GEOGRAPHY_CODE","C_AGE_NAME","OBS_VALUE","RECORD_COUNT"'


def probe(geography, rows=13_832, head=HEAD):
    address = population.year_address(2018, geography) + "&recordlimit=1"
    return {address: f'{head}\r\n"2018","Quillshire","E10999001","Age 0",1,{rows}\r\n'}


def totals(*years):
    return {
        TOTALS: "\r\n".join(
            ['"DATE_NAME","GEOGRAPHY_CODE","OBS_VALUE"', *(f'"{y}","E92000001",56000000' for y in years)]
        )
    }


def discover(pages):
    return population.discover(Site(pages).browse())


def test_the_demonstration_interface_offers_every_year_newest_first():
    found = discover(nomis.answers(councils()))
    assert [candidate.hint for candidate in found.candidates] == [
        f"{year}-06" for year in (2018, 2017, 2016, 2015, 2014)
    ]
    assert found.messages == ()


def test_closed_years_may_be_a_week_old_and_the_latest_is_asked_for_each_time():
    found = discover({**totals(2016, 2018, 2017), **probe("TYPE423")})
    assert {c.text: c.max_age for c in found.candidates} == {"mid-2018": 0, "mid-2017": 7, "mid-2016": 7}


@pytest.mark.parametrize(("rows", "more"), [(13_832, 0), (25_000, 0), (25_001, 1), (75_000, 2)])
def test_a_year_of_many_rows_is_asked_for_in_pages(rows, more):
    (candidate,) = discover({**totals(2018), **probe("TYPE423", rows)}).candidates
    assert candidate.url == population.year_address(2018, "TYPE423")
    assert candidate.pages == tuple(
        population.year_address(2018, "TYPE423", 25_000 * page) for page in range(1, more + 1)
    )
    assert len({candidate.url, *candidate.pages}) == 1 + more


def test_the_next_geography_is_tried_where_the_first_is_unknown_with_a_warning():
    found = discover({**totals(2018), **probe("TYPE431")})
    assert "TYPE431" in found.candidates[0].url
    assert levels(found) == ["warning"]
    assert "TYPE423" in found.messages[0].text


def test_an_interface_that_knows_no_geography_is_an_error():
    found = discover(totals(2018))
    assert found.candidates == ()
    assert levels(found) == ["warning"] * 3 + ["error"]


def test_a_geography_without_rows_is_as_good_as_unknown():
    found = discover({**totals(2018), **probe("TYPE423", 0), **probe("TYPE463")})
    assert "TYPE463" in found.candidates[0].url


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(UNREACHABLE, id="silent"),
        pytest.param(FetchFailed("404", gone=True), id="gone"),
        pytest.param("<html>Sorry</html>", id="a web page"),
        pytest.param("DATE_NAME,VALUE\r\n2018,1\r\n", id="other columns"),
        pytest.param("DATE_NAME,OBS_VALUE\r\n2018,many\r\n", id="no numbers"),
        pytest.param(AddressRefused("example.org is not one of the publishers' hosts"), id="moved to another host"),
    ],
)
def test_an_interface_that_gives_no_totals_is_one_error_and_the_years_held_are_kept(answer):
    found = discover({TOTALS: answer})
    assert found.candidates == ()
    assert levels(found) == ["error"]
    assert "the years held are kept" in found.messages[0].text


def test_an_interface_that_knows_no_year_is_said_to_have_changed():
    found = discover({**totals(), **probe("TYPE423")})
    assert "error" in levels(found)
    assert any("changed" in message.text for message in found.messages)


def test_a_probe_without_the_number_of_rows_is_as_good_as_unknown():
    pages = {**totals(2018), **probe("TYPE423", head=HEAD.replace("RECORD_COUNT", "ROWS")), **probe("TYPE431")}
    assert "TYPE431" in discover(pages).candidates[0].url
