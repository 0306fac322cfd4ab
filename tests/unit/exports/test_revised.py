"""What was revised since the pack of the month before: by the dates that files print, by how much where known."""

import json

import pytest

from domain import periods
from exports.pack import Absent
from exports.writing import contents
from tests.spec.tiny import councils, england, warehouse
from tests.unit.exports import made

ROW = "period | nhs | ons | name | value\n{month} | DM01 | E10999001 | Alder | {days}"


def _month(month, days, published, revised="", *, current=True):
    return councils(ROW.format(month=month, days=days), published=published, revised=revised, current=current)


def _pack(root, *releases, area="Alder"):
    return made.pack(warehouse(root, *releases), area, "2018-03")


def _rows(pack):
    keys = [column.key for column in pack.table("revised").columns]
    return {row[0]: dict(zip(keys, row, strict=True)) for row in pack.revised.rows}


QUIET = (_month("2018-02", 280, "2018-04-12"), _month("2018-03", 310, "2018-05-10"))


def test_nothing_is_said_to_be_nothing(tmp_path):
    pack = _pack(tmp_path, *_month("2018-01", 300, "2018-03-08", "2018-04-12"), *QUIET[0], *QUIET[1])
    assert pack.revised.words == (
        "Nothing that this pack holds was revised after 12\xa0April\xa02018, when February\xa02018 was published."
    )
    assert pack.table("revised") is None
    said = json.loads(contents(pack, ["csv"])["manifest.json"])["revised_since_the_month_before"]
    assert (said["month_before"], said["published"], said["files"]) == ("2018-02", "2018-04-12", "nothing")


def test_a_file_revised_after_the_month_before_was_published_is_named_with_its_days(tmp_path):
    pack = _pack(
        tmp_path,
        *_month("2018-01", 300, "2018-03-08", current=False),
        *_month("2018-01", 333, "2018-03-08", "2018-05-10"),
        *QUIET[0],
        *QUIET[1],
    )
    row = _rows(pack)["2018-01"]
    assert (row["revised"], row["days_before"], row["days_now"]) == ("2018-05-10", 300, 333)
    assert pack.revised.words.startswith("1 file of months that were out before March\xa02018 was revised after 12")
    (said,) = json.loads(contents(pack, ["csv"])["manifest.json"])["revised_since_the_month_before"]["files"]
    assert (said["release"], said["days_before"], said["days_now"]) == ("2018-01", 300, 333)


def test_a_revision_of_the_month_itself_was_in_no_earlier_pack(tmp_path):
    pack = _pack(tmp_path, *QUIET[0], *_month("2018-03", 310, "2018-05-10", "2018-12-13"))
    assert pack.revised.rows == ()


def test_without_the_version_before_the_size_is_not_known(tmp_path):
    pack = _pack(tmp_path, *_month("2018-01", 333, "2018-03-08", "2018-05-10"), *QUIET[0], *QUIET[1])
    row = _rows(pack)["2018-01"]
    assert (row["days_before"], row["days_now"]) == (Absent("[x]", "version before not held"), 333)


def test_months_of_the_national_series_that_differ_are_listed(tmp_path):
    series = "period | value\n2018-01 | 1000\n2018-02 | 900\n2018-03 | 950"
    pack = _pack(
        tmp_path,
        *QUIET[0],
        *QUIET[1],
        *england(series, published="2018-05-10", current=False),
        *england(series.replace("1000", "1010"), published="2018-05-10", revised="2018-09-13"),
        area="England",
    )
    assert _rows(pack)["series"]["note"] == "January 2018 1,000 to 1,010 days"


@pytest.mark.parametrize("months", [["2018-03"], ["2017-09", "2018-03"]])
def test_without_a_pack_shortly_before_it_is_not_known(tmp_path, months):
    files = [one for month in months for one in _month(month, 9, str(periods.first_day(periods.plus(month, 2))))]
    pack = _pack(tmp_path, *files)
    assert pack.revised.words.startswith("Not known: ")
    said = json.loads(contents(pack, ["csv"])["manifest.json"])["revised_since_the_month_before"]
    assert said["files"] == "not known"


BEFORE = (*_month("2018-01", 300, "2018-03-08"), *_month("2018-02", 280, "2018-04-12"))
AFTER = (
    *_month("2018-01", 300, "2018-03-08", current=False),
    *_month("2018-01", 333, "2018-03-08", "2018-05-10"),
    *_month("2018-02", 280, "2018-04-12"),
    *_month("2018-03", 310, "2018-05-10"),
)


def _all_days(files, month):
    (row,) = [row for row in made.rows_of(files["by_body.csv"]) if (row["period"], row["body"]) == (month, "all")]
    return int(row["dtoc_days"])


def test_the_pack_of_a_later_build_names_what_the_pack_of_the_month_before_showed(tmp_path):
    earlier = contents(made.pack(warehouse(tmp_path / "a", *BEFORE), "Alder", "2018-02"), ["csv", "xlsx"])
    later = contents(made.pack(warehouse(tmp_path / "b", *AFTER), "Alder", "2018-03"), ["csv", "xlsx"])
    (row,) = made.rows_of(later["revised.csv"])
    assert (int(row["days_before"]), int(row["days_now"])) == (300, 333)
    assert int(row["days_before"]) == _all_days(earlier, "2018-01")
    assert int(row["days_now"]) == _all_days(later, "2018-01")
    head, (cells,) = made.table_of(made.book_of(later["pack.xlsx"]), "Revised")
    assert dict(zip(head, cells, strict=True))["Delayed days before"] == 300
    assert f"{cells[head.index('Revised')]:%Y-%m-%d}" == "2018-05-10"
    assert "Revised" not in made.book_of(earlier["pack.xlsx"]).sheetnames


def test_of_two_revisions_the_version_that_the_pack_of_the_month_before_showed_is_compared(tmp_path):
    twice = (
        *_month("2018-01", 300, "2018-03-08", current=False),
        *_month("2018-01", 320, "2018-03-08", "2018-04-12", current=False),
        *_month("2018-01", 326, "2018-03-08", "2018-04-26", current=False),
        *_month("2018-01", 333, "2018-03-08", "2018-05-10"),
    )
    row = _rows(_pack(tmp_path, *twice, *QUIET[0], *QUIET[1]))["2018-01"]
    assert (row["days_before"], row["days_now"]) == (320, 333)
