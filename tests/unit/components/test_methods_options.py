"""Tables of the methods page that are written from the engine: what it computes is what the page says."""

from analysis import fitness, spc
from components import tables
from components.methods import options


def test_the_chance_table_is_the_one_that_the_engine_uses():
    table = options.chance()
    shown = [(float(r1), tables.words(table.columns[1], share)) for r1, share in table.rows]
    assert shown == [(0.0, "1"), (0.3, "6"), (0.5, "14"), (0.7, "28")]
    for r1, share in table.rows:
        assert share == fitness.chance(float(r1)) * 100


def test_every_profile_of_the_engine_has_its_column_of_options():
    table = options.profiles()
    assert [column.key for column in table.columns[1:]] == list(spc.PROFILES)
    for row in table.rows:
        assert all(row)
