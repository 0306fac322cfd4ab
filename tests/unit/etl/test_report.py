"""How a refresh ends: its exit code, and what lies on disk while it runs."""

from datetime import UTC, datetime

import pytest

from etl.problems import error, note, warning
from etl.report import Report
from warehouse.builds import Builds

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NOTE, WARNING, ERROR = note("a", "dead link"), warning("a", "new wording"), error("a", "no answer")


class Listener:
    """A screen that keeps what it is told."""

    def __init__(self):
        self.told = []

    def show(self, report):
        pass

    def tell(self, source, message):
        self.told.append((source, message))


def report(tmp_path):
    made = Report(Builds(tmp_path), Listener(), pid=4711, mode="live")
    made.start(NOW, ["one", "two"])
    return made


@pytest.mark.parametrize(
    ("messages", "found", "published", "current", "code"),
    [
        pytest.param({}, 5, True, "b", 0, id="all good"),
        pytest.param({}, 5, False, "b", 0, id="nothing new"),
        pytest.param({"one": NOTE, "two": WARNING}, 5, True, "b", 0, id="dead links and new wording"),
        pytest.param({"one": ERROR}, 5, True, "b", 3, id="published, one file failed"),
        pytest.param({"one": ERROR}, 5, False, "b", 3, id="nothing new, one file failed"),
        pytest.param({"one": ERROR}, 0, False, "b", 3, id="one source silent, the other unchanged"),
        pytest.param({"one": ERROR, "two": ERROR}, 0, True, "b", 3, id="published although every source complains"),
        pytest.param({"one": ERROR, "two": ERROR}, 5, False, "b", 3, id="every source has one failed file"),
        pytest.param({"one": ERROR, "two": ERROR}, 0, False, "b", 4, id="every source silent, old data served"),
        pytest.param({"one": ERROR, "two": ERROR}, 0, False, None, 4, id="every source silent, nothing to serve"),
        pytest.param({}, 0, False, None, 4, id="nothing to serve"),
    ],
)
def test_the_exit_code(tmp_path, messages, found, published, current, code):
    made = report(tmp_path)
    for name in ("one", "two"):
        made.source(name, state="done", found=found)
    for name, message in messages.items():
        made.tell(name, message)
    assert made.finish(NOW, published=published, current=current) == code
    assert Builds(tmp_path).status()["exit_code"] == code


def test_a_message_is_said_once(tmp_path):
    made = report(tmp_path)
    for _ in range(3):
        made.tell("one", ERROR)
    (said,) = made.as_dict()["sources"]["one"]["messages"]
    assert said == {"level": "error", "about": "a", "text": "no answer"}
    assert made._screen.told == [("one", ERROR)]


def test_progress_lies_on_disk_while_it_runs(tmp_path):
    made = report(tmp_path)
    made.source("one", state="fetching", found=9)
    made.source("one", fetched=2, new=1)
    made.source("one", fetched=1)
    made.phase("building")
    status = Builds(tmp_path).status()
    assert (status["pid"], status["mode"], status["doing"], status["finished_at"]) == (4711, "live", "building", None)
    assert status["sources"]["one"] == {"state": "fetching", "found": 9, "fetched": 3, "new": 1, "messages": []}
    assert status["sources"]["two"]["state"] == "waiting"


def test_an_interrupted_refresh_says_so_and_has_no_exit_code(tmp_path):
    made = report(tmp_path)
    made.interrupted(NOW)
    status = Builds(tmp_path).status()
    assert (status["doing"], status["exit_code"]) == ("interrupted", None)
    assert status["finished_at"] == "2026-11-21T12:00:00+00:00"


def test_the_builds_it_published_are_named_in_order(tmp_path):
    made = report(tmp_path)
    made.published("b1")
    made.published("b2")
    assert Builds(tmp_path).status()["builds"] == ["b1", "b2"]
