"""The data page in words: how much is held, how fresh it is, and how the last refresh went."""

import json
import os
import subprocess
import sys

import pytest

from panels.data import findings, sources_table
from tests.unit.components.walk import words
from warehouse import serving
from warehouse.queries import freshness

STATUS = {
    "sources": {
        "dtoc_england": {"state": "done", "found": 1, "fetched": 1, "new": 0, "messages": []},
        "dtoc_councils": {
            "state": "done",
            "found": 3,
            "fetched": 2,
            "new": 2,
            "messages": [
                {"level": "error", "about": "a.xls", "text": "found x; expected y."},
                {"level": "note", "about": "b.xls", "text": "skipped."},
            ],
        },
    }
}


def test_the_first_sentence_counts_figures_and_files_as_they_are_stored(view):
    figures = view.rows("SELECT SUM(facts), COUNT(*), COUNT(DISTINCT source) FROM national.snapshots")[0]
    said = words(findings.lead(view, {}))
    assert said.startswith(f"{int(figures[0]):,} figures were read from {figures[1]} files of {figures[2]} ")
    assert "Nothing failed in the last refresh." in said


def test_stored_figures_are_all_there(view):
    of_figures = "source NOT IN ('organisations', 'organisation_changes')"  # directories hold none
    facts = view.rows(f"SELECT SUM(facts) FROM national.snapshots WHERE {of_figures}")[0][0]  # noqa: S608
    stored = sum(
        view.rows(f"SELECT COUNT(*) FROM national.{table}")[0][0]  # noqa: S608
        for table in (
            *("delays", "emergency_care", "population", "outcomes", "discharge_daily"),
            *("trust_delays", "discharge_ready", "beds", "boundaries"),
        )
    )
    months = "SELECT COUNT(*) FROM national.discharge WHERE series = 'monthly' AND (basis = 'total' OR detail <> '')"
    assert stored + view.rows(months)[0][0] == facts  # other months are worked out from days and weeks


def test_failures_are_counted_and_notes_are_not(demo):
    assert "1 thing could not be refreshed and keeps the last good data." in words(findings.lead(demo, STATUS))
    assert sources_table.messages(STATUS, "error", "warning") == [("dtoc_councils", "a.xls", "found x; expected y.")]


def test_every_source_has_a_row_with_its_last_month_and_its_files(view):
    table, held = sources_table.table(view, {}), freshness.held(view)
    assert [row[0] for row in table.rows] == [f"{one.name} ({one.publisher})" for one in held.values()]
    for row, one in zip(table.rows, held.values(), strict=True):
        assert ("as at" if one.source in sources_table.LISTS else one.end[:4]) in row[1]
        assert (row[5], row[5] + row[6], row[7]) == (one.current_files, one.files, one.facts)


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (None, "not asked for"),
        (STATUS["sources"]["dtoc_england"], "nothing new, no failure"),
        (STATUS["sources"]["dtoc_councils"], "2 new, 1 could not be refreshed"),
        ({"state": "fetching", "found": 92, "fetched": 40, "new": 0, "messages": []}, "fetching, 40 of 92 files"),
    ],
)
def test_how_a_source_came_through_its_refresh(progress, said):
    assert sources_table.refreshed(progress) == said


def _running(root, pid: int) -> None:
    root.mkdir(exist_ok=True)
    status = {"pid": pid, "started_at": "2026-11-21T12:00:00", "doing": "fetching"}
    (root / "refresh.json").write_text(json.dumps(status))
    serving.serve(root)


def test_a_refresh_whose_process_is_gone_was_interrupted(tmp_path):
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    _running(tmp_path, gone.pid)
    status = sources_table.status_now()
    assert (status["doing"], status["finished_at"]) == ("interrupted", status["started_at"])


def test_a_refresh_whose_process_lives_is_running(tmp_path):
    _running(tmp_path, os.getpid())
    assert sources_table.status_now()["doing"] == "fetching"
    assert serving.refreshing()
