"""The page on outcomes against the publisher's files: what one council's figures say, and what no line may cross."""

import csv
import io

import dash
import pytest

from components.text import NBSP
from tests.contract.conftest import client, empty, site
from tests.shared import needs_shared
from tests.unit.components import walk
from warehouse import serving
from warehouse.queries import outcomes

pytestmark = needs_shared
__all__ = ["client", "empty", "site"]


@pytest.fixture
def real(client, live_root, demo_root):
    """A client of the site with real figures."""
    serving.serve(live_root)
    yield client
    serving.serve(demo_root)


def rows(real, area, measure):
    text = real.get(f"/export/personal-outcomes.csv?area={area}&measure={measure}").get_data().decode("utf-8-sig")
    return {row["year"]: row for row in csv.DictReader(io.StringIO(text))}


def said(area):
    return walk.words(dash.page_registry["pages.personal.outcomes"]["layout"](area=area)).replace(NBSP, " ")


def test_control_over_daily_life_of_hampshire_is_as_printed(real):
    found = rows(real, "Hampshire", "control_over_daily_life")
    printed = {"2018-19": (80.2, 3.4), "2019-20": (71.9, 3.6), "2024-25": (80.1, 3.0)}
    assert {year: (float(found[year]["value"]), float(found[year]["margin"])) for year in printed} == printed
    assert found["2019-20"]["against"] == "down 8.3 points, needs 5.0: more than the margins"
    assert found["2020-21"]["value"] == "not available"
    assert found["2024-25"]["against"] == "up 0.4 points, needs 4.7: cannot tell"
    assert [found[year]["number"] for year in ("2022-23", "2023-24")] == ["1B", "3A"]


def test_what_moved_in_hampshire_is_what_the_margins_say(real):
    text = said("Hampshire")
    assert "In Hampshire, 80.1 ± 3.0 % of people who use services" in text
    assert "21.9 ± 3.7 % in 2021-22, 15.3 ± 3.5 % in 2023-24: \u22126.6 points, needs 5.1" in text
    assert "Since 2016-17: \u221220.5 points, needs 5.8: more than the margins." in text


def test_a_voluntary_figure_is_compared_with_nothing(real):
    every = outcomes.across(serving.view(), "feeling_safe", "2020-21")
    code = next(point.area_code for point in every if point.value is not None)
    found = rows(real, code, "feeling_safe")
    assert "voluntary" in found["2020-21"]["against"]
    assert "voluntary" in found["2021-22"]["against"]


def test_records_of_another_source_are_not_compared(real):
    text = real.get("/export/personal-outcomes.csv?area=England&measure=records").get_data(as_text=True)
    assert "At home 91 days after reablement,2020-21,%,79.1,43193" in text
    assert "SALT return" in text


@pytest.mark.parametrize("name", ["Cumberland", "E06000061"])
def test_a_council_made_after_the_last_delays_is_found(real, name):
    answer = real.get(f"/find?q={name}")
    assert answer.headers["Location"].startswith("/personal/outcomes?area=E0600006")
