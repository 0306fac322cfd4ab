"""Every row of the council check table comes out of the warehouse, to the unit."""

from domain import areas
from tests.published import truths

_FACTS = """
SELECT STRFTIME(d.period, '%Y-%m') AS month, d.area_code, d.body, d.value
FROM national.delays AS d
JOIN national.snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.is_current
WHERE d.source = 'dtoc_councils' AND d.reason = 'all' AND d.care_type = 'all'
"""
BODIES = {"nhs": "nhs", "social_care": "social_care", "both": "both", "total": "all"}


def _codes(live) -> dict[tuple[str, str], str]:
    """(month, NHS code) to area code; 809 by date."""
    known = {}
    for area, codes, first, last in live.rows(
        "SELECT area_code, nhs_codes, first_period, last_period FROM national.areas WHERE first_period IS NOT NULL"
    ):
        for code in codes.split() if codes else []:
            known.setdefault(code, []).append((first, last, area))
    return known


def test_every_council_row_is_reproduced(live):
    facts = {(month, area, body): value for month, area, body, value in live.rows(_FACTS)}
    known, checked = _codes(live), 0
    for row in truths.rows("dtoc_la_monthly_check.csv"):
        month = row["period"]
        area = areas.ENGLAND
        if row["name"] != "England":
            (area,) = [code for first, last, code in known[row["la_code"]] if first <= month <= last]
        assert not row["ons_code"] or row["ons_code"] == area
        submitted = any(row[part] for part in ("nhs", "social_care", "both"))
        for column, body in BODIES.items():
            printed = row[column] if submitted else ""
            assert facts[month, area, body] == (float(printed) if printed else None), (row, body)
            checked += 1
    assert checked == 4 * len(truths.rows("dtoc_la_monthly_check.csv"))


def test_no_council_row_was_invented(live):
    held = live.rows(f"SELECT COUNT(*) FROM ({_FACTS})")
    assert held[0][0] == 4 * len(truths.rows("dtoc_la_monthly_check.csv"))


def test_councils_and_residents_outside_add_up_to_england_in_every_month(live):
    sums = live.rows(
        """
        SELECT STRFTIME(d.period, '%Y-%m'), d.body, d.reason, d.care_type,
            SUM(CASE WHEN d.area_type = 'country' THEN d.value ELSE 0 END),
            SUM(CASE WHEN d.area_type <> 'country' THEN COALESCE(d.value, 0) ELSE 0 END)
        FROM national.delays AS d
        JOIN national.snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.is_current
        WHERE d.source = 'dtoc_councils'
        GROUP BY d.period, d.body, d.reason, d.care_type
        """
    )
    assert len({row[0] for row in sums}) == 92
    assert [row for row in sums if row[4] != row[5]] == []
