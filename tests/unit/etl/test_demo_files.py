"""Demonstration publications as files: the same bytes for a seed, in the publishers' layouts, unmistakable."""

import hashlib
import os
import subprocess
import sys

import pytest

from domain import periods
from domain.demonstration import SEED
from etl.demo import council_workbooks, publish
from etl.demo.councils import councils
from etl.demo.figures import MONTHS
from etl.fetch.folder import place
from etl.workbook import Workbook
from tests.shared import ROOT

ONE_WORKBOOK = """
import hashlib
from etl.demo import council_workbooks, publish
from etl.demo.councils import councils
figures = publish.figures_by_month(councils(), publish.SEED)
print(hashlib.sha256(council_workbooks.workbook("2017-05", figures["2017-05"])).hexdigest())
"""


def test_a_seed_gives_the_same_bytes_in_every_file(demo_site):
    written = dict(publish.publications(SEED))
    assert len(written) > len(MONTHS) + 10
    assert all(place(demo_site, address).read_bytes() == body for address, body in written.items())


def test_a_seed_gives_the_same_bytes_in_another_process(demo_site):
    answer = subprocess.run(
        [sys.executable, "-c", ONE_WORKBOOK],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    (file,) = demo_site.rglob("LA-Type-B-May-2017-demo.xlsx")
    assert answer.stdout.strip() == hashlib.sha256(file.read_bytes()).hexdigest()


def test_another_seed_gives_other_figures_of_the_same_councils():
    one, other = (publish.figures_by_month(councils(), seed) for seed in (SEED, SEED + 1))
    assert one.keys() == other.keys()
    assert one["2017-05"].keys() == other["2017-05"].keys()
    differing = [council for council, cells in one["2017-05"].items() if cells != other["2017-05"][council]]
    assert len(differing) > 50


def test_a_folder_of_the_same_seed_is_left_and_one_of_another_seed_is_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "publications", lambda seed: iter([("https://www.england.nhs.uk/a", b"%d" % seed)]))
    first = publish.write(tmp_path, seed=1)
    stamp = (first / "www.england.nhs.uk" / "a").stat().st_mtime_ns
    assert publish.write(tmp_path, seed=1) == first
    assert (first / "www.england.nhs.uk" / "a").stat().st_mtime_ns == stamp
    second = publish.write(tmp_path, seed=2)
    assert [folder.name for folder in tmp_path.iterdir()] == [second.name]


def test_there_is_a_workbook_for_every_month_a_page_for_every_year_and_every_series(demo_site):
    names = sorted(file.name for file in demo_site.rglob("*.xlsx"))
    assert len([name for name in names if name.startswith("LA-Type-B")]) == 48
    assert [name for name in names if "eries" in name] == [
        "DTOC-England-Timeseries-March-2019-demo.xlsx",
        "Daily-discharge-sitrep-timeseries-data-webfile-demo.xlsx",
        "Monthly-AE-Time-Series-March-2019-demo.xlsx",
    ]
    assert len([name for name in names if name.startswith("Trust-Type-B")]) == 12
    assert len([name for name in names if name.startswith("Beds-Open-Overnight")]) == 16
    assert len(list(demo_site.rglob("index.html"))) == 28
    assert len(list(demo_site.rglob("Monthly-AE-*-demo.csv"))) == 47
    assert [name for name in names if "by-provider" in name] == ["March-2019-AE-by-provider-demo.xlsx"]
    assert [file.name for file in demo_site.rglob("*.ods")] == ["ascof_2018_19.ods"]


@pytest.mark.parametrize(
    ("month", "ons", "beds", "care_sheet"),
    [
        ("2015-04", "", False, "LA - by Type of Care"),
        ("2015-07", "ONS Geography", False, "LA - by Type of Care"),
        ("2017-04", "ONS Geography", True, "LA - by type of care"),
    ],
)
def test_the_three_layout_eras_are_there(demo_site, month, ons, beds, care_sheet):
    (file,) = demo_site.rglob(f"LA-Type-B-{periods.label(month).replace(' ', '-')}-demo.xlsx")
    book = Workbook(file.read_bytes())
    header = book.rows("LA - by responsible org")[13]
    assert header[2] == ons
    assert (header.count("NHS") == 2) is beds
    assert care_sheet in book.sheets


def test_every_series_and_every_page_say_demonstration_too(demo_site):
    for file in demo_site.rglob("*.ods"):
        rows = Workbook(file.read_bytes()).rows("Cover")
        assert any("Demonstration" in str(cell) for row in rows for cell in row)
    for file in demo_site.rglob("*eries*.xlsx"):
        book = Workbook(file.read_bytes())
        assert all(any("Demonstration" in str(c) for row in book.rows(s)[:15] for c in row) for s in book.sheets), (
            file.name
        )
    for file in demo_site.rglob("index.html"):
        assert "Demonstration data" in file.read_text("utf-8")


def test_workbooks_carry_no_trace_of_when_they_were_written():
    cells = publish.figures_by_month(councils()[:3], SEED)["2018-01"]
    assert council_workbooks.workbook("2018-01", cells) == council_workbooks.workbook("2018-01", cells)


def test_what_was_fetched_from_the_site_of_another_generator_is_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "publications", lambda seed: iter([("https://www.england.nhs.uk/a", b"%d" % seed)]))
    kept, seen = tmp_path / "raw" / "dtoc_councils", tmp_path / "seen.json"

    def fetched():
        kept.mkdir(parents=True, exist_ok=True)
        seen.write_text("{}")

    fetched()
    publish.renew(tmp_path, seed=1)
    assert kept.is_dir() and seen.exists()  # nothing was there before
    publish.renew(tmp_path, seed=1)
    assert kept.is_dir() and seen.exists()
    publish.renew(tmp_path, seed=2)
    assert not kept.exists() and not seen.exists()
