"""``python -m warehouse series --vintage``: the version asked for, and what is said beside it."""

import pytest

from tests.spec.tiny import councils, made
from tests.unit.warehouse.commands import run

MARCH = """
    period  | nhs  | ons       | name    | value
    2018-03 | DM01 | E10999001 | Alder   | 310
    2018-03 |      |           | England | 310
"""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    made(
        folder / "live",
        *councils(MARCH, published="2018-05-10", current=False),
        *councils(MARCH.replace("310", "341"), published="2018-05-10", revised="2018-12-13"),
        *councils(MARCH.replace("2018-03", "2018-04"), published="2018-06-14", revised="2018-12-13"),
    )
    return folder


def ask(data_dir, *vintage):
    return run(data_dir, "series", "--indicator", "dtoc_days", "--area", "Alder", *vintage, sources="live")


@pytest.mark.parametrize(
    ("vintage", "values"),
    [
        ((), ["341", "310"]),
        (("--vintage", "final"), ["341", "310"]),
        (("--vintage", "first"), ["310", "310"]),
        (("--vintage", "2018-05-10"), ["310"]),
        (("--vintage", "2018-05-09"), []),
    ],
)
def test_each_version_gives_its_values(data_dir, vintage, values):
    answer = ask(data_dir, *vintage)
    assert (answer.code, [row["value"] for row in answer.rows]) == (0, values)


def test_what_has_to_be_said_of_a_version_stands_beside_the_output(data_dir):
    said = ask(data_dir, "--vintage", "first").err.splitlines()
    assert said == [
        "version: as first published",
        "note: oldest version held: the revision of 13 December 2018; the one first published is not held",
    ]
    said = ask(data_dir, "--vintage", "2018-07-01").err.splitlines()
    assert said == [
        "version: as published by 1 July 2018",
        "published by 2018-07-01, but the version of that day is not held: 2018-04",
    ]
    assert ask(data_dir).err == ""


def test_what_names_no_version_is_refused(data_dir):
    answer = ask(data_dir, "--vintage", "latest")
    assert answer.code == 2
    assert answer.err == "'latest' names no version; expected final, first or a day such as 2018-05-10\n"
