"""Values of councils: days, beds, and what stands where there is no number."""

import pytest

from tests.spec.tiny import councils, warehouse
from warehouse.queries import coverage
from warehouse.queries.series import Ask, bodies, series

CODE = "E10999001"
PUBLISHED = """
    period  | nhs  | ons       | name    | body        | value
    2018-01 | DM01 | E10999001 | Alder   | all         | 310
    2018-01 | DM01 | E10999001 | Alder   | nhs         | 155
    2018-01 | DM01 | E10999001 | Alder   | social_care | 155
    2018-01 | DM01 | E10999001 | Alder   | both        | 0
    2018-02 | DM01 | E10999001 | Alder   | all         | 280
    2018-04 | DM01 | E10999001 | Alder   | all         | 300
    2018-04 | DM01 | E10999001 | Alder   | nhs         | 300
    2018-04 | DM01 | E10999001 | Alder   | social_care | -
    2018-05 | DM01 | E10999001 | Alder   | all         | -
    2018-05 | DM01 | E10999001 | Alder   | nhs         | -
    2018-06 | DM01 | E10999001 | Alder   | all         | 0
"""
REVISED = """
    period  | nhs  | ons       | name  | value
    2016-02 | DM01 | E10999001 | Alder | 290
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    files = [*councils(PUBLISHED), *councils(REVISED, published="2016-04-14", revised="2018-05-10")]
    return warehouse(tmp_path_factory.mktemp("values"), *files)


def found(view, indicator="dtoc_days", **ask):
    return {o.period: o for o in series(view, Ask(indicator, **ask), [CODE])}


@pytest.mark.parametrize(
    ("month", "beds"), [("2018-01", 10), ("2018-02", 10), ("2018-04", 10), ("2018-06", 0), ("2016-02", 10)]
)
def test_beds_are_days_divided_by_the_days_of_the_month(view, month, beds):
    assert found(view, "dtoc_beds")[month].value == beds
    assert found(view, "dtoc_beds")[month].unit == "people per day"


@pytest.mark.parametrize("indicator", ["dtoc_days", "dtoc_beds", "dtoc_beds_per_100k_18plus"])
def test_a_return_that_was_not_sent_is_no_number_and_says_so(view, indicator):
    for observation in (found(view, indicator)["2018-05"], found(view, indicator, body="nhs")["2018-05"]):
        assert (observation.value, observation.status, observation.shorthand) == (None, "not_submitted", "[x]")


def test_a_published_zero_is_a_zero(view):
    observation = found(view)["2018-06"]
    assert (observation.value, observation.status, observation.shorthand) == (0, "published", "")


def test_a_part_that_is_missing_leaves_the_total_and_the_other_parts(view):
    assert found(view)["2018-04"].value == 300
    assert found(view, body="nhs")["2018-04"].value == 300
    assert found(view, body="social_care")["2018-04"].value is None


def test_a_file_that_says_revised_makes_its_values_revised(view):
    assert (found(view)["2016-02"].status, found(view)["2016-02"].vintage) == ("revised", "2018-05-10")
    assert (found(view)["2018-01"].status, found(view)["2018-01"].vintage) == ("published", "2018-06-14")


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("", "", ["2016-02", "2018-01", "2018-02", "2018-04", "2018-05", "2018-06"]),
        ("2018-02", "", ["2018-02", "2018-04", "2018-05", "2018-06"]),
        ("", "2018-01", ["2016-02", "2018-01"]),
        ("2018-02", "2018-04", ["2018-02", "2018-04"]),
        ("2018-03", "2018-03", []),
    ],
)
def test_a_window_holds_the_months_that_a_file_holds_and_no_others(view, start, end, months):
    assert list(found(view, start=start, end=end)) == months


def test_bodies_come_in_their_fixed_order_with_the_total_last(view):
    split = bodies(view, Ask("dtoc_beds", "2018-01", "2018-01"), CODE)
    assert {body: [o.value for o in observations] for body, observations in split.items()} == {
        "nhs": [5],
        "social_care": [5],
        "both": [0],
        "all": [10],
    }
    assert list(split) == ["nhs", "social_care", "both", "all"]


def test_the_months_that_are_held_their_gaps_and_missing_returns_are_known(view):
    months = coverage.months(view, "dtoc_councils")
    assert months == ("2016-02", "2018-01", "2018-02", "2018-04", "2018-05", "2018-06")
    assert coverage.gaps(months[1:]) == ("2018-03",)
    assert coverage.gaps(()) == ()
    assert coverage.not_submitted(view) == (("2018-05", "Alder"),)
