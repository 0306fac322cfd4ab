"""A&E by provider: published as sent, boards and regions as sums, missing never zero, mergers bridged."""

import pytest

from tests.spec.tiny import councils, emergency, providers, release, warehouse
from warehouse.queries import mergers, organisations, places
from warehouse.queries.areas import UnknownArea
from warehouse.queries.series import Ask, NotPublished, check, series

ENGLAND = "E92000001"
FACTS = """
    period  | code  | measure              | value | region        | icb   | mark
    --------+-------+----------------------+-------+---------------+-------+-----
    2018-01 | DMT01 | emergency_admissions | 310   | Moor and Tarn | DMI01 |
    2018-01 | DMT02 | emergency_admissions | 620   | Moor and Tarn | DMI01 |
    2018-01 | DMT03 | emergency_admissions | -     | Moor and Tarn | DMI02 |
    2018-01 | DMT04 | emergency_admissions | 0     | Vale and Fen  |       |
    2018-02 | DMT01 | emergency_admissions | 280   | Moor and Tarn |       |
    2018-02 | DMT02 | emergency_admissions | -     | Moor and Tarn |       |
    2018-01 | DMT01 | ae_attendances       | 1000  | Moor and Tarn | DMI01 |
    2018-01 | DMT01 | ae_over_4h           | 100   | Moor and Tarn | DMI01 |
    2018-01 | DMT01 | ae_within_4h_pct     | 90    | Moor and Tarn | DMI01 |
    2018-01 | DMT02 | ae_attendances       | 3000  | Moor and Tarn | DMI01 |
    2018-01 | DMT02 | ae_over_4h           | 1100  | Moor and Tarn | DMI01 |
    2018-01 | DMT02 | ae_within_4h_pct     | 63.3333333333 | Moor and Tarn | DMI01 |
    2018-01 | DMT03 | ae_attendances       | 500   | Moor and Tarn | DMI02 |
    2018-01 | DMT03 | ae_over_4h           | -     | Moor and Tarn | DMI02 |
    2018-01 | DMT03 | ae_within_4h_pct     | -     | Moor and Tarn | DMI02 |
    2018-01 | DMT04 | ae_attendances       | 0     | Vale and Fen  |       |
    2018-01 | DMT04 | ae_over_4h           | 0     | Vale and Fen  |       |
    2018-01 | DMT04 | ae_within_4h_pct     | -     | Vale and Fen  |       | [z]
"""
NATIONAL = """
    period  | measure              | value
    2018-01 | emergency_admissions | 935
    2018-02 | emergency_admissions | 900
"""
ALDER = "period | nhs | ons | name | value\n2018-02 | DM01 | E10999001 | Alder | 28"


def directory(**successors):
    """A directory of trusts and what took them over."""
    from etl.source import Parsed

    size = len(successors)
    columns = {
        "code": list(successors),
        "name": [f"{code} NHS TRUST" for code in successors],
        "kind": ["provider"] * size,
        **{name: [""] * size for name in ("region", "icb_code", "valid_from", "valid_to")},
        "successor_code": list(successors.values()),
    }
    return release("organisation_changes", "directory", Parsed("d", "d", "2018-02", "2018-02", {"directory": columns}))


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    releases = (*providers(FACTS), *emergency(NATIONAL), *councils(ALDER), directory(DMT02="DMT01"))
    return warehouse(tmp_path_factory.mktemp("providers"), *releases)


def found(view, code, indicator="emergency_admissions"):
    return {one.period: one for one in series(view, Ask(indicator), [code])}


def test_a_trust_has_what_was_published_for_it(view):
    one = found(view, "DMT01")["2018-01"]
    assert (one.value, one.status, one.source, one.vintage) == (310, "published", "ae_providers", "2018-04-12")
    assert found(view, "DMT01", "emergency_admissions_per_day")["2018-02"].value == 10


def test_not_submitted_zero_and_nobody_are_three_things(view):
    missing, zero = found(view, "DMT03")["2018-01"], found(view, "DMT04")["2018-01"]
    nobody = found(view, "DMT04", "ae_within_4h_pct")["2018-01"]
    assert (missing.value, missing.status, missing.shorthand) == (None, "not_submitted", "[x]")
    assert (zero.value, zero.status, zero.shorthand) == (0, "published", "")
    assert (nobody.value, nobody.status, nobody.shorthand) == (None, "not_applicable", "[z]")


