"""A&E by provider as published: files, control totals and forms of a month, and figures read off the workbook."""

import pytest

from domain import areas
from etl.sources import ae_providers
from tests import shared
from tests.published import truths
from warehouse.queries import organisations
from warehouse.queries.series import Ask, series

FOLDER = shared.DATA / "ae_provider"
BOOK, TABLE = "June-2025-AE-by-provider-3euC4-1.xlsx", "Monthly-AE-June-2025-1-1.csv"
FILES = sorted(file.name for file in FOLDER.glob("*")) if FOLDER.is_dir() else []
# Code and indicator to the figure of June 2025: workbook sheets Provider Level Data and System Level Data.
JUNE_2025 = {
    ("RC9", "emergency_admissions"): 7019,
    ("RGT", "dta_waits_12h"): 236,
    ("RWH", "ae_attendances"): 17034,
    ("RK9", "ae_over_4h"): 4669,
    ("QOX", "emergency_admissions"): 10475,
    ("QUE", "dta_waits_12h"): 755,
    ("QU9", "ae_attendances"): 60525,
    ("QHL", "ae_over_4h"): 15630,
}
# Months whose files came out before the national series was revised: the providers no longer add up to it.
REVISED_SINCE = {"2025-04", "2025-05", "2025-06"}


def _figures(name):
    parsed = ae_providers.parse((FOLDER / name).read_bytes())
    ae_providers.check(parsed)
    return parsed


@shared.needs_shared
@pytest.mark.parametrize("name", FILES)
def test_every_real_file_passes_every_control_total(name):
    parsed = _figures(name)
    assert parsed.key in ae_providers.SOURCE.title or parsed.key[:2] == "20"
    assert not parsed.notes
    assert 190 <= len([kind for kind in parsed.tables["organisations"]["kind"] if kind == "provider"]) <= 210


@shared.needs_shared
def test_the_workbook_and_the_csv_file_of_a_month_give_the_same_figures():
    book, table = _figures(BOOK), _figures(TABLE)
    assert book.key == table.key == "2025-06"
    assert ae_providers.agree(book, table) == ""


@pytest.mark.parametrize(("asked", "value"), JUNE_2025.items())
def test_figures_of_the_workbook_are_reproduced(live, asked, value):
    code, indicator = asked
    (one,) = series(live, Ask(indicator, "2025-06", "2025-06"), [code])
    assert one.value == value


def test_shares_of_boards_are_those_that_the_workbook_prints(live):
    (one,) = series(live, Ask("ae_within_4h_pct", "2025-06", "2025-06"), ["QHL"])
    assert one.value == pytest.approx(70.91443671145186)


def test_providers_add_up_to_the_national_series_until_it_was_revised(live):
    rows = live.rows("SELECT STRFTIME(period, '%Y-%m'), measure, difference FROM national.emergency_check")
    assert len({month for month, _, _ in rows}) == 13
    assert {month for month, _, difference in rows if difference} == REVISED_SINCE
    assert all(abs(difference) < 1_700 for _, _, difference in rows)


def test_england_is_the_check_table_whatever_the_providers_add_up_to(live):
    months = {row["period"]: row for row in truths.rows("ae_england_monthly_check.csv")}
    for one in series(live, Ask("emergency_admissions", "2024-06", "2025-06"), [areas.ENGLAND]):
        assert one.value == pytest.approx(float(months[one.period]["ea_total"]), abs=1)
        assert one.source == "ae_england"


def test_regions_and_boards_hold_every_provider_once(live):
    sql = """
        SELECT e.period, e.area_type, SUM(e.value) FROM national.emergency_areas AS e
        WHERE e.measure = 'emergency_admissions' AND e.period = DATE '2025-06-01' GROUP BY ALL
    """
    assert {kind: total for _, kind, total in live.rows(sql)} == {"icb": 536_896, "nhs_region": 536_896}


def test_organisations_are_known_by_their_last_published_name_region_and_board(live):
    trust = organisations.find(live, "R1H")
    assert (trust.name, trust.region_code, trust.icb_code) == ("Barts Health NHS Trust", "Y56", "QMF")
    assert (trust.first_period, trust.last_period) == ("2022-04", "2025-06")  # discharge reports came first
    assert organisations.became(live, "RAP") == "RAL"
    assert organisations.find(live, "RAP").valid_to == "2024-12-31"
    assert [one.code for one in organisations.members(live, "QOX")]
