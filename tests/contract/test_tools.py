"""What can be taken away from every page with controls or schemes: its link, its rows, and a month pack."""

import dash
import pytest

from panels.exports import TABLES
from tests.unit.components import walk

PAGES = {
    "strategic.trends": {},
    "operational.area": {"area": "E10999001", "from": "2018-04", "to": "2019-03"},
    "operational.schemes": {"area": "E10999001"},
    "operational.scheme": {"scheme_id": "S12"},
    "operational.impact": {"scheme": "S07", "indicator": "I02"},
    "strategic.spend": {},
    "strategic.plan": {},
    "personal.outcomes": {"area": "E10999001"},
    "board": {},
}


@pytest.mark.parametrize("module", PAGES)
def test_a_page_offers_its_link_its_rows_and_a_pack(client, module):
    layout = dash.page_registry[f"pages.{module}"]["layout"](**PAGES[module])
    (tools,) = [one for one in walk.every(layout) if getattr(one, "className", "") == "tools"]
    assert [walk.words(one) for one in walk.of(tools, "Button")] == ["Copy link"]
    csv, pack = [one.href for one in walk.of(tools, "A")]
    assert csv.split("?")[0].removeprefix("/export/").removesuffix(".csv") in TABLES
    assert client.get(csv).status_code == 200
    path, _, query = pack.partition("?")
    asked = dict(pair.split("=") for pair in query.split("&"))
    said = walk.words(dash.page_registry["pages.snapshots"]["layout"](**asked))
    assert path == "/snapshots"
    assert "could not be used" not in said


def test_the_rows_of_the_register_are_those_that_its_filters_leave(client):
    layout = dash.page_registry["pages.operational.schemes"]["layout"](area="E10999001", stage="discharge")
    (link,) = [one.href for one in walk.of(layout, "A") if "schemes-register" in getattr(one, "href", "")]
    assert "area=E10999001" in link
    rows = client.get(link).get_data(as_text=True).splitlines()
    assert [line.split(",")[0] for line in rows[1:] if line.startswith("S")] == ["S12"]
