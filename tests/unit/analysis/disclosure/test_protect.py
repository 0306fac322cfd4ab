"""What an attacker can work out, and what the defender takes away (METHODS M25)."""

import itertools
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.disclosure.attack import Table, bounds, feasible, width
from analysis.disclosure.protect import LEAST_VALUES, protect, row
from analysis.disclosure.rounding import SHOWN, SUPPRESSED, UNSAID, WITHHELD, release
from analysis.rates import Refused
from tests.unit.domain.test_periods import quick

MONTHS = (6, 4, 9, 12, 7, 3, 11, 8, 5, 10, 2, 14)


def _unprotected(counts) -> Table:
    bare = Table(tuple(map(tuple, counts)), {})
    return Table(bare.counts, {place: release(bare.true(place)) for place in bare.places()})


@pytest.mark.parametrize(("people", "ends"), [(0, (0, 0)), (5, (1, 7)), (9, (8, 12)), (13, (13, 17)), (20, (18, 22))])
def test_what_a_released_count_says_by_itself(people, ends):
    assert bounds(release(people)) == ends


def test_a_row_gives_its_suppressed_cell_away_through_the_total():
    table = _unprotected([[7, 11]])
    assert feasible(table, (0, 0)) == (6, 7)  # 10 is at most 12, and 20 at least 18


def _brute_force(table: Table) -> dict:
    """Every table of counts that looks the same, by trying all."""
    places = list(itertools.product(*map(range, table.size)))
    ranges = [range(low, min(high, 30) + 1) for low, high in (bounds(table.released[place]) for place in places)]
    ends: dict = {}
    for values in itertools.product(*ranges):
        found = Table((values[: table.size[1]], values[table.size[1] :]), {})
        sums = {place: found.true(place) for place in table.released}
        if all(bounds(cell)[0] <= sums[place] <= bounds(cell)[1] for place, cell in table.released.items()):
            for place, value in sums.items():
                low, high = ends.get(place, (value, value))
                ends[place] = (min(low, value), max(high, value))
    return ends


@pytest.mark.parametrize("seed", range(25))
def test_the_intervals_are_exactly_those_of_all_tables_that_look_the_same(seed):
    drawn = random.Random(seed)
    table = _unprotected([[drawn.choice([0, 1, 2, 5, 7, 8, 9, 12]) for _ in range(2)] for _ in range(2)])
    if seed % 2:
        del table.released[2, 2]
    ends = _brute_force(table)
    assert {place: feasible(table, place, enough=99) for place in table.released} == ends


def test_a_year_of_months_needs_nothing_more():
    cells, total = row(MONTHS)
    assert total.value == 90
    assert [cell.kind for cell in cells].count(SUPPRESSED) == 6
    assert not any(cell.kind == WITHHELD for cell in cells)


def test_the_next_smallest_goes_too_and_a_zero_stays():
    cells, total = row([7, 11, 0, 40])
    assert [cell.kind for cell in cells] == [SUPPRESSED, SHOWN, SHOWN, SHOWN]
    cells, total = row([7, 11, 0])
    assert [cell.kind for cell in cells] == [SUPPRESSED, WITHHELD, SHOWN]
    assert total.kind == SHOWN


def test_where_nothing_else_is_left_the_total_goes():
    cells, total = row([7, 7])
    assert {cell.kind for cell in cells} == {SUPPRESSED}
    assert total.kind == WITHHELD


def test_a_suppressed_total_that_would_give_its_cells_away_is_unsaid():
    cells, total = row([1] * 7)
    assert {cell.kind for cell in cells} == {SUPPRESSED}
    assert total.kind == UNSAID


def _rows_of_two(mean: float) -> tuple[float, float]:
    """Share of suppressed cells that are pinned, and that are known to 3 values or fewer, without a defender."""
    chance = [math.exp(-mean) * mean**k / math.factorial(k) for k in range(32)]
    suppressed = pinned = narrow = 0.0
    for a, b in itertools.product(range(32), repeat=2):
        if 1 <= a <= 7:
            values = width(feasible(_unprotected([[a, b]]), (0, 0)))
            suppressed += chance[a] * chance[b]
            pinned += chance[a] * chance[b] * (values == 1)
            narrow += chance[a] * chance[b] * (values <= 3)
    return pinned / suppressed, narrow / suppressed


def test_independent_rounding_alone_gives_more_than_a_tenth_of_cells_away():
    pinned, narrow = _rows_of_two(8)
    assert pinned == 0
    assert 0.11 < narrow < 0.18


tables = st.integers(1, 8).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0, 1, 1, 1, 2, 3, 5, 6, 7, 8, 9, 12, 13, 40]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=3,
    )
)


@given(counts=tables, columns=st.booleans(), total=st.booleans())
@quick
def test_no_suppressed_number_is_known_to_fewer_than_four_values(counts, columns, total):
    table = protect(counts, column_totals=columns, total=total)
    for place, cell in table.released.items():
        low, high = feasible(table, place)
        if cell.kind == SUPPRESSED:
            assert width((low, high)) >= LEAST_VALUES
        if cell.kind == SHOWN:
            assert cell.value == release(table.true(place)).value
        assert low <= table.true(place) <= high


@pytest.mark.parametrize("counts", [[], [[]], [[1, 2], [3]]])
def test_rows_of_different_length_are_refused(counts):
    with pytest.raises(Refused, match="equally long"):
        protect(counts)
