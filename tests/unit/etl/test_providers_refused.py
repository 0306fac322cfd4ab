"""A&E files by provider that cannot be right are refused, with the place and what was expected."""

import pytest

from etl.problems import FileRefused, NotThisPublication
from etl.sources import ae_providers
from tests.unit.etl.provider_files import BOOKED, LEAD, lines, read, written


def _cell(text):
    def change(rows):
        rows[2][6] = text

    return change


def _total_differs(rows):
    rows[-1][4] = "3001"


def _no_total(rows):
    rows.pop()


def _two_totals(rows):
    rows.append(rows[-1])


def _code_twice(rows):
    rows.insert(2, [*rows[1]])
    rows[-1][4:] = [str(int(a) + int(b)) for a, b in zip(rows[-1][4:], rows[1][4:], strict=True)]


def _no_code(rows):
    rows[1][1] = ""


def _two_periods(rows):
    rows[2][0] = "MSitAE-JULY-2024"


def _cut_off(rows):
    rows[2] = rows[2][:9]


def _column_lost(rows):
    rows[:] = [row[:-1] for row in rows]


def _column_twice(rows):
    rows[0][5] = rows[0][4]


def _more_waits_than_people(rows):
    rows[3][4 + 6], rows[-1][4 + 6] = "281", str(int(rows[-1][4 + 6]) + 281)


REFUSED = [
    (_cell("12a"), "line 3, column G: found '12a'"),
    (_cell("-5"), "line 3, column G: found '-5'"),
    (_cell("1.5"), "found '1.5'; expected a whole number"),
    (_cell("1,23"), "found '1,23'"),
    (_cell("*"), "found '*'"),
    (_cell("80.00%"), "found '80.00%'"),
    (_cell("1e3"), "found '1e3'"),
    (_cell("\u0661\u0662"), "line 3, column G"),
    (_cell("9" * 15), "line 3, column G"),
    (_total_differs, "line 5, column E (plain_1): found 3,001 for England; expected 3,000, the sum of the providers"),
    (_no_total, "found 0 rows with a total for England"),
    (_two_totals, "found 2 rows with a total for England"),
    (_code_twice, "line 3: found the code DMT01 twice"),
    (_no_code, "line 2, column B: found ''; expected the code of an organisation"),
    (_two_periods, "found the periods MSitAE-JUNE-2024, MSitAE-JULY-2024; expected one month"),
    (_cut_off, "line 3: found 9 cells; expected 22"),
    (_column_lost, "found no column for adm_other"),
    (_column_twice, "line 1, column F: found a second column"),
    (_more_waits_than_people, "line 4: found 284 ae_over_4h of DMT07; expected at most its 280 ae_attendances"),
]


@pytest.mark.parametrize(("change", "said"), REFUSED, ids=lambda value: getattr(value, "__name__", None))
def test_a_file_that_cannot_be_right_is_refused_with_its_place(change, said):
    rows = lines()
    change(rows)
    with pytest.raises(FileRefused) as problem:
        read(rows)
    assert said in str(problem.value)


@pytest.mark.parametrize("cut", [40, 400, 700, 900])
def test_a_file_that_was_cut_off_is_never_read(cut):
    with pytest.raises((FileRefused, NotThisPublication)):
        read(written(lines())[:cut])


@pytest.mark.parametrize(
    "data",
    [b"<!doctype html><html>", b"", b"\0\1\2,\3", b'"open quote,1,2\n3'],
    ids=["web page", "nothing", "bytes", "quote"],
)
def test_bytes_that_are_no_csv_file_are_refused(data):
    with pytest.raises(FileRefused):
        ae_providers.parse(data)


def test_another_publication_is_left_alone():
    with pytest.raises(NotThisPublication, match="no columns for the code"):
        ae_providers.parse(b"Period,Value\nJune 2024,1\n")
    with pytest.raises(NotThisPublication, match="none of its columns"):
        ae_providers.parse(b"Org Code,Org name,Ambulances\nDMT01,A,1\n")


@pytest.mark.parametrize("period", ["Quarter 1 2024-25", "April 2024 to June 2024", "Q1 2024-25"])
def test_the_quarterly_twin_is_left_alone(period):
    with pytest.raises(NotThisPublication, match="not one month"):
        read(lines(period=period))


def test_the_header_may_not_be_far_down():
    with pytest.raises(NotThisPublication):
        read([[f"note {number}"] for number in range(60)] + [[*LEAD, *BOOKED]])
