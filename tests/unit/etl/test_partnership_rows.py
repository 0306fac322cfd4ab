"""The example partnership's uploads are whole, valid by the declared sheets, and the same for a seed."""

import re
from collections import Counter
from datetime import date

import pytest

from domain import periods
from domain.local import spans
from domain.local.field import CHOICE, CHOICES, CODE, DATE, LONGEST, MONEY, MONTH, NUMBER, PERIOD, WHOLE
from domain.local.sheets import SHEET_BY_NAME, SHEETS
from etl.demo.partnership.place import AS_AT, A, Q, S
from etl.demo.partnership.uploads import faulty, uploads
from etl.local.state import key

UPLOADS = uploads()
ABOUT, ROWS, _ = UPLOADS[0]
LATEST = {**ROWS, **UPLOADS[1][1]}
PERCENT = (91, 78, 112, 55, 96, 88, 94, 83, 100, 97, 86, 118, 90, 61, 102, 100, 45, 0, 100)
DELIVERED = {f"S{number:02d}": percent for number, percent in enumerate(PERCENT, 1)}
CELLS = [
    (sheet, field, row[field.name])
    for sheet in SHEETS
    for row in LATEST[sheet.name]
    for field in sheet.fields
    if row[field.name] is not None
]


def test_counts_of_the_example():
    assert len(ROWS["schemes"]) == 19
    assert Counter(row["level"] for row in ROWS["indicators"]) == {"strategic": 9, "operational": 15, "personal": 5}
    assert len({row["line_id"] for row in ROWS["spend_lines"] if row["version"] == "plan"}) == 27 + 11
    assert Counter(row["area_code"] for row in ROWS["schemes"]) == {S: 8, A: 6, Q: 5}


def test_every_sheet_has_rows_with_every_field_and_every_key_once():
    for _, rows, _ in UPLOADS:
        for name, some in rows.items():
            assert some
            assert all(tuple(row) == tuple(SHEET_BY_NAME[name].by_name) for row in some)
            assert max(Counter(key(name, row) for row in some).values()) == 1, name
    assert set(ROWS) == set(SHEET_BY_NAME)


def test_what_is_required_is_there():
    empty = [
        (sheet.name, key(sheet.name, row), field.name)
        for sheet in SHEETS
        for row in LATEST[sheet.name]
        for field in sheet.fields
        if field.required and row[field.name] in (None, "")
    ]
    assert empty == []


def test_choices_are_of_their_lists_and_references_lead_somewhere():
    for sheet, field, value in CELLS:
        if field.kind in (CHOICE, CHOICES):
            assert set(value.split(", ")) <= set(field.choices), (sheet.name, field.name)
        if field.refers:
            other, _, name = field.refers.partition(".")
            assert value in {row[name] for row in LATEST[other]}, (sheet.name, field.name)


def test_numbers_dates_and_texts_are_what_their_fields_say():
    for sheet, field, value in CELLS:
        where = (sheet.name, field.name, value)
        if field.kind in (NUMBER, MONEY, WHOLE):
            assert isinstance(value, int if field.kind == WHOLE else float), where
            assert (field.least is None or value >= field.least) and (field.most is None or value <= field.most), where
        elif field.kind == MONTH:
            assert periods.month(value)
        elif field.kind == PERIOD:
            assert spans.parse(value)
        elif field.kind == DATE:
            assert "2015-04" <= date.fromisoformat(value).isoformat() < "2020", where
        elif field.kind == CODE:
            assert re.fullmatch(r"[A-Z][0-9]{2}P?", value), where
        elif field.kind in LONGEST:
            assert len(value) <= LONGEST[field.kind], where


def test_only_the_three_councils_are_named():
    assert set(ABOUT.area_codes) == {Q, A, S}
    named = {row["area_code"] for rows in LATEST.values() for row in rows if row.get("area_code")}
    assert named <= {Q, A, S}
    assert ABOUT.as_at == AS_AT == "2019-04"


def test_national_indicators_have_no_uploaded_values():
    national = {row["indicator_id"] for row in ROWS["indicators"] if row["national"]}
    assert national == {"I01", "I02", "I18", "I25", "I27"}
    uploaded = {row["indicator_id"] for row in LATEST["observations"]}
    assert uploaded == {row["indicator_id"] for row in ROWS["indicators"]} - national - {"I08"}


def test_a_scheme_claims_an_indicator_of_its_own_area():
    held = {(row["indicator_id"], row["area_code"]) for row in LATEST["observations"]}
    national = {row["indicator_id"] for row in ROWS["indicators"] if row["national"]}
    area = {row["scheme_id"]: row["area_code"] for row in ROWS["schemes"]}
    for link in ROWS["links"]:
        assert link["indicator_id"] in national or (link["indicator_id"], area[link["scheme_id"]]) in held, link


def test_every_claim_was_registered_before_its_scheme_started():
    start = {row["scheme_id"]: row["actual_start"] or row["planned_start"] for row in ROWS["schemes"]}
    assert all(link["registered_on"] < start[link["scheme_id"]] for link in ROWS["links"])
    assert {link["scheme_id"] for link in ROWS["links"]} == set(start)


@pytest.mark.parametrize(("scheme", "percent"), DELIVERED.items())
def test_outputs_are_delivered_to_the_per_cent_of_plan(scheme, percent):
    rows = [row for row in ROWS["outputs"] if row["scheme_id"] == scheme]
    row = next(row for row in ROWS["schemes"] if row["scheme_id"] == scheme)
    months = periods.span(row["actual_start"] or row["planned_start"], row["ended"] or "2019-03")
    assert [one["period"] for one in rows] == list(months)
    assert round(100 * sum(one["actual"] for one in rows) / sum(one["planned"] for one in rows)) == percent


def test_volunteers_see_eight_to_twenty_people_a_month():
    assert all(8 <= row["actual"] <= 20 for row in ROWS["outputs"] if row["scheme_id"] == "S14")


def test_the_same_seed_gives_the_same_rows_and_another_seed_others():
    assert uploads() == UPLOADS
    other = uploads(1)
    assert other[0][1]["observations"] != ROWS["observations"]
    assert other[0][1]["spend_lines"] == ROWS["spend_lines"]


def test_commentary_is_signed_by_roles_and_misses_are_explained():
    assert all(row["role"][0].islower() for row in ROWS["commentary"])
    assert {"I01", "I03", "I05", "I06"} <= {row["indicator_id"] for row in ROWS["commentary"]}
    assert {(row["scheme_id"], row["state"], row["decision"]) for row in ROWS["decisions"]} >= {
        ("S09", "decided", "stop"),
        ("S16", "decided", "stop"),
        ("S12", "proposed", "change"),
        ("S17", "proposed", "change"),
    }
    text = " ".join(row["text"] for row in ROWS["commentary"])
    assert '"' not in text and "“" not in text


def test_the_workbook_that_must_fail_says_540_per_cent():
    _, rows = faulty()
    assert [row["value"] for row in rows["observations"]].count(540.0) == 1
    assert 540.0 not in [row["value"] for row in LATEST["observations"] if row["indicator_id"] == "I11"]
