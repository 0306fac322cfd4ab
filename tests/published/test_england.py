"""Every row of the England check tables comes out of the queries, to the unit."""

import pytest

from components.text import round_half_up
from domain import areas
from tests.published import truths
from warehouse.queries.series import Ask, series

REASONS = ("A", "B", "C", "Di", "Dii", "E", "F", "G", "H", "I", "O")
CARE = {"Acute": "acute", "Non-Acute": "non_acute"}
BODY = {"NHS": "nhs", "Social Care": "social_care", "Both": "both"}
MEASURES = {
    "att_total": "ae_attendances",
    "ea_via_ae": "emergency_admissions_via_ae",
    "ea_total": "emergency_admissions",
    "dta_gt4h": "dta_waits_4h",
    "dta_gt12h": "dta_waits_12h",
}


def _days(live, **cut) -> dict[str, float]:
    return {one.period: one.value for one in series(live, Ask("dtoc_days", **cut), [areas.ENGLAND])}


@pytest.mark.parametrize(
    ("column", "cut"),
    [
        ("tot", {}),
        ("ac", {"care": "acute"}),
        ("nhs", {"body": "nhs"}),
        ("sc", {"body": "social_care"}),
        ("both", {"body": "both"}),
        *((reason, {"reason": reason.upper()}) for reason in REASONS),
    ],
)
def test_every_month_of_the_series_is_reproduced(live, column, cut):
    found = _days(live, **cut)
    table = truths.rows("dtoc_england_monthly_check.csv")
    assert len(found) == len(table) == 115
    assert {row["period"]: float(row[column]) for row in table} == found


def test_dtoc_beds_are_reproduced_at_full_precision(live):
    found = {one.period: one.value for one in series(live, Ask("dtoc_beds"), [areas.ENGLAND])}
    for row in truths.rows("dtoc_england_monthly_check.csv"):
        assert found[row["period"]] == pytest.approx(float(row["beds"]), rel=1e-12)


def test_the_full_cross_of_care_reason_and_body_is_reproduced(live):
    table = truths.rows("dtoc_england_matrix_check.csv")
    wanted: dict[tuple[str, str, str], dict[str, float]] = {}
    for row in table:
        reason = row["reason"].split(")")[0].upper()
        key = (CARE[row["care_type"]], reason, BODY[row["attributable"]])
        wanted.setdefault(key, {})[row["period"]] = float(row["delayed_days"])
    for (care, reason, body), months in wanted.items():
        assert _days(live, care=care, reason=reason, body=body) == months
    assert sum(map(len, wanted.values())) == len(table)


@pytest.mark.parametrize(("column", "measure"), MEASURES.items())
def test_every_month_of_admissions_is_reproduced_after_rounding_half_up(live, column, measure):
    found = {one.period: one.value for one in series(live, Ask(measure), [areas.ENGLAND])}
    table = truths.rows("ae_england_monthly_check.csv")
    assert len(found) == len(table) == 188
    assert {month: round_half_up(value) for month, value in found.items()} == {
        r["period"]: int(r[column]) for r in table
    }


def test_parts_of_admissions_are_reproduced(live):
    parts = {
        "att_t1": "ae_attendances_type_1",
        "att_t2": "ae_attendances_type_2",
        "att_t3": "ae_attendances_type_3",
        "ea_t1": "emergency_admissions_via_type_1",
        "ea_t2": "emergency_admissions_via_type_2",
        "ea_t3_4": "emergency_admissions_via_type_3_4",
        "ea_other": "emergency_admissions_other",
    }
    held = live.rows(
        "SELECT measure, STRFTIME(period, '%Y-%m'), value FROM national.emergency_current WHERE area_type = 'country'"
    )
    found = {(measure, month): round_half_up(value) for measure, month, value in held}
    for row in truths.rows("ae_england_monthly_check.csv"):
        assert {c: found[m, row["period"]] for c, m in parts.items()} == {c: int(row[c]) for c in parts}
