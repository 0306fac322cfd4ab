"""NHS organisations learnt from files: the last name wins, months are kept, the directory fills in the rest."""

import pytest

from domain import organisations
from etl.source import Parsed
from tests.spec.tiny import release, rows, warehouse
from warehouse.queries import organisations as queries

JANUARY = """
    code  | name                              | kind       | region             | icb_code
    ------+-----------------------------------+------------+--------------------+---------
    DMT01 | HARTSMERE HOSPITALS NHS TRUST     | provider   | NHS ENGLAND MOOR AND TARN | DMI01
    DMT02 | Lowmarsh hospitals nhs trust      | provider   | Moor and Tarn      |
    DMI01 | NHS NORTHMOOR INTEGRATED CARE BOARD | icb      | DMR01              |
"""
JUNE = """
    code  | name                                     | kind     | region       | icb_code
    ------+------------------------------------------+----------+--------------+---------
    DMT01 | HARTSMERE AND TARN NHS FOUNDATION TRUST  | provider | VALE AND FEN | DMI01
    D7T5G | NHS SOMEWHERE INTEGRATED CARE BOARD      | icb      | Atlantis     |
"""
DIRECTORY = """
    code  | name                 | kind     | region | icb_code | valid_from | valid_to   | successor_code
    ------+----------------------+----------+--------+----------+------------+------------+---------------
    DMT02 | LOWMARSH NHS TRUST   | provider | DMR03  | DMI02    | 2001-04-01 | 2024-03-31 | DMT03
    DMT03 | LINDEN NHS TRUST     | provider | DMR02  | DMI03    | 2012-04-01 | 2025-03-31 | DMT01
"""


def named(month, text, *, source="ae_england", table="organisations"):
    found = rows(text)
    columns = {name: [row[name] for row in found] for name in found[0]}
    return release(source, f"{table}-{month}", Parsed(month, "Named", month, month, {table: columns}))


@pytest.fixture
def view(tmp_path):
    releases = (named("2024-06", JUNE), named("2024-01", JANUARY), named("2024-01", DIRECTORY, table="directory"))
    return warehouse(tmp_path, *releases)


def test_the_last_published_name_and_place_win_and_the_first_and_last_month_are_kept(view):
    trust = queries.find(view, "dmt01")
    assert trust.name == "Hartsmere and Tarn NHS Foundation Trust"
    assert trust.published_name == "HARTSMERE AND TARN NHS FOUNDATION TRUST"
    assert (trust.first_period, trust.last_period) == ("2024-01", "2024-06")
    assert (trust.region_code, trust.icb_code) == ("DMR02", "DMI01")


def test_the_place_of_a_month_stays_as_its_file_printed_it(view):
    found = view.rows(
        "SELECT code, STRFTIME(period, '%Y-%m'), region_code, icb_code FROM national.memberships ORDER BY code, period"
    )
    assert found == [
        ("DMT01", "2024-01", "DMR01", "DMI01"),
        ("DMT01", "2024-06", "DMR02", "DMI01"),
        ("DMT02", "2024-01", "DMR01", None),
    ]


def test_the_directory_gives_days_and_successors_but_no_name_that_a_publication_prints(view):
    trust = queries.find(view, "Lowmarsh hospitals NHS trust")
    assert (trust.valid_from, trust.valid_to, trust.successor_code) == ("2001-04-01", "2024-03-31", "DMT03")
    assert (trust.region_code, trust.icb_code) == ("DMR01", "DMI02")


def test_successors_are_followed_to_the_organisation_of_today(view):
    assert queries.became(view, "DMT02") == "DMT01"
    assert queries.became(view, "DMT01") == "DMT01"
    assert [one.code for one in queries.forerunners(view, "DMT01")] == ["DMT02", "DMT03"]


def test_a_region_that_only_members_name_is_an_organisation_too(view):
    regions = queries.every(view, organisations.NHS_REGION)
    assert [(one.code, one.name, one.first_period, one.last_period) for one in regions] == [
        ("DMR01", "Moor and Tarn", "2024-01", "2024-01"),
        ("DMR02", "Vale and Fen", "2024-06", "2024-06"),
    ]


def test_a_board_code_of_another_length_is_kept_and_flagged(view):
    board = queries.by_code(view, "D7T5G")
    assert board.flag == "code of 5 characters, where boards had three before 2026"
    assert board.region_code == ""


def test_members_are_the_providers_of_a_board_or_region(view):
    assert [one.code for one in queries.members(view, "DMI01")] == ["DMT01"]
    assert [one.code for one in queries.members(view, "DMR01")] == ["DMT02"]
    assert [one.code for one in queries.members(view, "DMR01", organisations.ICB)] == ["DMI01"]


def test_an_unknown_organisation_names_the_nearest(view):
    with pytest.raises(queries.UnknownOrganisation, match=r"Hartsmere and Tarn NHS Foundation Trust \(DMT01\)"):
        queries.find(view, "Hartsmere")
