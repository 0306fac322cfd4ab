"""Packs that are being made when the site stops: nothing is left behind, and the next start takes them up."""

import json
import os
import signal
import urllib.request

import pytest

from exports import counter
from tests.faults.refreshing import copy_of
from tests.start.processes import eventually
from tests.start.sites import launched
from tests.unit.exports import at_work
from tests.unit.web.test_packs import body
from warehouse.reader import Reader


@pytest.fixture
def loaded(demo_root, tmp_path):
    copy_of(demo_root, tmp_path / "data" / "demo")
    return tmp_path


def _press(site, what):
    sent = json.dumps(body(what, "all", "2018-01")).encode()
    address, kind = f"{site.address}/_dash-update-component", {"Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(address, sent, kind), timeout=30) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=["stopped", "killed"])
def test_packs_that_are_being_made_end_with_the_site_and_are_taken_up_by_the_next(loaded, number):
    view = Reader(loaded / "data" / "demo").view()
    out = counter.shelf(view)
    with launched(loaded, SOURCES="demo") as site:
        site.ready()
        assert "being made" in _press(site, "make")
        held = at_work.held(out, packs=2)
        (web,) = [
            one
            for one, words in site.run.members().items()
            if "gunicorn" in words and _parent(one) == site.run.process.pid
        ]
        if number == signal.SIGKILL:
            os.kill(web, number)
            os.kill(held, signal.SIGCONT)
            eventually(lambda: not at_work.processes(out), "the job ends with its server")
        else:
            os.kill(held, signal.SIGCONT)
            site.run.send(number)
            site.run.wait()
            eventually(lambda: not site.run.members(), "nothing is left")
    with launched(loaded, SOURCES="demo") as site:
        site.ready()
        if counter.state(view).state == "cut short":
            assert "cut short" in site.page("/snapshots")
        _press(site, "again")
        assert (at_work.ended(view).state, counter.state(view).done) == ("done", 73)


def _parent(process: int) -> int:
    with open(f"/proc/{process}/stat", encoding="utf-8") as file:
        return int(file.read().rsplit(")", 1)[1].split()[1])
