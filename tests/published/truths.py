"""Reading the check tables in ../shared/docs/truths."""

import csv

import pytest

from tests.shared import TRUTHS


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a check table; the test is skipped where the folder is absent."""
    file = TRUTHS / name
    if not file.is_file():
        pytest.skip(f"needs {name} of ../shared/docs/truths, which is not here")
    with open(file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
