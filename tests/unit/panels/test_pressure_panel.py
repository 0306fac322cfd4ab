"""The pressure watch: words, figure and table agree, and months add up to what was published."""

import re

import pytest

from analysis.watch import Pressure, pressure, stretches
from domain import periods
from panels.home import pressure as panel_of
from tests.shared import needs_shared
from tests.unit.panels.asked import per_cent, values


@pytest.fixture
def panel(view):
    return panel_of.panel(view)


def _states(view) -> tuple[Pressure, ...]:
    return pressure(values(view, "dtoc_days"), values(view, "emergency_admissions"))


def test_the_table_holds_the_state_of_every_month(view, panel):
    rows = [(s.month, s.delays, s.admissions, "on" if s.on else "off") for s in _states(view)]
    assert list(panel.table.rows) == rows


def test_the_figure_draws_the_columns_of_the_table(panel):
    lines = {trace["name"]: trace for trace in panel.figure["data"] if trace.get("mode") == "lines"}
    for name, column in (
        ("Delays", "delays_change_12_months"),
        ("Emergency admissions", "admissions_change_12_months"),
    ):
        assert [x[:7] for x in lines[name]["x"]] == panel.table.column("period")
        assert lines[name]["y"] == [round(value * 100, 2) for value in panel.table.column(column)]


def test_the_shade_covers_exactly_the_months_in_which_the_watch_was_on(view, panel):
    shaded = [(shape["x0"][:7], periods.plus(shape["x1"][:7], -1)) for shape in panel.figure["layout"]["shapes"]]
    assert shaded == list(stretches(_states(view)))
    assert shaded


def test_the_finding_counts_the_months_of_the_longest_stretch(view, panel):
    longest = max((periods.gap(*one) + 1, one) for one in stretches(_states(view)))
    assert re.search(rf"\b{longest[0]} months running", panel.finding)


def test_the_note_says_what_was_true_in_january_2018_and_that_neither_is_a_cause(view, panel):
    state = next(state for state in _states(view) if state.month == "2018-01")
    assert f"delays were {per_cent(state.delays)} lower" in panel.note
    assert f"emergency admissions {per_cent(state.admissions)} higher" in panel.note
    assert "Neither is said to cause the other." in panel.note
    assert "because" not in panel.note


@needs_shared
def test_the_watch_was_on_for_25_months_running_to_december_2019(live):
    finding = panel_of.panel(live).finding
    assert finding == "The watch was on for 25 months running, to December\u00a02019; today it cannot run"
    assert stretches(_states(live))[-1] == ("2017-12", "2019-12")


@needs_shared
def test_a_watch_whose_count_has_ended_says_when_it_can_run_again(live):
    assert "starts again when 24 months of one delay count are held" in panel_of.panel(live).note


def _made_up(*on: str) -> tuple[Pressure, ...]:
    return tuple(Pressure(m, -0.05, 0.03, m in on) for m in periods.span("2017-10", "2018-03"))


@pytest.mark.parametrize(
    ("on", "ended", "said"),
    [
        ((), False, "The watch has not been on in any month held; it is off now"),
        ((), True, "The watch has not been on in any month held; today it cannot run"),
        (("2017-11",), False, "The watch was on for one month, to November\u00a02017; it is off now"),
        (("2018-02", "2018-03"), False, "The watch has been on for 2 months running, since February\u00a02018"),
        (
            ("2018-02", "2018-03"),
            True,
            "The watch was on for 2 months running, to March\u00a02018; today it cannot run",
        ),
    ],
)
def test_the_finding_says_when_it_was_on_and_how_it_stands_today(on, ended, said):
    assert panel_of.finding(_made_up(*on), ended=ended) == said
