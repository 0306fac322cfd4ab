"""Numbers beside the gridlines: few, round and true."""

import pytest

from analysis.watch import Pressure
from components.figures import time_axis
from components.figures.pressure import pressure_chart
from domain import periods

TOPS = [1.3, 2.0, 5.0, 7.0, 15.0, 40.0, 120.0, 1000.0, 1100.0, 4900.0, 7726.0, 21441.0, 500_000.0]


def _labels(top: float) -> list[tuple[float, str]]:
    return [(label["y"], label["text"]) for label in time_axis.value_labels(top, time_axis.nice_step(top))]


@pytest.mark.parametrize("top", TOPS)
def test_two_to_four_gridlines_are_numbered(top):
    assert 2 <= len(_labels(top)) <= 4
    assert all(0 < level <= top for level, _ in _labels(top))


@pytest.mark.parametrize("top", [9.5, 95.0, 9_999.0])
def test_a_top_just_under_a_power_of_ten_has_two_gridlines_too(top):
    assert 2 <= len(_labels(top)) <= 4


@pytest.mark.parametrize("top", [top for top in TOPS if top >= 5])
def test_a_number_is_that_of_its_gridline(top):
    assert [float(words.replace(",", "")) for _, words in _labels(top)] == [level for level, _ in _labels(top)]


@pytest.mark.parametrize("top", [0.9, 1.3, 2.0, 10.0, 11.0])
def test_a_number_of_a_small_axis_is_that_of_its_gridline(top):
    assert [float(words.replace(",", "")) for _, words in _labels(top)] == [level for level, _ in _labels(top)]


def test_numbers_of_changes_carry_sign_and_unit():
    labels = time_axis.value_labels(25, 10, bottom=-25, suffix="\u00a0%", sign=True)
    assert [label["text"] for label in labels] == ["\u221220\u00a0%", "\u221210\u00a0%", "+10\u00a0%", "+20\u00a0%"]


def test_small_changes_have_numbers_on_both_sides():
    states = [Pressure(month, -0.03, 0.02, True) for month in periods.span("2018-01", "2018-06")]
    layout = pressure_chart(states)["layout"]
    numbers = [note["y"] for note in layout["annotations"] if note.get("xref") == "paper"]
    assert min(numbers, default=0) < 0 < max(numbers, default=0)


@pytest.mark.parametrize(
    ("start", "end", "every", "labels"),
    [
        ("2010-08", "2020-02", 1, [str(year) for year in range(2011, 2020)] + ["2020"]),
        ("2010-08", "2020-02", 3, ["2013", "2016", "2019"]),
        ("2016-10", "2018-01", 1, ["Oct 2016", "Jan 2017", "Apr 2017", "Jul 2017", "Oct 2017", "Jan 2018"]),
        ("2018-01", "2018-01", 1, ["Jan 2018"]),
    ],
)
def test_ticks_are_januaries_or_quarters(start, end, every, labels):
    axis = time_axis.axis(start, end, every=every)
    shown = axis["ticktext"]
    assert set(shown) <= set(labels)
    assert len(shown) >= min(len(labels), 2) - (len(labels) == 1)
    assert len(axis["tickvals"]) == len(shown)
