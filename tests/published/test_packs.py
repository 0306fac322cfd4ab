"""A pack of real figures holds the publisher's numbers, and no word of demonstration."""

import json

from exports.pack import FORMATS
from exports.writing import contents
from tests.published import truths
from tests.shared import needs_shared
from tests.unit.exports import made


@needs_shared
def test_derbyshire_in_january_2018(live):
    pack = made.pack(live, "E10000007", "2018-01")
    files = contents(pack, FORMATS)
    (printed,) = [
        row
        for row in truths.rows("dtoc_la_monthly_check.csv")
        if (row["period"], row["ons_code"]) == ("2018-01", "E10000007")
    ]
    headline = {row["indicator"]: row for row in made.rows_of(files["headline.csv"])}
    assert int(headline["dtoc_days"]["value"]) == int(printed["total"])
    assert abs(float(headline["dtoc_beds"]["value"]) - int(printed["total"]) / 31) < 1e-12
    rows = {row["body"]: row for row in made.rows_of(files["by_body.csv"]) if row["period"] == "2018-01"}
    assert {body: int(rows[body]["dtoc_days"]) for body in ("nhs", "social_care", "both")} == {
        body: int(printed[body]) for body in ("nhs", "social_care", "both")
    }
    _, cells = made.table_of(made.book_of(files["pack.xlsx"]), "Headline")
    assert {row[3] for row in cells if row[:2] == ["Delayed days", "days"] and "12" not in row[2]} == {
        int(printed["total"])
    }
    assert not [name for name, data in files.items() if name != "pack.xlsx" and b"emonstration data \xe2" in data]


@needs_shared
def test_a_missing_workbook_is_not_held_and_no_year_is_made_up(live):
    pack = made.pack(live, "Derbyshire", "2018-01")
    held = {row["period"]: row for row in made.rows_of(contents(pack, ["csv"])["by_body.csv"]) if row["body"] == "all"}
    gaps = {month for month, row in held.items() if row["status"] == "not held"}
    assert gaps == {"2016-07", "2017-05", "2017-11"}
    assert {held[month]["dtoc_days"] for month in gaps} == {""}
    row = made.rows_of(contents(pack, ["csv"])["headline.csv"])[0]
    assert (row["twelve_months"], row["twelve_months_change"]) == ("", "")
    assert "not held: July\xa02016, May\xa02017 and November\xa02017" in row["in_words"]


@needs_shared
def test_england_is_the_national_series_and_what_was_revised_is_said(live):
    pack = made.pack(live, "England", "2018-01")
    files = contents(pack, ["csv"])
    value = {row["indicator"]: row["value"] for row in made.rows_of(files["headline.csv"])}
    assert (value["dtoc_days"], round(float(value["dtoc_beds"]), 1)) == ("151383", 4883.3)
    assert value["emergency_admissions"] == "526045"
    said = json.loads(files["manifest.json"])["revised_since_the_month_before"]
    assert (said["month_before"], said["published"]) == ("2017-12", "2018-02-08")
    assert [one["revised"] for one in said["files"]] == ["2020-09-10"]


@needs_shared
def test_two_councils_of_one_name_are_told_apart_by_the_month(live):
    assert made.pack(live, "Dorset", "2018-01").area.code == "E10000009"
    assert made.pack(live, "Dorset", "2019-12").area.code == "E06000059"
