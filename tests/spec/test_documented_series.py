"""Ready dates and delays as a share of occupied beds: values, bases, and what is refused and why."""

import pytest

from domain import status
from domain.documented_indicators import DOCUMENTED
from tests.spec.documented import beds, ready, trusts
from tests.spec.tiny import england, warehouse
from warehouse.queries.areas import Area
from warehouse.queries.series import Ask, NotPublished, check, indicator, series

DELAYS = "period | value\n2018-01 | 150000\n2018-02 | 140000\n2018-04 | 130000"
BEDS = "quarter | org | occupied\n2018-01 | E92000001 | 100000\n2018-01 | DMT01 | 200"
TRUSTS = "period | trust | value\n2018-01 | DMT01 | 310\n2018-02 | DMT01 | -\n2018-01 | DMT02 | 62"
READY = """
period  | area      | type    | measure                | value
2024-04 | E92000001 | country | drd_same_day_pct       | 86.4
2024-04 | E92000001 | country | drd_bed_days           | 150000
2024-04 | DMT01     | provider | drd_same_day_pct      | [x]
2024-04 | E10999001 | council | drd_same_day_pct       | 80
2024-05 | E92000001 | country | drd_bed_days           | 155000
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(
        tmp_path_factory.mktemp("shares"),
        *england(DELAYS),
        *beds(BEDS),
        *trusts(TRUSTS),
        *ready(READY, revised="2024-12-12"),
        *ready(READY.replace("86.4", "99"), current=False),
    )


def ask(view, name, *codes, **window):
    return series(view, Ask(name, **window), list(codes) or ["E92000001"])


def test_the_share_of_beds_is_delayed_days_over_the_bed_days_of_the_month(view):
    found = {one.period: one for one in ask(view, "dtoc_share_of_beds_pct")}
    assert found["2018-01"].value == pytest.approx(150_000 / (100_000 * 31) * 100)
    assert found["2018-02"].value == pytest.approx(140_000 / (100_000 * 28) * 100)
    assert (found["2018-01"].unit, found["2018-01"].status) == ("%", status.DERIVED)


def test_the_base_of_a_share_is_named_with_its_quarter_and_file(view):
    note = ask(view, "dtoc_share_of_beds_pct")[0].note
    assert (
        note == "base: 100,000 beds occupied overnight on an average day of 2017-18 Q4, all sectors (KH03-2018-01.xls)"
    )


def test_a_month_whose_quarter_of_beds_is_not_loaded_is_refused_with_the_reason(view):
    (april,) = ask(view, "dtoc_share_of_beds_pct", start="2018-04")
    assert (april.value, april.status, april.shorthand) == (None, status.REFUSED, status.NOT_AVAILABLE)
    assert april.note == "no occupied beds of 2018-19 Q1 are loaded for E92000001: the share has no base"


def test_a_trust_has_a_share_of_its_own_beds_and_none_without_them_or_without_a_return(view):
    found = {(one.area_code, one.period): one for one in ask(view, "dtoc_share_of_beds_pct", "DMT01", "DMT02")}
    assert found["DMT01", "2018-01"].value == pytest.approx(5.0)
    assert found["DMT01", "2018-02"].status == status.NOT_SUBMITTED
    assert found["DMT02", "2018-01"].status == status.REFUSED


def test_ready_dates_are_given_as_published_in_the_current_version(view):
    (found,) = ask(view, "drd_same_day_pct")
    assert (found.value, found.period, found.status, found.vintage) == (86.4, "2024-04", status.REVISED, "2024-12-12")
    assert ask(view, "drd_same_day_pct", "E10999001")[0].value == 80


def test_a_mark_is_no_number_and_says_why(view):
    (found,) = ask(view, "drd_same_day_pct", "DMT01")
    assert (found.value, found.status, found.shorthand) == (None, status.UNAVAILABLE, "[x]")


def test_bed_days_a_day_divide_by_the_days_of_the_month(view):
    assert [one.value for one in ask(view, "drd_bed_days_per_day")] == [5000, 5000]
    assert [one.period for one in ask(view, "drd_bed_days", start="2024-05")] == ["2024-05"]


@pytest.mark.parametrize("defined", DOCUMENTED, ids=lambda defined: defined.id)
def test_nothing_is_shown_while_a_publication_that_it_needs_has_no_file(tmp_path, defined):
    bare = warehouse(tmp_path, *england(DELAYS))
    with pytest.raises(NotPublished, match="has been loaded yet"):
        series(bare, Ask(defined.id), ["E92000001"])


def test_a_ready_date_has_no_body_or_reason():
    area = Area("E92000001", "England", "country", "", "", "")
    with pytest.raises(NotPublished, match="has no body"):
        check(Ask("drd_same_day_pct", body="nhs"), area)


def test_shares_of_beds_are_refused_for_councils_and_ready_dates_are_not():
    council = Area("E10999001", "Alder", "council", "", "", "")
    check(Ask("drd_same_day_pct"), council)
    with pytest.raises(NotPublished):
        check(Ask("dtoc_share_of_beds_pct"), council)


def test_an_indicator_of_a_publication_that_waits_is_known_by_its_id():
    assert indicator("drd_same_day_pct").label == "Discharged on the ready date"
