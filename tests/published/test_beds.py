"""The one original file of beds that is at hand, to the printed digits."""

from datetime import date

import pytest

from etl.sources import beds
from tests.shared import DATA, needs_shared

pytestmark = [needs_shared, pytest.mark.published]
FILE = DATA / "beds" / "KH03-beds-open-overnight-2010-11-Q1.xls"


@pytest.fixture(scope="module")
def parsed():
    if not FILE.is_file():
        pytest.skip("needs the real file of beds in ../shared")
    found = beds.parse(FILE.read_bytes())
    beds.check(found)
    return found


def test_the_quarter_and_both_days_of_issue_are_read(parsed):
    assert (parsed.key, parsed.start, parsed.end) == ("2010-11 Q1", "2010-04", "2010-06")
    assert (parsed.published, parsed.revised) == (date(2010, 11, 18), date(2012, 5, 24))


def test_england_and_its_organisations_are_as_printed(parsed):
    table = parsed.tables["beds"]
    values = {row[:3]: row[3] for row in zip(*table.values(), strict=True)}
    assert values["E92000001", "beds_available", "all"] == pytest.approx(144_454.87362632863)
    assert values["E92000001", "beds_occupied", "all"] == pytest.approx(122_551.2264835274)
    assert values["E92000001", "beds_occupied", "general_acute"] == pytest.approx(95_429.88340662971)
    assert values["5KG", "beds_occupied", "learning_disabilities"] == pytest.approx(2.989010989010989)
    assert values["RVJ", "beds_available", "maternity"] == 68
    assert len(parsed.tables["organisations"]["code"]) == 290
    assert parsed.rows == 291 * 10
