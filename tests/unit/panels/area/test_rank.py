"""Ranks among councils: twelve returns, two people a day and a population, or the panel says why there is none."""

import pytest

from components.area.choice import Choice
from components.figures.rank_strip import stacked
from components.url_state import Scope, Window
from panels.area import rank
from panels.area.figures import known
from tests.shared import needs_shared
from warehouse.queries.series import Ask, series

END = "2018-01"


def _rates(view, code, months) -> list[float]:
    found = series(view, Ask("dtoc_beds_per_100k_18plus", months[0], months[-1]), [code])
    return [one.value for one in found if one.value is not None]


def test_every_ranked_council_has_twelve_months_and_its_mean(view):
    field = rank.field(view, END)
    assert len(field.months) == 12
    for one in field.ranked[::13]:
        values = _rates(view, one.code, field.months)
        assert len(values) == 12
        assert one.rate == pytest.approx(sum(values) / 12)
        assert one.beds >= rank.LEAST_BEDS
    assert [one.rate for one in field.ranked] == sorted(one.rate for one in field.ranked)


def test_the_place_is_counted_from_the_lowest_rate(demo):
    field = rank.field(demo, END)
    lowest, highest = field.ranked[0], field.ranked[-1]
    for one, place in ((lowest, "1st"), (highest, f"{len(field.ranked)}")):
        finding = rank.panel(demo, Choice(Scope(one.code, Window("2017-02", END)))).finding
        assert finding.startswith(f"{one.name} is {place}")
        assert finding.endswith(f"of {len(field.ranked)} councils, counting from the lowest rate")


def test_the_interval_is_said_to_be_variation_and_no_sampling_error(demo):
    panel = rank.panel(demo, Choice(Scope("Saltmarrow", Window("2017-02", END))))
    assert "month-to-month variation, not sampling error" in panel.subtitle
    assert "from month to month" in panel.note
    own = next(one for one in rank.field(demo, END).ranked if one.name == "Saltmarrow")
    lifted = panel.figure["data"][1]
    assert (lifted["x"], lifted["text"]) == ([round(own.rate, 2)], ["Saltmarrow"])


def test_every_council_is_a_dot_once_and_in_the_table(demo):
    panel = rank.panel(demo, Choice(Scope("Saltmarrow", Window("2017-02", END))))
    drawn = sorted(name for trace in panel.figure["data"] for name in trace["text"])
    ranked = [row[0] for row in panel.table.rows if row[2] != "no rank"]
    assert drawn == sorted(ranked)
    assert len(panel.table.rows) == len([a for a in known(demo) if a.type == "council"])


def test_a_council_that_did_not_send_every_return_has_no_rank_and_no_bar(demo):
    panel = rank.panel(demo, Choice(Scope("Oldgate", Window("2017-02", END))))
    assert panel.finding == "Oldgate has no rank among councils: 11 of 12 returns held"
    assert len(panel.figure["data"]) == 1
    assert "The bar" not in panel.subtitle


@pytest.mark.parametrize("area", ["England", "The Meres"])
def test_england_and_regions_are_told_that_ranks_are_for_councils(demo, area):
    panel = rank.panel(demo, Choice(Scope(area, Window("2017-02", END))))
    assert panel.finding.startswith("Ranks are for councils")


@needs_shared
def test_councils_with_under_two_people_a_day_are_refused_a_rank(live):
    small = [one for one in rank.field(live, "2019-12").others if one.sent == rank.YEAR and one.rate is not None]
    assert small
    for one in small:
        assert one.beds < rank.LEAST_BEDS
        finding = rank.panel(live, Choice(Scope(one.code, Window("2019-01", "2019-12")))).finding
        assert finding == f"{one.name} has no rank among councils: under 2 people a day"


@pytest.mark.parametrize(
    ("values", "levels"), [([], []), ([1.0], [0]), ([1.0, 1.5, 3.0], [0, 1, 0]), ([1.0, 1.0, 1.0, 2.0], [0, 1, 2, 0])]
)
def test_dots_that_would_touch_are_stacked(values, levels):
    assert stacked(values, 1.0) == levels
