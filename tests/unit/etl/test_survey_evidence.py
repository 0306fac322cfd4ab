"""What a national survey says of a scheme: which rounds are read, and when none may be compared."""

import json

import pytest

from analysis.impact.window import window
from etl.local.case import Case
from etl.local.designs import SURVEY
from etl.local.exact import Exact
from etl.local.surveys import survey_evidence

CONTROL = {"indicator_id": "I25", "kind": "proportion", "national": "control_over_daily_life", "good": "up"}


def evidence(values, margins, *, start, last):
    series = Exact(CONTROL, "E06999001", "", values, 12, margins=margins)
    case = Case({"expected": None}, series, window(start, last=last, first=min(values)), ())
    return survey_evidence(case)


def test_a_year_that_holds_the_start_stands_for_neither_side():
    values = {"2016-04": 74.1, "2017-04": 60.0, "2018-04": 78.0}
    margins = {"2016-04": 4.4, "2017-04": 4.4, "2018-04": 4.6}
    found = evidence(values, margins, start="2017-08", last="2019-03").records[SURVEY]
    assert (found["mean_before"], found["mean_after"], found["estimate"]) == (74.1, 78.0, 3.9)
    assert json.loads(found["details"]) == {"needs": 6.37, "then": 4.4, "now": 4.6}


@pytest.mark.parametrize("margins", [{}, {"2016-04": 4.4}])
def test_without_a_margin_on_both_sides_there_is_no_estimate(margins):
    found = evidence({"2016-04": 74.1, "2018-04": 78.0}, margins, start="2017-08", last="2019-03")
    assert found.effect is None
    assert "no margin" in found.why


def test_a_voluntary_year_is_compared_with_nothing():
    values, margins = {"2018-04": 74.1, "2020-04": 90.0}, {"2018-04": 1.0, "2020-04": 1.0}
    found = evidence(values, margins, start="2019-06", last="2021-03")
    assert found.effect is None
    assert "voluntary" in found.why


def test_two_rounds_before_the_start_are_no_evidence_of_it():
    found = evidence(
        {"2015-04": 74.1, "2016-04": 78.0}, {"2015-04": 1.0, "2016-04": 1.0}, start="2017-08", last="2018-03"
    )
    assert "no round of the survey" in found.why
