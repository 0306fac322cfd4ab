"""A small chart and the full chart that it opens say the same: months, limits, rules and mark."""

from dataclasses import fields
from urllib.parse import parse_qs, urlsplit

import pytest

from analysis import fitness
from components.area.choice import FORMS, Choice
from components.trends.choice import Choice as Full
from components.url_state import Scope, Window
from panels.area.signals import signals
from panels.area.small_charts import charts
from panels.trends.trend import trend

pytestmark = pytest.mark.skipif(
    "reason" not in {field.name for field in fields(Full)}, reason="the trends page has no reasons to choose here"
)
AREAS = ("England", "Quillshire", "Saltmarrow", "The Meres")
WINDOWS = (Window("2017-02", "2018-01"), Window(), Window("2014-01", "2014-12"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.end or "latest")
@pytest.mark.parametrize("area", AREAS)
def test_limits_rules_and_mark_are_those_of_the_full_chart(demo, area, window, form):
    choice = Choice(Scope(area, window), form)
    compared = 0
    for small, link in zip(signals(demo, choice), charts(demo, choice), strict=True):
        full = trend(demo, Full.parse(parse_qs(urlsplit(link.full).query)))
        if full is None:
            assert not small.values
            continue
        compared += 1
        assert full.limited == small.limited
        assert [p.rules for p in full.chart.points] == [p.rules for p in small.chart.points]
        assert [p.upper for p in full.chart.phases] == pytest.approx([p.upper for p in small.chart.phases])
        assert full.fitness.kind == small.fitness.kind
        if small.counted:
            assert small.icon == fitness.icon(full.chart, full.choice.defined.good)
    assert compared or form == "rate"
