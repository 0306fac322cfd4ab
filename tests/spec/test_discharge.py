"""Months of the discharge reports from their days: both means, what is behind them, and who speaks for England."""

import random
from datetime import date, timedelta

import pytest

from analysis import snapshots_daily
from domain import areas
from tests.spec.discharges import HEAD, every_day, report
from tests.spec.tiny import warehouse
from warehouse.queries.discharge import Ask, check, series
from warehouse.queries.series import NotPublished

REMAINING, SHARE = "nctr_remaining", "discharge_pathway_share"


def one(view, code, indicator=REMAINING, **asked):
    (found,) = series(view, Ask(indicator, **asked), [code])
    return found


def test_both_means_of_a_month_are_those_of_the_method(tmp_path):
    rng = random.Random(7)
    sent = {date(2024, 1, n): rng.choice([*range(80, 120), None]) for n in range(1, 32)}
    text = HEAD + every_day("DMT01", "2024-01", ["-" if v is None else v for v in sent.values()])
    view = warehouse(tmp_path, report(text))
    expected = snapshots_daily.month_of({day: value for day, value in sent.items() if value is not None}, "2024-01")
    plain, balanced = one(view, "DMT01"), one(view, "DMT01", basis="balanced")
    assert plain.value == pytest.approx(expected.plain, abs=1e-9)
    assert balanced.value == pytest.approx(expected.balanced, abs=1e-9)
    assert plain.days == balanced.days == expected.days < 31
    assert plain.note == "some months are the mean of fewer days than they have"
    assert (plain.status, plain.series, plain.unit) == ("derived", "monthly", "people per day")


def test_a_fifth_sunday_moves_the_plain_mean_only(tmp_path):
    days = [date(2023, 10, 1) + timedelta(days=n) for n in range(31)]
    text = HEAD + every_day("DMT01", "2023-10", [40 if day.weekday() == 6 else 100 for day in days])
    view = warehouse(tmp_path, report(text, published="2023-11-09"))
    assert one(view, "DMT01", basis="balanced").value == pytest.approx((6 * 100 + 40) / 7)
    assert one(view, "DMT01").value == pytest.approx((26 * 100 + 5 * 40) / 31)


def test_a_month_without_one_of_the_weekdays_has_no_balanced_mean(tmp_path):
    view = warehouse(tmp_path, report(HEAD + every_day("DMT01", "2024-01", [10, 20, 30, 40, 50, 60])))
    balanced = one(view, "DMT01", basis="balanced")
    assert (balanced.value, balanced.status, balanced.days) == (None, "refused", 6)
    assert balanced.note == "6 days are held, not one of every weekday"
    assert one(view, "DMT01").value == 35


def test_a_month_that_was_not_sent_is_not_submitted_and_a_month_of_zeros_is_zero(tmp_path):
    text = HEAD + every_day("DMT01", "2024-01", ["-"] * 31) + "\n" + every_day("DMT02", "2024-01", [0] * 31)
    view = warehouse(tmp_path, report(text))
    gone = one(view, "DMT01")
    assert (gone.value, gone.status, gone.shorthand, gone.days) == (None, "not_submitted", "[x]", 0)
    assert (one(view, "DMT02").value, one(view, "DMT02").status) == (0, "derived")


def test_the_providers_that_sent_figures_are_counted_for_each_level(tmp_path):
    places = {"England": 9, "DMR01": 9, "DMI01": 9, "DMT01": 4, "DMT02": 5, "DMT03": "-"}
    lines = [every_day(code, "2024-01", [value] * 31, "nctr_patients") for code, value in places.items()]
    view = warehouse(tmp_path, report(HEAD + "\n".join(lines)))
    behind = {c: one(view, areas.ENGLAND if c == "England" else c, "nctr_patients").organisations for c in places}
    assert behind == {"England": 2, "DMR01": 2, "DMI01": 2, "DMT01": 1, "DMT02": 1, "DMT03": None}


def test_the_national_series_speaks_for_england_and_the_month_for_the_providers_behind(tmp_path):
    lines = [
        every_day(c, "2024-01", [v] * 31, "nctr_patients") for c, v in (("England", 9), ("DMT01", 4), ("DMT02", 5))
    ]
    national = HEAD + every_day("England", "2023-12", [7] * 31, "nctr_patients")
    national += "\n" + every_day("England", "2024-01", [10] * 31, "nctr_patients")
    view = warehouse(tmp_path, report(HEAD + "\n".join(lines)), report(national, series="time_series"))
    december, january = series(view, Ask("nctr_patients"), [areas.ENGLAND])
    assert (january.value, january.series, january.organisations) == (10, "time_series", 2)
    assert (december.value, december.series, december.organisations) == (7, "time_series", None)
    (first, *_) = series(view, Ask("nctr_patients", grain="day", start="2024-01"), [areas.ENGLAND])
    assert (first.period, first.value, first.series) == ("2024-01-01", 10, "time_series")


def test_a_month_that_the_national_series_does_not_hold_comes_from_its_file(tmp_path):
    month = report(HEAD + every_day("England", "2024-02", [8] * 29), published="2024-03-14")
    national = report(HEAD + every_day("England", "2024-01", [10] * 31), series="time_series")
    view = warehouse(tmp_path, month, national)
    assert [(f.value, f.series) for f in series(view, Ask(REMAINING), [areas.ENGLAND])] == [
        (10, "time_series"),
        (8, "monthly"),
    ]


