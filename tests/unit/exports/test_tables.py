"""What a pack says: the numbers of the queries, changes by the methods, and gaps in words."""

import pytest

from analysis import change
from domain import breaks, periods
from domain.indicators import DELAYS, EMERGENCY, INDICATORS
from exports.pack import NOT_HELD, NOT_SUBMITTED, Absent
from tests.spec.tiny import councils, emergency, england, population, warehouse
from tests.unit.exports import made
from warehouse.queries.series import Ask, series

QUILLSHIRE = "E10999001"


def _row(pack, name, **where):
    table = pack.table(name)
    keys = [column.key for column in table.columns]
    every = [dict(zip(keys, row, strict=True)) for row in table.rows]
    (found,) = [row for row in every if where.items() <= row.items()]
    return found


def _monthly(view, indicator, code, **cut):
    return {one.period: one.value for one in series(view, Ask(indicator, **cut), [code])}


def test_the_headline_has_each_indicator_that_is_published_for_the_area(council, england):
    ids = [row[0] for row in council.table("headline").rows]
    assert ids == [one.id for one in INDICATORS if one.family == DELAYS]
    assert [row[0] for row in england.table("headline").rows] == [one.id for one in INDICATORS]


def test_changes_are_those_of_the_methods(demo):
    pack = made.pack(demo, "Quillshire", "2018-01")
    days = _monthly(demo, "dtoc_days", QUILLSHIRE)
    for name in ("dtoc_days", "dtoc_beds"):
        row = _row(pack, "headline", indicator=name)
        assert row["month_before_change"] == pytest.approx(change.month_before(days, "2018-01").ratio * 100)
        assert row["year_before_change"] == pytest.approx(change.year_before(days, "2018-01").ratio * 100)
        assert row["twelve_months_change"] == pytest.approx(change.twelve_months(days, "2018-01").ratio * 100)
    moved = change.twelve_months(days, "2018-01")
    assert _row(pack, "headline", indicator="dtoc_days")["twelve_months"] == moved.now_total
    assert _row(pack, "headline", indicator="dtoc_beds")["twelve_months_before"] == pytest.approx(moved.then)


def test_a_rate_over_twelve_months_is_the_mean_of_its_months_by_their_days(demo):
    row = _row(made.pack(demo, "Quillshire", "2018-01"), "headline", indicator="dtoc_beds_per_100k_18plus")
    rates = _monthly(demo, "dtoc_beds_per_100k_18plus", QUILLSHIRE)
    months = periods.span("2017-02", "2018-01")
    mean = sum(rates[month] * periods.days_in(month) for month in months) / 365
    assert row["twelve_months"] == pytest.approx(mean)


def test_a_percentage_changes_in_points_and_is_not_averaged(england, demo):
    row = _row(england, "headline", indicator="ae_within_4h_pct")
    shares = _monthly(demo, "ae_within_4h_pct", "E92000001")
    assert row["year_before_change"] == pytest.approx(shares["2018-01"] - shares["2017-01"])
    assert row["change_unit"] == "percentage points"
    assert "not averaged" in row["twelve_months"].words
    assert "%" not in row["in_words"]


def test_a_return_that_was_not_sent_is_said_and_is_no_zero(demo):
    pack = made.pack(demo, "Oldgate", "2017-12")
    row = _row(pack, "headline", indicator="dtoc_days")
    assert (row["value"], row["status"]) == (NOT_SUBMITTED, "not submitted")
    assert "December\xa02017 is not submitted" in row["in_words"]
    assert "not given (not submitted: " in row["in_words"]
    parts = [r for r in pack.table("by_body").rows if r[0] == "2017-12"]
    assert {(r[3], r[4], r[5], r[6]) for r in parts} == {(*[NOT_SUBMITTED] * 3, "not submitted")}


def test_series_have_24_months_to_the_month_and_every_part_of_each(council):
    months = periods.span("2015-12", "2017-11")
    for name, parts in (("by_body", 4), ("by_reason", 12), ("by_care_type", 3)):
        found = [row[0] for row in council.table(name).rows]
        assert list(dict.fromkeys(found)) == list(months)
        assert {found.count(month) for month in months} == {parts}


@pytest.mark.parametrize(("name", "key"), [("by_body", "body"), ("by_reason", "reason"), ("by_care_type", "care_type")])
def test_cuts_are_the_numbers_of_the_queries_and_add_up(demo, council, name, key):
    argument = {"care_type": "care"}.get(key, key)
    table = council.table(name)
    for part in {row[1] for row in table.rows}:
        expected = _monthly(demo, "dtoc_days", council.area.code, **{argument: part})
        for row in table.rows:
            if row[1] == part and not isinstance(row[3], Absent):
                assert row[3] == expected[row[0]]
                assert row[4] == pytest.approx(row[3] / periods.days_in(row[0]))
    for month in {row[0] for row in table.rows}:
        held = [row for row in table.rows if row[0] == month and not isinstance(row[3], Absent)]
        if held:
            assert sum(row[3] for row in held if row[1] != "all") == held[-1][3]
            assert sum(row[5] for row in held if row[1] != "all") == pytest.approx(100)