def test_a_region_is_the_sum_of_its_providers_and_says_how_many(view):
    one = found(view, "DMR01")["2018-01"]
    assert (one.value, one.status) == (930, "derived")
    assert one.note == "sum of 2 providers, 1 more not submitted"


def test_a_sum_of_nothing_but_missing_returns_is_missing(view):
    one = found(view, "DMI02")["2018-01"]
    assert (one.value, one.status, one.shorthand) == (None, "not_submitted", "[x]")


def test_a_sum_of_zeros_is_zero(view):
    assert found(view, "DMR02")["2018-01"].value == 0


def test_a_share_of_a_board_is_that_of_its_counts_and_leaves_out_who_sent_no_waits(view):
    assert found(view, "DMI01", "ae_within_4h_pct")["2018-01"].value == pytest.approx(100 * 2800 / 4000)
    region = found(view, "DMR01", "ae_within_4h_pct")["2018-01"]
    assert region.value == pytest.approx(70)
    assert region.note == "sum of 2 providers, 1 more not submitted"


def test_a_month_whose_file_prints_no_board_uses_the_last_known_one_and_says_so(view):
    one = found(view, "DMI01")["2018-02"]
    assert one.value == 280
    assert one.note == "sum of 1 provider, 1 more not submitted; by the board they last belonged to"


def test_england_is_the_national_series_whatever_the_providers_add_up_to(view):
    assert found(view, ENGLAND)["2018-01"].value == 935
    assert found(view, ENGLAND)["2018-01"].source == "ae_england"
    rows = view.rows(
        "SELECT national_value, providers_value, difference, providers, missing FROM national.emergency_check"
    )
    assert sorted(rows) == [(900, 280, -620, 1, 1), (935, 930, -5, 3, 1)]


def test_a_merger_is_bridged_by_adding_the_forerunner(view):
    bridged = {one.period: one for one in mergers.bridged(view, Ask("emergency_admissions"), "DMT01")}
    assert (bridged["2018-01"].value, bridged["2018-01"].status) == (930, "derived")
    assert bridged["2018-01"].note == "with DMT02, before the merger"
    assert found(view, ENGLAND)["2018-01"].value == 935


def test_a_merger_with_a_missing_return_has_no_sum(view):
    bridged = {one.period: one for one in mergers.bridged(view, Ask("emergency_admissions"), "DMT01")}
    assert (bridged["2018-02"].value, bridged["2018-02"].shorthand) == (None, "[x]")
    assert "DMT02 not submitted" in bridged["2018-02"].note


def test_a_share_across_a_merger_is_that_of_the_added_counts(view):
    (one,) = mergers.bridged(view, Ask("ae_within_4h_pct"), "DMT01")
    assert (one.value, one.unit) == (pytest.approx(70), "%")


def test_a_trust_without_forerunners_is_itself(view):
    assert mergers.bridged(view, Ask("emergency_admissions"), "DMT04") == series(
        view, Ask("emergency_admissions"), ["DMT04"]
    )


def test_places_are_found_by_name_and_code_whatever_they_are(view):
    assert places.find(view, "DMT01 NHS Trust").code == "DMT01"
    assert places.find(view, "moor and tarn").type == "nhs_region"
    assert places.find(view, "Alder").code == "E10999001"
    assert places.find(view, "England", "emergency_care").code == ENGLAND
    with pytest.raises(UnknownArea, match="nearest: "):
        places.find(view, "DMT9")


def test_a_council_still_has_no_emergency_admissions(view):
    with pytest.raises(NotPublished, match="no national file has it by council or region; ask for England"):
        check(Ask("emergency_admissions"), places.find(view, "Alder"))


def test_a_trust_has_no_delays(view):
    with pytest.raises(NotPublished, match="no file loaded has it by NHS organisation"):
        check(Ask("dtoc_days"), places.find(view, "DMT01"))


def test_members_of_a_region_are_its_providers(view):
    assert [one.code for one in organisations.members(view, "DMR01")] == ["DMT01", "DMT02", "DMT03"]
