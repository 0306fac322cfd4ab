"""A select with groups: a component that callbacks can set and follow, sent as the browser's part expects it."""

import json

import plotly

from components import grouped
from tests.shared import ROOT

GROUPS = (("England", (("E92000001", "England"),)), ("Boards", (("QOX", "A board"), ("QUY", "Another"))))


def test_it_is_sent_with_its_groups_and_its_value():
    sent = json.loads(json.dumps(grouped.Select("trends-area", GROUPS, "QOX"), cls=plotly.utils.PlotlyJSONEncoder))
    assert (sent["namespace"], sent["type"]) == ("interfaceMonitor", "Select")
    assert sent["props"] == {"id": "trends-area", "value": "QOX", "groups": grouped.listed(GROUPS)}


def test_the_browser_has_a_part_of_this_name_in_this_namespace():
    drawn = (ROOT / "assets" / "grouped.js").read_text("utf-8")
    assert f"window.{grouped.Select._namespace} = Object.assign" in drawn
    assert f"{{ {grouped.Select._type}: {grouped.Select._type} }}" in drawn
