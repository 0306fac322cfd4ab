"""Every setting is described where a person looks for it: in the table of README.md."""

import re

import pytest

from config import Settings
from tests.shared import ROOT

README = ROOT / "README.md"


@pytest.fixture(scope="module")
def rows() -> dict[str, str]:
    """Rows of the configuration table: variable to the rest of its row."""
    if not README.is_file():
        pytest.skip("README.md is not there yet: its configuration table cannot be compared with the settings")
    return dict(re.findall(r"^\| *`([A-Z_]+)` *\|(.*)$", README.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_stands_in_the_table_with_its_default(rows, name):
    assert name.upper() in rows
    default = str(Settings.model_fields[name].default)
    assert default in rows[name.upper()]


def test_the_table_names_no_setting_that_is_not_read(rows):
    assert set(rows) <= {name.upper() for name in Settings.model_fields} | {"CI", "PYTHON"}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_describes_itself(name):
    assert Settings.model_fields[name].description