def test_reason_other_is_not_in_use_before_april_2017(council):
    found = {row[0]: row[3] for row in council.table("by_reason").rows if row[1] == "O"}
    assert {month for month, value in found.items() if isinstance(value, Absent) and value.shorthand == "[z]"} == {
        month for month in found if month < "2017-04"
    }


def test_england_stands_beside_and_is_the_national_series(demo, council):
    england = _monthly(demo, "dtoc_beds_per_100k_18plus", "E92000001")
    mine = _monthly(demo, "dtoc_beds_per_100k_18plus", council.area.code)
    for row in council.table("england_beside").rows:
        assert row[2] == england[row[0]]
        if not isinstance(row[1], Absent):
            assert (row[1], row[3]) == (mine[row[0]], pytest.approx(mine[row[0]] - england[row[0]]))


def test_only_england_has_emergency_care_and_nothing_beside(council, england, demo):
    assert council.table("emergency_care") is None
    assert england.table("england_beside") is None
    ids = [one.id for one in INDICATORS if one.family == EMERGENCY]
    for row in england.table("emergency_care").rows:
        assert row[3] == _monthly(demo, row[1], "E92000001")[row[0]]
    assert [row[1] for row in england.table("emergency_care").rows[: len(ids)]] == ids


def test_every_file_that_is_named_is_listed_with_its_fingerprint(council):
    names = {row[3] for row in council.table("files").rows}
    assert {row[-1] for row in council.table("by_body").rows} - {""} <= names
    assert all(len(row[-1]) == 64 for row in council.table("files").rows)
    assert {row[1] for row in council.table("files").rows} == {"demonstration publication (invented)"}


def test_a_region_says_in_which_months_a_council_is_missing(demo):
    pack = made.pack(demo, "Great Harbour", "2018-03")
    row = _row(pack, "headline", indicator="dtoc_days")
    short = [one.period for one in series(demo, Ask("dtoc_days", "2016-04", "2018-03"), [pack.area.code]) if one.note]
    assert "2017-12" in short
    assert f"returns of a council are missing from {len(short)} of 24 months" in row["note"]
    assert "December\xa02017" in row["note"]
    noted = {row[0]: row[7] for row in pack.table("by_body").rows if row[1] == "all"}
    assert noted["2017-12"] == "1 of 12 councils not submitted"


GAPS = """
    period  | nhs  | ons       | name  | value
    2017-01 | DM01 | E10999001 | Alder | 310
    2017-12 | DM01 | E10999001 | Alder | 0
    2018-01 | DM01 | E10999001 | Alder | 310
"""


def test_a_month_without_a_file_is_not_held_and_a_rise_from_nothing_has_no_size(tmp_path):
    pack = made.pack(warehouse(tmp_path, *councils(GAPS)), "Alder", "2018-01")
    found = {row[0]: row[3] for row in pack.table("by_body").rows if row[1] == "all"}
    assert found["2017-06"] is NOT_HELD
    assert (found["2017-12"], found["2018-01"]) == (0, 310)
    row = _row(pack, "headline", indicator="dtoc_days")
    assert row["month_before_change"] == Absent("[z]", "up from none")
    assert "21 of 24 months have no value" in row["in_words"]
    rate = _row(pack, "headline", indicator="dtoc_beds_per_100k_18plus")
    assert (rate["value"].words, rate["note"]) == ("not shown", "no population for this code within 2 years of 2018")


def test_after_the_count_ended_delays_are_not_held_and_admissions_go_on(tmp_path):
    view = warehouse(
        tmp_path,
        *england("period | value\n2020-01 | 160000\n2020-02 | 155000"),
        *emergency("period | measure | value\n2020-02 | emergency_admissions | 50\n2020-06 | emergency_admissions | 9"),
        *population("year | ons | age | value\n2020 | E92000001 | 18 | 44000000"),
    )
    pack = made.pack(view, "England", "2020-06")
    row = _row(pack, "headline", indicator="dtoc_days")
    assert (row["value"], row["note"]) == (NOT_HELD, "the count of delays ended in February 2020")
    assert _row(pack, "headline", indicator="emergency_admissions")["value"] == 9
    assert any(word == periods.label(breaks.THE_WALL) for word, _ in pack.notes)
