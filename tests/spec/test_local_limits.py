"""Control limits of local indicators (METHODS M4, M25)."""

import json

import pytest

from etl.local import limits
from tests.spec import local
from tests.spec.local import MONTHS

STEADY = [100.0 + (at * 7 % 5) for at in range(48)]


def signals(view, some, start="", **said):
    sheets = {
        "indicators": (local.indicator(**said),),
        "observations": local.values(some),
        "schemes": (local.scheme(actual_start=start),),
        "links": (local.link(),),
    }
    return local.tables(view, sheets)["signals"]


def test_the_24_months_before_the_first_start_fix_the_limits(demo):
    some = [100.0 + (at * 7 % 5) if MONTHS[at] < "2017-08" else 50.0 for at in range(48)]
    (found,) = signals(demo, some, "2017-08")
    assert found["first_month"] == "2015-08"
    assert found["mean"] == pytest.approx(102, abs=1)
    assert set(json.loads(found["flagged"])) >= {"2017-08", "2019-03"}
    (free,) = signals(demo, some)
    assert free["mean"] < found["mean"]


def test_with_fewer_than_13_months_before_it_the_start_fixes_nothing(demo):
    (found,) = signals(demo, STEADY, "2016-03")
    assert (found["first_month"], found["last_month"]) == (MONTHS[0], MONTHS[-1])


def test_a_new_definition_begins_a_phase(demo):
    (found,) = signals(demo, STEADY, changed="2017-01")
    assert found["first_month"] == "2017-01"


def test_limits_are_stored_to_three_figures(demo):
    (found,) = signals(demo, [1234.5678 + at % 3 for at in range(48)])
    assert found["mean"] == 1240


def test_only_monthly_series_have_limits(demo):
    sheets = {
        "indicators": (local.indicator(frequency="quarter", kind="mean"),),
        "observations": local.values([5.0] * 16, texts=local.quarters(16)),
    }
    assert not local.tables(demo, sheets)["signals"]


def test_the_first_of_several_starts_counts_and_processes_do_not():
    schemes = [
        local.scheme(scheme_id="A", actual_start="2018-01"),
        local.scheme(scheme_id="B", actual_start="2017-05"),
        local.scheme(scheme_id="C", actual_start=""),
        local.scheme(scheme_id="D", actual_start="2016-01"),
    ]
    links = [local.link(scheme_id=name) for name in "ABC"] + [local.link(scheme_id="D", role="process")]
    assert limits.first_starts(schemes, links) == {("I", local.AREA): "2017-05"}


def test_a_small_month_is_not_flagged_and_carries_no_icon(demo):
    some = [40.0 + (at * 7 % 5) for at in range(47)] + [3.0]
    (found,) = signals(demo, some, counts_people="yes")
    assert found["icon"] == ""
    assert MONTHS[-1] not in json.loads(found["flagged"])
    (open_,) = signals(demo, some)
    assert MONTHS[-1] in json.loads(open_["flagged"])