def test_the_version_issued_last_speaks_and_the_one_before_is_kept(tmp_path):
    old = report(HEAD + every_day("DMT01", "2024-01", [10] * 31), current=False)
    new = report(HEAD + every_day("DMT01", "2024-01", [12] * 31), revised="2024-08-08")
    view = warehouse(tmp_path, old, new)
    found = one(view, "DMT01")
    assert (found.value, found.vintage) == (12, "2024-08-08")
    kept = view.rows(
        "SELECT STRFTIME(vintage, '%Y-%m-%d'), value FROM national.discharge WHERE basis = 'plain' ORDER BY vintage"
    )
    assert kept == [("2024-02-08", 10.0), ("2024-08-08", 12.0)]


PATHWAYS = """
code    | when    | measure         | pathway | detail     | value
England | 2024-01 | nctr_discharged | P0      | P0 home    | 60
England | 2024-01 | nctr_discharged | P1      | P1 home    | 20
England | 2024-01 | nctr_discharged | P1      | P1 hotel   | 5
England | 2024-01 | nctr_discharged | P2      | P2 hospice | 15
DMT01   | 2024-01 | nctr_discharged | P0      | P0 home    | 9
DMT01   | 2024-01 | nctr_discharged | P1      | P1 home    | 3
DMT01   | 2024-01 | nctr_discharged | P2      | P2 hospice | [c]
DMT02   | 2024-01 | nctr_discharged | P0      | P0 home    | -
DMT02   | 2024-01 | nctr_discharged | P1      | P1 home    | -
DMT03   | 2024-01 | nctr_discharged | P0      | P0 home    | 0
DMT03   | 2024-01 | nctr_discharged | P1      | P1 home    | 0
"""


def test_a_share_is_of_all_discharges_with_a_pathway_and_says_who_is_left_out(tmp_path):
    view = warehouse(tmp_path, report(PATHWAYS))
    shares = {p: one(view, areas.ENGLAND, SHARE, pathway=p).value for p in ("P0", "P1", "P2", "P3")}
    assert shares == {"P0": 60, "P1": 25, "P2": 15, "P3": None}
    trust = one(view, "DMT01", SHARE, pathway="P1")
    assert (trust.value, trust.note) == (25, "people discharged to a hospice are left out")
    assert one(view, "DMT02", SHARE, pathway="P1").status == "not_submitted"
    empty = one(view, "DMT03", SHARE, pathway="P1")
    assert (empty.value, empty.status, empty.note) == (None, "refused", "no discharges in the month")


WEEKS = """
code    | when       | grain | measure         | value
England | 2023-12-25 | week  | bed_days_14plus | 100
England | 2024-01-01 | week  | bed_days_14plus | 120
England | 2024-01-08 | week  | bed_days_14plus | 140
England | 2024-01-29 | week  | bed_days_14plus | 999
"""


def test_a_week_of_the_national_series_belongs_to_the_month_that_has_most_of_it(tmp_path):
    view = warehouse(tmp_path, report(WEEKS, series="time_series"))
    found = {f.period: (f.value, f.days) for f in series(view, Ask("bed_days_14plus"), [areas.ENGLAND])}
    assert found == {"2023-12": (100, 1), "2024-01": (130, 2), "2024-02": (999, 1)}


def test_a_week_of_a_monthly_file_belongs_to_its_month(tmp_path):
    text = WEEKS.replace("England | 2023-12-25 | week  | bed_days_14plus | 100\n", "")
    view = warehouse(tmp_path, report(text))
    found = one(view, areas.ENGLAND, "bed_days_14plus")
    assert (found.period, found.value, found.days) == ("2024-01", (120 + 140 + 999) / 3, 3)


def test_settings_are_two_publications_that_do_not_meet(tmp_path):
    acute = report(HEAD + every_day("England", "2024-01", [10] * 31))
    community = report(HEAD + every_day("England", "2024-01", [3] * 31), source="discharge_community")
    view = warehouse(tmp_path, acute, community)
    assert one(view, areas.ENGLAND).value == 10
    found = one(view, areas.ENGLAND, setting="community")
    assert (found.value, found.source) == (3, "discharge_community")


REFUSED = {
    "a share without a pathway": (Ask(SHARE), "needs a pathway"),
    "a pathway of something else": (Ask(REMAINING, pathway="P1"), "is not split by pathway"),
    "days of bed days": (Ask("bed_days_14plus", grain="day"), "has no days; ask for weeks or months"),
    "weeks of people": (Ask(REMAINING, grain="week"), "has no weeks; ask for days or months"),
    "balanced weeks": (Ask("bed_days_21plus", basis="balanced"), "no weekdays to balance"),
    "balanced days": (Ask(REMAINING, basis="balanced", grain="day"), "no weekdays to balance"),
    "seven days in the community": (Ask("bed_days_7plus", setting="community"), "14 and 21 days only"),
}


@pytest.mark.parametrize(("ask", "said"), REFUSED.values(), ids=REFUSED)
def test_what_no_report_holds_is_refused_with_what_there_is(ask, said):
    with pytest.raises(NotPublished, match=said):
        check(ask)


def test_councils_have_no_discharge_report():
    with pytest.raises(NotPublished, match="not published for a council"):
        check(Ask(REMAINING), areas.COUNCIL)
