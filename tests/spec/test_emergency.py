"""Emergency care in England: per day, estimated months, and what is not published."""

import pytest

from tests.spec.tiny import councils, emergency, warehouse
from warehouse.queries import areas as area_queries
from warehouse.queries.series import Ask, NotPublished, check, series

ENGLAND = "E92000001"
SERIES = """
    period  | measure              | value
    2010-10 | emergency_admissions | 436000
    2010-11 | emergency_admissions | 429000.5
    2015-05 | emergency_admissions | 465000.25
    2015-06 | emergency_admissions | 456000
    2018-02 | emergency_admissions | 448000
    2010-11 | ae_attendances       | 1651000.5
    2015-06 | ae_attendances       | 1900000
    2010-11 | ae_within_4h_pct     | 97.2
    2018-02 | ae_within_4h_pct     | 85
"""
ALDER = "period | nhs | ons | name | value\n2018-02 | DM01 | E10999001 | Alder | 28"


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(tmp_path_factory.mktemp("emergency"), *emergency(SERIES), *councils(ALDER))


def found(view, indicator):
    return {o.period: o for o in series(view, Ask(indicator), [ENGLAND])}


@pytest.mark.parametrize(
    ("indicator", "month", "status"),
    [
        ("emergency_admissions", "2010-10", "published"),
        ("emergency_admissions", "2010-11", "estimated"),
        ("emergency_admissions", "2015-05", "estimated"),
        ("emergency_admissions", "2015-06", "published"),
        ("emergency_admissions_per_day", "2010-11", "estimated"),
        ("ae_attendances", "2010-11", "estimated"),
        ("ae_attendances", "2015-06", "published"),
        ("ae_within_4h_pct", "2010-11", "published"),
    ],
)
def test_months_shared_out_from_weeks_are_estimates(view, indicator, month, status):
    assert found(view, indicator)[month].status == status


def test_per_day_values_use_the_days_of_the_month(view):
    assert found(view, "emergency_admissions_per_day")["2018-02"].value == 16_000
    assert found(view, "emergency_admissions_per_day")["2015-06"].value == 15_200


def test_a_percentage_and_a_fraction_of_a_person_are_kept_as_published(view):
    assert found(view, "ae_within_4h_pct")["2018-02"].value == 85
    assert found(view, "ae_within_4h_pct")["2018-02"].unit == "%"
    assert found(view, "emergency_admissions")["2015-05"].value == 465000.25


@pytest.mark.parametrize("cut", [{"body": "nhs"}, {"reason": "A"}, {"care": "acute"}])
def test_emergency_care_is_not_split_like_delays(view, cut):
    with pytest.raises(NotPublished, match="only delays are split so"):
        check(Ask("emergency_admissions", **cut), area_queries.by_code(view, ENGLAND))


@pytest.mark.parametrize("code", ["E10999001", "E12999001"])
def test_emergency_care_is_published_for_england_only_and_says_where_it_is(view, code):
    with pytest.raises(NotPublished, match=ENGLAND):
        check(Ask("emergency_admissions"), area_queries.by_code(view, code))


@pytest.mark.parametrize(
    ("cut", "published"),
    [
        ({}, True),
        ({"body": "nhs"}, True),
        ({"reason": "E"}, True),
        ({"care": "acute"}, True),
        ({"body": "nhs", "reason": "E"}, False),
        ({"body": "nhs", "care": "acute"}, False),
        ({"reason": "E", "care": "acute"}, False),
        ({"body": "nhs", "reason": "E", "care": "acute"}, False),
    ],
)
def test_crosses_of_delays_are_published_for_england_only(view, cut, published):
    ask = Ask("dtoc_days", **cut)
    check(ask, area_queries.by_code(view, ENGLAND))
    for code in ("E10999001", "E12999001"):
        if published:
            check(ask, area_queries.by_code(view, code))
        else:
            with pytest.raises(NotPublished, match="each split on its own"):
                check(ask, area_queries.by_code(view, code))
