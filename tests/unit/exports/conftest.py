"""One pack of a demonstration council and one of England, and their files."""

import pytest

from exports.pack import FORMATS
from exports.writing import contents
from tests.unit.exports import made


@pytest.fixture(scope="session")
def council(demo):
    return made.pack(demo, "Oldgate", "2017-11")


@pytest.fixture(scope="session")
def england(demo):
    return made.pack(demo, "England", "2018-01")


@pytest.fixture(scope="session")
def council_files(council):
    return contents(council, FORMATS)


@pytest.fixture(scope="session")
def england_files(england):
    return contents(england, FORMATS)
