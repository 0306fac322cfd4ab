"""The tables that are drawn in these tests are read as they look."""

from tests.spec.tiny import number, rows


def test_a_drawn_table_becomes_rows():
    drawn = """
        period  | name     | value
        --------+----------+------
        2018-01 | Saltmere | 31
        2018-02 |          | -
    """
    assert rows(drawn) == [
        {"period": "2018-01", "name": "Saltmere", "value": "31"},
        {"period": "2018-02", "name": "", "value": "-"},
    ]
    assert [number(row["value"]) for row in rows(drawn)] == [31.0, None]
