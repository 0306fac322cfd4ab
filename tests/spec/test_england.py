"""England: the national series answers, the workbooks check it, and crosses are added up from published cells."""

import pytest

from tests.spec.tiny import councils, england, warehouse
from warehouse.queries import checks
from warehouse.queries.series import Ask, series

ENGLAND = "E92000001"

COUNCILS = """
    period  | nhs  | ons       | name    | body | reason | care_type | value
    2018-12 | DM01 | E10999001 | Alder   | all  | all    | all       | 600
    2018-12 | DM02 | E10999002 | Birch   | all  | all    | all       | 400
    2018-12 |      |           | England | all  | all    | all       | 1000
    2018-12 |      |           | England | nhs  | all    | all       | 700
    2019-01 |      |           | England | all  | all    | all       | 1100
    2019-02 | DM01 | E10999001 | Alder   | all  | all    | all       | 650
    2019-02 |      |           | England | all  | all    | all       | 1200
    2019-02 |      |           | England | nhs  | all    | all       | 800
"""
SERIES = """
    period  | body        | reason | care_type | value
    2018-12 | all         | all    | all       | 1000
    2018-12 | nhs         | all    | all       | 700
    2018-12 | all         | A      | all       | 300
    2018-12 | all         | all    | acute     | 650
    2018-12 | nhs         | A      | acute     | 120
    2018-12 | nhs         | A      | non_acute | 80
    2018-12 | nhs         | E      | acute     | 500
    2018-12 | social_care | A      | acute     | 60
    2018-12 | social_care | A      | non_acute | 40
    2018-12 | social_care | C      | acute     | 0
    2018-12 | social_care | C      | non_acute | 0
    2018-12 | both        | I      | acute     | 0
    2019-01 | all         | all    | all       | 1174
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(tmp_path_factory.mktemp("england"), *councils(COUNCILS), *england(SERIES, revised="2020-09-10"))


def one(view, period, indicator="dtoc_days", **cut):
    (found,) = series(view, Ask(indicator, period, period, **cut), [ENGLAND])
    return found


def test_where_both_publish_england_the_national_series_is_the_answer(view):
    found = one(view, "2019-01")
    assert (found.value, found.source, found.status, found.vintage) == (1174, "dtoc_england", "revised", "2020-09-10")


def test_a_month_that_the_series_lacks_is_answered_by_the_workbook(view):
    found = one(view, "2019-02")
    assert (found.value, found.source, found.status, found.vintage) == (
        1200,
        "dtoc_councils",
        "published",
        "2018-06-14",
    )
    assert one(view, "2019-02", body="nhs").value == 800


def test_every_month_has_one_england(view):
    found = series(view, Ask("dtoc_days"), [ENGLAND])
    assert [o.period for o in found] == ["2018-12", "2019-01", "2019-02"]


def test_the_other_publication_is_shown_as_a_check_with_the_difference(view):
    assert checks.england(view) == (("2018-12", 1000, 1000, 0), ("2019-01", 1174, 1100, -74))


def test_the_check_compares_every_cell_that_both_publish(view):
    sql = "SELECT STRFTIME(period, '%Y-%m'), body, difference FROM national.england_check ORDER BY 1, 2"
    assert view.rows(sql) == [("2018-12", "all", 0), ("2018-12", "nhs", 0), ("2019-01", "all", -74)]


@pytest.mark.parametrize(
    ("cut", "days"),
    [
        ({"body": "nhs", "reason": "A"}, 200),
        ({"body": "nhs", "reason": "E"}, 500),
        ({"body": "social_care", "reason": "A"}, 100),
        ({"body": "nhs", "care": "acute"}, 620),
        ({"body": "nhs", "care": "non_acute"}, 80),
        ({"reason": "A", "care": "acute"}, 180),
        ({"reason": "A", "care": "non_acute"}, 120),
    ],
)
def test_a_cross_of_two_is_added_up_from_published_cells_and_marked_derived(view, cut, days):
    found = one(view, "2018-12", **cut)
    assert (found.value, found.status, found.source) == (days, "derived", "dtoc_england")


@pytest.mark.parametrize(
    ("cut", "days"),
    [
        ({}, 1000),
        ({"body": "nhs"}, 700),
        ({"reason": "A"}, 300),
        ({"care": "acute"}, 650),
        ({"body": "nhs", "reason": "A", "care": "acute"}, 120),
    ],
)
def test_a_published_cell_is_given_as_published(view, cut, days):
    found = one(view, "2018-12", **cut)
    assert (found.value, found.status, found.shorthand) == (days, "revised", "")


def test_a_pair_that_the_collection_does_not_allow_is_a_zero_of_its_own_kind(view):
    for cut in (
        {"body": "social_care", "reason": "C", "care": "acute"},
        {"body": "both", "reason": "I", "care": "acute"},
    ):
        found = one(view, "2018-12", **cut)
        assert (found.value, found.shorthand) == (0, "[z]")


def test_a_pair_that_the_collection_does_not_allow_keeps_its_shorthand_when_added_up(view):
    found = one(view, "2018-12", body="social_care", reason="C")
    assert (found.value, found.shorthand) == (0, "[z]")


def test_without_a_series_the_workbooks_give_england(tmp_path):
    found = series(warehouse(tmp_path, *councils(COUNCILS)), Ask("dtoc_days"), [ENGLAND])
    assert [(o.period, o.value, o.source) for o in found] == [
        ("2018-12", 1000, "dtoc_councils"),
        ("2019-01", 1100, "dtoc_councils"),
        ("2019-02", 1200, "dtoc_councils"),
    ]
