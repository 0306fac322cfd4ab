"""Answers of the population interface: ages, areas, and what is refused."""

import pytest

from domain import population as vintages
from etl.problems import FileRefused
from etl.sources import population
from tests.unit.etl.small import AMBERMOOR, QUILLSHIRE, population_answer


def read(text):
    parsed = population.parse(text if isinstance(text, bytes) else text.encode())
    population.check(parsed)
    return parsed


def refused(text):
    with pytest.raises(FileRefused) as problem:
        read(text)
    return problem.value


def residents(parsed, code, ages=range(91)):
    table = parsed.tables["population"]
    rows = zip(table["ons_code"], table["age"], table["value"], strict=True)
    return sum(value for area, age, value in rows if area == code and age in ages)


def without(text, *words):
    """The answer without the lines that hold all of the words."""
    return "\r\n".join(line for line in text.split("\r\n") if not all(word in line for word in words))


def recount(text):
    """The answer with a RECORD_COUNT that fits its rows."""
    head, *rows = [line for line in text.split("\r\n") if line]
    return "\r\n".join([head, *(f"{row.rsplit(',', 1)[0]},{len(rows)}" for row in rows)]) + "\r\n"


def test_residents_by_single_year_of_age_are_read():
    parsed = read(population_answer(2017))
    assert (parsed.key, parsed.start, parsed.end) == ("2017", "2017-06", "2017-06")
    assert residents(parsed, QUILLSHIRE.ons_code, range(18, 91)) == 612_000
    assert residents(parsed, QUILLSHIRE.ons_code, range(65, 91)) == 151_000
    assert residents(parsed, "E92000001", range(18, 91)) == 612_000 + 198_000 + 254_000
    assert parsed.tables["population_names"]["name"] == ["Quillshire", "Ambermoor", "Saltmarrow", "England"]
    assert parsed.published is None


def test_a_second_page_with_a_header_of_its_own_goes_on_where_the_first_one_ended():
    whole = population_answer()
    head, *rows = whole.split("\r\n")
    pages = "\r\n".join([head, *rows[:100]]) + "\r\n" + "\ufeff" + "\r\n".join([head, *rows[100:]])
    assert read("\ufeff" + pages).tables == read(whole).tables


def test_the_label_decides_the_age_and_not_the_order_of_the_rows():
    head, *rows = [line for line in population_answer().split("\r\n") if line]
    shuffled = "\r\n".join([head, *reversed(rows)])
    ages = range(18, 91)
    assert residents(read(shuffled), AMBERMOOR.ons_code, ages) == residents(
        read(population_answer()), AMBERMOOR.ons_code, ages
    )


@pytest.mark.parametrize("label", ["AGE 7", " age 7 ", "Age 07"])
def test_an_age_may_be_written_in_other_letters(label):
    assert read(population_answer().replace('"Age 7"', f'"{label}"')).tables == read(population_answer()).tables


@pytest.mark.parametrize("label", ["Aged 7", "7", "Age 90", "Age 107", "All ages", "Aged 85+", "Age 5-9", ""])
def test_an_age_never_seen_is_refused_with_its_line(label):
    problem = refused(population_answer().replace('"Age 7"', f'"{label}"'))
    assert problem.found == f"the age '{label}'"
    assert problem.where == "line 9, C_AGE_NAME"


def test_a_missing_age_is_refused():
    problem = refused(recount(without(population_answer(), AMBERMOOR.ons_code, '"Age 40"')))
    assert problem.found == f"90 ages for {AMBERMOOR.ons_code}"


def test_an_age_that_stands_twice_is_refused():
    problem = refused(population_answer().replace('"Age 7"', '"Age 8"'))
    assert problem.found == f"age 8 of {QUILLSHIRE.ons_code} twice"


def test_an_answer_without_england_is_refused():
    assert refused(recount(without(population_answer(), "E92000001"))).found == "no row for England"


def test_an_answer_with_fewer_rows_than_it_announces_is_refused():
    problem = refused(without(population_answer(), "E92000001", "Aged 90+"))
    assert (problem.found, problem.expected) == ("363 rows", "364, the RECORD_COUNT of the answer")


def test_more_residents_of_councils_than_of_england_are_refused():
    three = without(population_answer(), "E92000001")
    england_of_one = [line for line in population_answer(of=[AMBERMOOR]).split("\r\n") if "E92000001" in line]
    problem = refused(recount("\r\n".join([three, *england_of_one])))
    assert "residents aged 0 in England" in problem.found
    assert "the sum of its councils" in problem.expected


@pytest.mark.parametrize("value", ["", "-", "12.5", "1,234", "NA", "-5"])
def test_a_value_that_is_no_whole_number_is_refused_with_its_line(value):
    head, first, *rows = population_answer().split("\r\n")
    cells = first.split(",")
    cells[4] = f'"{value}"'
    problem = refused("\r\n".join([head, ",".join(cells), *rows]))
    assert (problem.found, problem.where) == (f"'{value}'", "line 2, OBS_VALUE")


@pytest.mark.parametrize("text", ["<!DOCTYPE html><html>Sorry</html>", "\n <html>", "<error>busy</error>"])
def test_a_web_page_instead_of_figures_is_refused_as_such(text):
    assert refused(text).found == "a web page"


@pytest.mark.parametrize("text", ["", "A,B\r\n1,2\r\n", "DATE_NAME,GEOGRAPHY_CODE,OBS_VALUE\r\n"])
def test_an_answer_without_figures_is_refused(text):
    refused(text)


def test_an_answer_of_two_years_is_no_year():
    mixed = population_answer(2017) + population_answer(2018)
    problem = refused(mixed)
    assert (problem.found, problem.expected) == ("the year '2018'", "one year, as '2017'")


def test_wales_and_scotland_are_passed_over():
    text = population_answer()
    more = text.replace(f'"{AMBERMOOR.ons_code}"', '"W06000015"')
    assert AMBERMOOR.ons_code not in population.parse(more.encode()).tables["population"]["ons_code"]


@pytest.mark.parametrize(
    ("year", "england", "variant"),
    [
        (2018, 55_977_178, "first_published"),
        (2018, 55_924_528, "rebased_2021"),
        (2022, 57_106_398, "first_published"),
        (2014, 54_000_000, "unknown"),
        (2018, 1_400_000, "unknown"),
    ],
)
def test_the_vintage_of_the_estimates_is_read_from_englands_total(year, england, variant):
    assert vintages.vintage(year, england) == variant
    share = england // 91
    lines = [
        f'"{year}","England","E92000001","{f"Age {age}" if age < 90 else "Aged 90+"}",{share},91' for age in range(91)
    ]
    lines[0] = f'"{year}","England","E92000001","Age 0",{england - 90 * share},91'
    head = population_answer().split("\r\n")[0]
    assert read("\r\n".join([head, *lines])).series == variant
