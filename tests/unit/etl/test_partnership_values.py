"""Values of the example partnership: rules, faults that returns have, and agreement with the national files."""

from statistics import mean

import pytest

from domain import periods
from domain.demonstration import SEED
from etl.demo import cells
from etl.demo.councils import AMBERMOOR, QUILLSHIRE
from etl.demo.figures import MONTHS, delays_of
from etl.demo.partnership.place import COUNCIL, A, Q, S
from etl.demo.partnership.search import salts
from etl.demo.partnership.uploads import uploads
from etl.demo.salts import SALTS

FIRST, SECOND = (one[1] for one in uploads())
FIRST, SECOND = FIRST["observations"], SECOND["observations"]


def held(indicator, area, rows=SECOND):
    return {row["period"]: row for row in rows if (row["indicator_id"], row["area_code"]) == (indicator, area)}


def year(indicator, area, name, field="value"):
    months = set(periods.financial_year_months(name)) | {f"{name} Q{quarter}" for quarter in range(1, 5)}
    return sum(row[field] for period, row in held(indicator, area).items() if period in months)


def all_three(indicator, name, field="value"):
    return sum(year(indicator, area, name, field) for area in (Q, A, S))


@pytest.mark.parametrize(
    ("indicator", "area", "base"),
    [("I05", Q, 74), ("I05", A, 23), ("I05", S, 21), ("I07", S, 61), ("I07", Q, 96), ("I12", Q, 26.4), ("I20", S, 24)],
)
def test_levels_before_the_schemes_are_those_of_the_rules(indicator, area, base):
    values = [row["value"] for period, row in held(indicator, area).items() if period < "2017-07"]
    assert mean(values) == pytest.approx(base, rel=0.08)


@pytest.mark.parametrize(
    ("indicator", "area", "base", "people"),
    [("I04", Q, 14.2, 2_900), ("I11", S, 54, 260), ("I15", S, 52, 1_450), ("I19", A, 38, 95), ("I24", S, 68, 310)],
)
def test_shares_before_the_schemes_are_those_of_the_rules(indicator, area, base, people):
    rows = [row for period, row in held(indicator, area).items() if period < "2017-07"]
    assert 100 * sum(r["numerator"] for r in rows) / sum(r["denominator"] for r in rows) == pytest.approx(base, abs=2)
    assert mean(row["denominator"] for row in rows) == pytest.approx(people, rel=0.02)


def test_quillshires_parts_are_those_of_the_national_files():
    rule = delays_of(COUNCIL[QUILLSHIRE], SEED)
    for t, month in enumerate(MONTHS):
        found = cells.month_cells(COUNCIL[QUILLSHIRE], rule, t, SEED)
        placement = sum(cells.days(found, care="acute", reason=reason) for reason in ("DI", "DII"))
        assert held("I09", Q)[month]["value"] == placement
        assert held("I13", Q)[month]["value"] == cells.days(found, care="non_acute")
        assert placement + cells.days(found, care="non_acute") < cells.days(found)


def test_delays_of_ambermoors_nhs_are_a_quarter_lower_after_the_winter_and_four_per_cent_above_two_years_before():
    nhs = dict(zip(MONTHS, delays_of(COUNCIL[AMBERMOOR], SEED).bodies["nhs"], strict=True))
    before, after = (
        mean(nhs[month] for month in periods.span(*ends)) for ends in (("2017-10", "2017-12"), ("2018-01", "2018-03"))
    )
    earlier = mean(nhs[month] for month in periods.span("2015-10", "2017-09"))
    assert (round(before, 1), round(after, 1), round(100 * (after / before - 1), 1)) == (19.6, 14.6, -25.7)
    assert round(100 * (after / earlier - 1)) == 4


def test_a_missing_month_is_not_there_and_an_overdue_series_ends_early():
    assert set(MONTHS) - set(held("I17", A)) == {"2018-08"}
    assert max(held("I22", Q)) == "2019-01"
    assert len(held("I22", Q)) == 46


def test_one_council_did_not_submit_a_quarter():
    (row,) = [row for row in SECOND if row["not_submitted"] == "yes"]
    assert (row["indicator_id"], row["area_code"], row["period"], row["value"]) == ("I23", A, "2018-19 Q3", None)


def test_one_value_is_revised_by_the_second_upload_and_nothing_else():
    assert (held("I05", Q, FIRST)["2018-11"]["value"], held("I05", Q)["2018-11"]["value"]) == (98, 94)
    assert [before["period"] for before, after in zip(FIRST, SECOND, strict=True) if before != after] == ["2018-11"]


@pytest.mark.parametrize("indicator", ["I14", "I16"])
def test_what_a_scheme_counts_begins_with_it(indicator):
    first = {"I14": "2017-10", "I16": "2018-01"}[indicator]
    assert min(row["period"] for row in SECOND if row["indicator_id"] == indicator) == first


def test_ambermoor_asks_so_few_that_every_quarter_is_small():
    assert all(8 <= row["denominator"] <= 20 for row in held("I29", A).values())


def test_actual_changes_of_the_last_year():
    change = {one: 100 * (all_three(one, "2018-19") / all_three(one, "2017-18") - 1) for one in ("I03", "I05")}
    assert round(change["I03"], 1) == 3.0
    assert change["I05"] == pytest.approx(15, abs=1.5)
    assert round(100 * (year("I05", Q, "2018-19") / year("I05", Q, "2017-18") - 1)) == 22
    home = 100 * all_three("I06", "2018-19", "numerator") / all_three("I06", "2018-19", "denominator")
    assert home == pytest.approx(82, abs=0.5)


def test_delayed_days_of_the_three_councils_fall_by_about_nine_per_cent():
    total = dict.fromkeys(("2017-18", "2018-19"), 0.0)
    for council in COUNCIL.values():
        for body in delays_of(council, SEED).bodies.values():
            for month, people in zip(MONTHS, body, strict=True):
                if (name := periods.financial_year(month)) in total:
                    total[name] += people * periods.days_in(month)
    assert 100 * (total["2018-19"] / total["2017-18"] - 1) == pytest.approx(-9, abs=0.5)


def test_the_search_finds_the_random_numbers_that_are_shipped():
    assert salts() == SALTS
