"""A callback that fails leaves the page as it was and says so, with a reference that is also in the log."""

import json
import logging

from panels.home import delays
from tests.unit.web import bodies


def test_a_callback_that_fails_says_so_on_the_page_and_in_the_log(site, client, monkeypatch, caplog):
    body = next(b for o, b in bodies.valid(site.callback_map).items() if "home-story" in o)
    body["inputs"][0]["value"], body["inputs"][1]["value"] = "2015-06", "2015-09"  # a window that nobody asked for

    def broken(*_):
        raise RuntimeError("inside")

    monkeypatch.setattr(delays, "panel", broken)
    with caplog.at_level(logging.ERROR):
        answer = client.post(bodies.PATH, data=json.dumps(body), content_type="application/json")
    assert answer.status_code == 200
    said = answer.get_data(as_text=True)
    assert "This part could not be redrawn" in said
    assert "inside" not in said
    (reference,) = {record.args[0] for record in caplog.records if record.args}
    assert reference in said
    assert "home-story" not in said
