"""Which file speaks for a month: CSV file or workbook, first issue or revision, dated or not."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from etl.selection import Release, select
from etl.snapshot import Snapshot
from etl.sources import ae_providers
from tests.unit.etl.provider_files import NEW, lines, read

TODAY = date(2026, 11, 1)
FOLDER = "https://www.england.nhs.uk/statistics/wp-content/uploads/sites/2"
OTHER = {**NEW, "DMT01": [1001, *NEW["DMT01"][1:]]}


def file(name, folder="2024/07", *, numbers=None, published=None, modified="", retrieved="2026-11-01T12:00:00+00:00"):
    parsed = replace(read(lines(numbers)), published=published, controls=None)
    facts = {
        "url": f"{FOLDER}/{folder}/{name}",
        "file_name": name,
        "last_modified": modified,
        "retrieved_at": retrieved,
    }
    return Release(Snapshot("ae_providers", name, Path(name), facts), parsed)


def choose(*files, before=()):
    marked, messages = select(ae_providers.SOURCE, files, before=frozenset(before), today=TODAY)
    return [one.snapshot.sha256 for one in marked if one.current], marked, messages


def test_a_file_that_prints_no_date_was_issued_when_it_was_uploaded():
    _, (one,), _ = choose(file("Monthly-AE-June-2024.csv"))
    assert (one.vintage, one.revised) == (date(2024, 7, 1), None)
    _, (one,), _ = choose(file("a.csv", modified="Thu, 11 Jul 2024 08:30:00 GMT"))
    assert one.vintage == date(2024, 7, 11)
    _, (one,), _ = choose(file("a.csv", modified="Sun, 01 Mar 2026 08:30:00 GMT"))
    assert one.vintage == date(2024, 7, 1)  # the site was moved: the folder knows better


@pytest.mark.parametrize("name", ["Monthly-AE-June-2024-revised.csv", "June-2024-AE-revised-150525-by-provider-x.csv"])
def test_a_file_so_named_is_a_revision_wherever_the_word_stands(name):
    current, marked, messages = choose(file("Monthly-AE-June-2024.csv"), file(name, "2025/05", numbers=OTHER))
    assert current == [name]
    assert {one.snapshot.sha256: one.revised for one in marked}[name] == date(2025, 5, 1)
    assert not [message for message in messages if message.level == "error"]


def test_a_workbook_speaks_for_a_month_that_was_also_issued_as_csv():
    book = file("June-2024-AE-by-provider-x.xlsx", published=date(2024, 7, 11))
    current, _, messages = choose(file("Monthly-AE-June-2024.csv"), book)
    assert (current, messages) == ([book.snapshot.sha256], [])


def test_a_revised_csv_file_goes_before_the_workbook_of_the_first_issue():
    book = file("June-2024-AE-by-provider-x.xlsx", published=date(2024, 7, 11))
    current, _, _ = choose(book, file("Monthly-AE-June-2024-revised.csv", "2025/05", numbers=OTHER))
    assert current == ["Monthly-AE-June-2024-revised.csv"]


def test_forms_of_one_issue_that_differ_leave_the_month_as_it_was():
    book = file("June-2024-AE-by-provider-x.xlsx", published=date(2024, 7, 11))
    table = file("Monthly-AE-June-2024.csv", numbers=OTHER)
    current, _, (message,) = choose(book, table)
    assert current == []
    assert message.level == "error"
    assert "of DMT01 is" in message.text
    assert choose(book, table, before=[table.snapshot.sha256])[0] == [table.snapshot.sha256]


def test_forms_that_list_other_providers_differ():
    parsed = read(lines())
    fewer = read(lines({code: values for code, values in NEW.items() if code != "DMT07"}))
    assert ae_providers.agree(parsed, fewer) == "only one of them has DMT07"
    assert ae_providers.agree(parsed, parsed) == ""


def test_new_bytes_at_the_same_address_replace_the_old_by_the_day_of_upload():
    first = file("Monthly-AE-June-2024.csv", modified="Thu, 11 Jul 2024 08:30:00 GMT")
    later = file("Monthly-AE-June-2024.csv", modified="Mon, 15 Jul 2024 08:30:00 GMT", numbers=OTHER)
    later = replace(later, snapshot=replace(later.snapshot, sha256="later"))
    assert choose(first, later)[0] == ["later"]


def test_a_later_version_with_far_fewer_providers_is_not_used():
    many = {f"DMT{n}": NEW["DMT01"] for n in range(10, 20)}
    named = {
        "code": list(many),
        "name": list(many),
        "kind": ["provider"] * 10,
        "region": [""] * 10,
        "icb_code": [""] * 10,
    }
    whole = file("whole.csv")
    whole = replace(whole, parsed=replace(whole.parsed, tables={**whole.parsed.tables, "organisations": named}))
    current, _, (message,) = choose(whole, file("few-revised.csv", "2025/05"))
    assert current == ["whole.csv"]
    assert "7 fewer providers" in message.text
