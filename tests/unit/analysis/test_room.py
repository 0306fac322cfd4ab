"""Room to improve (METHODS M11)."""

import pytest

from analysis import room
from analysis.compare import Interval
from analysis.rates import Refused
from analysis.room import Benchmark

ADULTS = 254_000


def test_the_printed_example():
    rate = 40.0 / ADULTS * 100_000
    assert round(rate, 2) == 15.75
    found = room.room(Interval(14.0, rate, 17.5), Benchmark(13.2, 10.9), adults=ADULTS)
    assert found.words == "6 to 12 fewer people delayed on an average day"


@pytest.mark.parametrize("interval", [Interval(13.0, 15.75, 18.5), Interval(9, 10, 11), Interval(13.2, 14, 15)])
def test_no_clear_gap_is_refused(interval):
    with pytest.raises(Refused, match="no clear gap to peers"):
        room.room(interval, Benchmark(13.2, 10.9), adults=ADULTS)


def test_the_benchmark_is_median_and_lower_quartile_of_peers():
    assert room.benchmark([4.0, 1.0, 3.0, 2.0, 5.0]) == Benchmark(3.0, 2.0)
    with pytest.raises(Refused):
        room.benchmark([])


def test_one_number_is_said_once():
    found = room.room(Interval(14, 15, 16), Benchmark(13.0, 12.9), adults=100_000)
    assert found.words == "2 fewer people delayed on an average day"
