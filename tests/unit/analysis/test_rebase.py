"""Rebases: named, dated, reasoned, and never automatic."""

import pytest

from analysis import rebase, spc
from analysis.rebase import Rebase
from domain import periods

MONTHS = periods.span("2017-01", "2017-06")
WHOLE = {"start": "2017-03", "reason": "A new ward opened", "author": "The analyst"}


@pytest.mark.parametrize("absent", ["start", "reason", "author"])
@pytest.mark.parametrize("blank", ["", "  "])
def test_a_rebase_without_a_date_a_reason_or_an_author_is_refused(absent, blank):
    with pytest.raises(ValueError, match=f"missing: {absent}"):
        Rebase(**{**WHOLE, absent: blank})


@pytest.mark.parametrize(
    ("starts", "phases"),
    [
        ((), (0, 0, 0, 0, 0, 0)),
        (("2017-03",), (0, 0, 1, 1, 1, 1)),
        (("2017-05", "2017-03"), (0, 0, 1, 1, 2, 2)),
        (("2017-01",), (0, 0, 0, 0, 0, 0)),
        (("2016-01", "2017-06"), (0, 0, 0, 0, 0, 1)),
        (("2018-01",), (0, 0, 0, 0, 0, 0)),
        (("2017-03", "2017-03"), (0, 0, 1, 1, 1, 1)),
    ],
)
def test_the_first_period_at_or_after_a_start_opens_a_phase(starts, phases):
    assert rebase.phases(MONTHS, starts) == phases


def test_two_starts_between_two_periods_open_one_phase():
    assert rebase.phases(["2017-01", "2017-06"], ["2017-02", "2017-04"]) == (0, 1)


def test_nothing_is_rebased_that_nobody_named():
    values = [10.0, 12.0] * 12 + [40.0, 42.0] * 12
    months = periods.span("2014-01", "2017-12")
    assert len(spc.chart(values).phases) == 1
    named = spc.chart(values, phases=rebase.phases(months, [Rebase(**{**WHOLE, "start": "2016-01"}).start]))
    assert [phase.mean for phase in named.phases] == [11, 41]
