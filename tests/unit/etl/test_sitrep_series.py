"""The national series of discharges: what was not collected is written as 0 and is no number."""

from datetime import date, timedelta

import pytest

from etl.problems import FileRefused
from etl.sources import discharge_acute, discharge_community
from tests.unit.etl import sitrep
from tests.unit.etl.sitrep import HEADS, data, figures

ENGLAND = "E92000001"
START = date(2021, 5, 10)
PLACES = ("P0 - Domestic home without reablement support", "P1 - Hotel with reablement support")
STAYS = [f"Number of additional bed days, patients with length of stay of {n}+ days" for n in (7, 14, 21)]
DAILY = [(30, 10, 20, 0, 0), (30, 12, 18, 10, 2), (None,) * 5, (0, 0, 0, 0, 0), (31, 0, 31, 0, 0)]
WEEKLY = [(0, 80, 50, 3), (100, 80, 50, 4), (0, 0, 0, 0)]


def book(*, daily=DAILY, weekly=WEEKLY, first="Date", week="Week commencing", dates=None, title=None):
    days = dates or [START + timedelta(days=n) for n in range(len(daily))]
    weeks = [START + timedelta(days=7 * n) for n in range(len(weekly))]
    return {
        "Cover Sheet": sitrep.cover(title or "Acute Daily Discharge Situation Report ", START, date(2024, 1, 31)),
        "Daily Series": [
            [None, "Daily Series: National daily metrics"],
            [None, "Note"],
            [None, None, None, None, None, "Number of patients discharged"],
            [None, first, *HEADS, *PLACES],
            *([None, day, *row] for day, row in zip(days, daily, strict=True)),
        ],
        "Weekly Series": [
            [None, "Weekly Series: National weekly metrics"],
            [None, week, *STAYS, "Awaiting transport"],
            *([None, day, *row] for day, row in zip(weeks, weekly, strict=True)),
            [None],
            [None, "* a note"],
        ],
    }


@pytest.fixture(scope="module")
def series():
    return discharge_acute.parse(data(book()))


def value(series, measure, day, pathway="all", detail=""):
    return figures(series)[ENGLAND, measure, day, pathway, detail, "time_series"]


def test_the_series_is_a_release_of_its_own_from_its_first_to_its_last_month(series):
    assert (series.key, series.series, series.start, series.end) == ("series", "time_series", "2021-05", "2021-05")
    assert (series.published, series.revised) == (date(2024, 2, 8), None)
    assert "organisations" not in series.tables


def test_days_are_read_with_their_places_of_discharge(series):
    assert value(series, "nctr_patients", "2021-05-11") == 30
    assert value(series, "nctr_discharged", "2021-05-11", "P1", "P1 hotel") == 2


def test_places_of_discharge_of_0_beside_discharges_were_not_asked_for(series):
    assert value(series, "nctr_discharged", "2021-05-10") == 10
    assert value(series, "nctr_discharged", "2021-05-10", "P0", "P0 home") == "not applicable"


def test_places_of_discharge_of_0_without_discharges_are_zero(series):
    assert value(series, "nctr_discharged", "2021-05-14", "P0", "P0 home") == 0


@pytest.mark.parametrize("day", ["2021-05-12", "2021-05-13"])
def test_an_empty_day_and_a_day_of_zeros_were_not_sent(series, day):
    for measure in ("nctr_patients", "nctr_discharged", "nctr_remaining"):
        assert value(series, measure, day) == "not submitted"


def test_seven_days_of_0_beside_fourteen_were_not_asked_for(series):
    assert value(series, "bed_days_7plus", "2021-05-10") == "not applicable"
    assert [value(series, "bed_days_7plus", day) for day in ("2021-05-17", "2021-05-24")] == [100, 0]
    assert value(series, "nctr_remaining_14plus", "2021-05-17", "all", "transport") == 4


def test_places_that_are_named_otherwise_make_a_series_of_its_own():
    found = book()
    found["Daily Series"][3][-1] = "P1 - A place of the next specification"
    assert discharge_acute.parse(data(found)).key == "series, other pathways"


def test_what_does_not_add_up_is_told_with_the_cell():
    rows = [*DAILY[:1], (30, 12, 17, 10, 1), DAILY[1], DAILY[1]]
    (left, places) = discharge_acute.parse(data(book(daily=rows))).notes
    assert "remaining (cell E6: 17, expected 18)" in left
    assert "places of discharge do not add up to all discharges (cell D6: 12, expected 11)" in places


@pytest.mark.parametrize(
    "dates",
    [
        [START, START, *[START + timedelta(days=n) for n in (1, 2, 3)]],
        [START + timedelta(days=n) for n in (0, 1, 3, 4, 5)],
        [START + timedelta(days=n) for n in (1, 0, 2, 3, 4)],
    ],
    ids=["twice", "left out", "out of order"],
)
def test_every_day_stands_once_and_in_order(dates):
    with pytest.raises(FileRefused, match="every date once, in order"):
        discharge_acute.parse(data(book(dates=dates)))


def test_a_malformed_figure_and_a_malformed_date_are_named():
    found = book()
    found["Daily Series"][5][3] = "x"
    with pytest.raises(FileRefused, match=r"sheet 'Daily Series', cell D6"):
        discharge_acute.parse(data(found))
    found = book()
    found["Daily Series"][5][1] = "yesterday"
    with pytest.raises(FileRefused, match=r"cell B6: found 'yesterday'; expected a date"):
        discharge_acute.parse(data(found))


def test_a_monthly_workbook_may_carry_a_series_along():
    found = book(first="Date", week="Date (week commencing)", title="Community Discharge Situation Report ")
    del found["Cover Sheet"]
    found["Daily Series"][3][-1] = "P1 - Domestic home, new reablement support"
    found["Weekly Series"][2][1] = "10/05/2021*"
    sheets = sitrep.sheets() | found
    sheets["Cover Sheet"] = sitrep.cover("Community Discharge Situation Report ")
    parsed = discharge_community.parse(data(sheets))
    both = figures(parsed)
    assert (parsed.key, parsed.start, parsed.series) == ("2024-01", "2024-01", "monthly")
    assert both[ENGLAND, "nctr_patients", "2021-05-11", "all", "", "time_series"] == 30
    assert both[ENGLAND, "bed_days_14plus", "2021-05-10", "all", "", "time_series"] == 80
    assert both[ENGLAND, "nctr_patients", "2024-01-01", "all", "", "monthly"] == 90
