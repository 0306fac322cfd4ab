"""The discharge reports: published figures come out of the warehouse, and every listed file is accounted for."""

import csv

import pytest
from python_calamine import CalamineWorkbook

from domain import areas, discharge, periods
from etl.sources import SOURCE_BY_ID
from tests.shared import DATA, REASON, SHARED
from warehouse.queries.discharge import Ask, series

ACUTE, COMMUNITY = "discharge_acute", "discharge_community"
MEANS = {
    "2021-04": 8_039,
    "2021-12": 10_295,
    "2022-01": 12_201,
    "2022-11": 13_565,
    "2023-01": 13_965,
    "2023-12": 12_610,
    "2024-01": 13_709,
}
DAYS = {
    "2021-04-01": (17_663, 9_279, 8_384),
    "2022-04-01": (24_029, 10_801, 13_228),
    "2024-01-01": (17_756, 5_795, 11_961),
    "2024-01-31": (26_417, 12_515, 13_902),
}


def _files(folder, part=""):
    found = sorted((DATA / folder).glob(f"*{part}*.xlsx"))
    if not found:
        pytest.skip(REASON)
    return found


def _england(live, indicator, **asked):
    return {one.period: one for one in series(live, Ask(indicator, **asked), [areas.ENGLAND])}


def test_people_remaining_are_the_quoted_means(live):
    found = _england(live, "nctr_remaining")
    assert {month: round(found[month].value) for month in MEANS} == MEANS
    assert {found[month].series for month in MEANS} == {"time_series"}
    assert found["2022-06"].days == 29  # nothing was collected on 19 June


def test_days_are_those_of_the_workbook(live):
    found = [_england(live, measure, grain="day") for measure in discharge.DAILY]
    assert {day: tuple(one[day].value for one in found) for day in DAYS} == DAYS
    assert (found[0]["2022-06-19"].value, found[0]["2022-06-19"].status) == (None, "not_submitted")


def test_the_two_means_differ_as_the_method_says(live):
    months = periods.span("2022-01", "2024-01")
    plain, balanced = (_england(live, "nctr_discharged", basis=basis) for basis in ("plain", "balanced"))
    off = [100 * (plain[month].value / balanced[month].value - 1) for month in months]
    assert (round(min(off), 1), round(max(off), 1)) == (-2.3, 2.7)


def test_in_the_files_at_hand_both_series_agree_for_england(live):
    differ = live.rows(
        """
        SELECT m.period, m.measure, m.value, t.value
        FROM national.discharge_daily AS m
        JOIN national.discharge_daily AS t ON t.source = m.source AND t.area_code = m.area_code
            AND t.period = m.period AND t.measure = m.measure AND t.pathway = m.pathway AND t.detail = m.detail
        WHERE m.source = 'discharge_acute' AND m.series = 'monthly' AND t.series = 'time_series' AND m.value <> t.value
        """
    )
    assert differ == []


def test_a_place_of_discharge_that_was_not_asked_for_is_no_zero(live):
    rows = live.rows(
        "SELECT MIN(period), MAX(period) FROM national.discharge_daily WHERE source = 'discharge_acute' "
        "AND series = 'time_series' AND pathway <> 'all' AND shorthand = '[z]'"
    )
    assert [str(day) for day in rows[0]] == ["2021-04-01", "2021-05-10"]


@pytest.mark.parametrize("setting", [ACUTE, COMMUNITY])
def test_every_cell_of_every_daily_table_is_in_the_warehouse(live, setting):
    """An independent reading: the three blocks of ``Table 2``, cell by cell, against what is stored."""
    stored = live.rows(
        "SELECT area_code, STRFTIME(period, '%Y-%m-%d'), measure, value FROM national.discharge_daily "
        "WHERE source = $source AND series = 'monthly' AND period_type = 'day' AND area_type IN ('icb', 'provider')",
        {"source": setting},
    )
    held = {row[:3]: row[3] for row in stored}
    count = 0
    for file in _files(setting.replace("discharge", "sitrep"), "monthly"):
        for key, value in _local_cells(file):
            assert held[key] == value, (file.name, key)
            count += 1
    assert count == len(held) > 80_000


def _local_cells(file):
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_name("Table 2").to_python(skip_empty_area=False)
    top = next(n for n, row in enumerate(rows) if str(row[3]).startswith("ENGLAND"))
    for row in rows[top:]:
        code = str(int(row[2])) if isinstance(row[2], float) else row[2]
        if not code or "Code" in code:
            continue
        for column in range(4, len(rows[top])):
            day = rows[top - 2][4 + (column - 4) // 3 * 3]
            measure = discharge.DAILY[(column - 4) % 3]
            yield (code, day.isoformat(), measure), None if row[column] == "-" else row[column]


def test_a_difference_in_a_published_workbook_is_told_with_its_cell_and_the_figure_stands(live):
    parsed = SOURCE_BY_ID[COMMUNITY].parse(_files("sitrep_community", "August2023")[0].read_bytes())
    assert [note for note in parsed.notes if "cell CQ7: 2,082, expected 1,811" in note]
    (one,) = (
        f
        for f in series(live, Ask("nctr_patients", "community", grain="day", start="2023-08"), ["Y56"])
        if f.period == "2023-08-31"
    )
    assert one.value == 0


def test_hospices_are_suppressed_below_regions_and_explain_the_difference_to_england(live):
    hospice = live.rows(
        "SELECT area_type, COUNT(value), COUNT(CASE WHEN shorthand = '[c]' THEN 1 END) FROM national.discharge "
        "WHERE source = 'discharge_acute' AND series = 'monthly' AND detail = 'P2 hospice' GROUP BY area_type"
    )
    shown = {kind: (numbers > 0, hidden > 0) for kind, numbers, hidden in hospice}
    assert shown == {kind: (kind in ("country", "nhs_region"), kind in ("icb", "provider")) for kind in shown}
    sums = live.rows(
        """
        SELECT n.month, n.england - n.providers, h.value FROM (
            SELECT DATE_TRUNC('month', period) AS month, SUM(CASE WHEN area_type = 'country' THEN value END) AS england,
                SUM(CASE WHEN area_type = 'provider' THEN value END) AS providers
            FROM national.discharge_daily
            WHERE source = 'discharge_acute' AND series = 'monthly' AND measure = 'nctr_discharged'
                AND period_type = 'day'
            GROUP BY month) AS n
        JOIN national.discharge AS h ON h.source = 'discharge_acute' AND h.series = 'monthly' AND h.period = n.month
            AND h.area_type = 'country' AND h.detail = 'P2 hospice'
        """
    )
    assert len(sums) >= 17
    assert all(difference == value for _, difference, value in sums)


@pytest.mark.parametrize("source", [ACUTE, COMMUNITY])
def test_every_listed_link_is_accounted_for(live, source):
    listing = SHARED / "replica" / "site.tsv"
    page = SOURCE_BY_ID[source].landing.replace("https://www.", "/")
    with open(listing, encoding="utf-8", newline="") as lines:
        links = [
            row[5]
            for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row[0] == page and len(row) > 5
        ]
    offered = {link.rsplit("/", 1)[-1] for link in links if link.endswith((".xlsx", ".xls", ".csv"))}
    loaded = live.rows(
        "SELECT file_name FROM national.snapshots WHERE source = $source AND is_current", {"source": source}
    )
    assert offered == {name for (name,) in loaded}
    assert offered


def test_every_month_at_hand_is_held_with_the_organisations_in_scope(live):
    rows = live.rows(
        "SELECT STRFTIME(d.period, '%Y-%m'), d.value, COUNT(DISTINCT m.code) FROM national.discharge AS d "
        "JOIN national.memberships AS m ON m.snapshot_id = d.snapshot_id "
        "WHERE d.source = 'discharge_acute' AND d.measure = 'organisations_in_scope' GROUP BY d.period, d.value"
    )
    found = {month: (scope, providers) for month, scope, providers in rows}
    assert {month: found[month] for month in ("2022-04", "2023-04", "2023-09")} == {
        "2022-04": (121, 121),
        "2023-04": (120, 120),
        "2023-09": (119, 119),
    }
    assert all(scope == providers for scope, providers in found.values())
