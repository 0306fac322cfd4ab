"""Packs made by a process of their own: one job at a time, seen from everywhere, stopped, cut short, taken up again."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile

import pytest

from exports import counter
from exports.counter import NoPack
from exports.jobs import desk, note, work
from exports.jobs.note import CUT_SHORT, DONE, FAILED, RUNNING, STOPPED, Job
from exports.writing import AnotherIsWriting, NotAPack, only_one
from tests.shared import ROOT
from tests.unit.exports import at_work, made
from warehouse.reader import Reader

MONTH = "2018-01"
QUILLSHIRE = "E10999001"


@pytest.fixture
def view(demo_root, tmp_path):
    found = at_work.copied(demo_root, tmp_path)
    yield found
    at_work.end(counter.shelf(found))


def test_a_job_makes_a_pack_and_its_archive(view):
    ordered = counter.order(view, "Quillshire", MONTH)
    job = at_work.ended(view)
    assert (ordered.state, job.state, job.done, job.made) == (RUNNING, DONE, 1, 1)
    assert (job.area, job.name, job.build) == (QUILLSHIRE, "Quillshire", view.id)
    with zipfile.ZipFile(counter.zipped(view, QUILLSHIRE, MONTH)) as pack:
        assert f"{QUILLSHIRE}-{MONTH}/pack.xlsx" in pack.namelist()
    assert counter.ready(view, QUILLSHIRE, MONTH).bytes == counter.zipped(view, QUILLSHIRE, MONTH).stat().st_size


def test_the_pack_of_a_job_is_that_of_the_command(view, tmp_path):
    counter.order(view, QUILLSHIRE, MONTH)
    at_work.ended(view)
    made.command(tmp_path, "--area", QUILLSHIRE, "--month", MONTH, "--out", tmp_path / "by-hand")
    assert made.tree(counter.shelf(view) / f"{QUILLSHIRE}-{MONTH}") == made.tree(
        tmp_path / "by-hand" / f"{QUILLSHIRE}-{MONTH}"
    )


def test_a_pack_that_is_whole_is_not_made_again(view):
    counter.order(view, QUILLSHIRE, MONTH)
    at_work.ended(view)
    before = (counter.shelf(view) / note.NOTE).stat().st_mtime_ns
    assert counter.order(view, QUILLSHIRE, MONTH).state == DONE
    assert (counter.shelf(view) / note.NOTE).stat().st_mtime_ns == before


def test_one_job_at_a_time_which_every_process_sees(view):
    counter.order(view, "all", MONTH)
    held = at_work.held(counter.shelf(view), packs=3)
    with pytest.raises(NoPack, match="One at a time: packs of all areas, January 2018"):
        counter.order(view, QUILLSHIRE, "2018-02")
    with pytest.raises(NoPack, match="being made already"):
        counter.order(view, "all", MONTH)
    code = (
        "import sys; from pathlib import Path; from exports.jobs import desk; job = desk.look(Path(sys.argv[1])); "
        "print(job.state, job.area, job.of, job.done > 1)"
    )
    seen = subprocess.run(
        [sys.executable, "-c", code, str(counter.shelf(view))], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert seen.stdout == "running all 73 True\n"
    os.kill(held, signal.SIGCONT)
    assert at_work.ended(view).state == DONE


def test_all_areas_are_one_file_to_take(view):
    counter.order(view, "all", MONTH)
    assert at_work.ended(view).made == 73
    with zipfile.ZipFile(counter.zipped(view, "all", MONTH)) as file:
        folders = {name.split("/")[1] for name in file.namelist()}
        assert file.testzip() is None
        said = json.loads(file.comment)
    assert (len(folders), said["packs"], said["build"]) == (73, 73, view.id)
    first = counter.zipped(view, "all", MONTH).read_bytes()
    counter.zipped(view, "all", MONTH).unlink()
    counter.order(view, "all", MONTH)
    assert at_work.ended(view).made == 0
    assert counter.zipped(view, "all", MONTH).read_bytes() == first


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_job_whose_process_ended_was_cut_short_and_is_taken_up_where_it_was(view, number):
    out = counter.shelf(view)
    counter.order(view, "all", MONTH)
    held = at_work.held(out, packs=5)
    os.kill(held, number)
    os.kill(held, signal.SIGCONT)
    cut = at_work.ended(view)
    assert (cut.state, cut.of, cut.done < 73) == (CUT_SHORT, 73, True)
    before = {file: file.stat().st_mtime_ns for file in out.glob("[!.]*/manifest.json")}
    counter.again(view)
    job = at_work.ended(view)
    assert (job.state, job.done) == (DONE, 73)
    assert job.made <= 73 - len(before) + 1  # the one that was being written may be made again
    assert sum(file.stat().st_mtime_ns == stamp for file, stamp in before.items()) >= len(before) - 1
    assert not list(out.glob("*/.*"))


def test_a_job_that_is_cancelled_keeps_its_whole_packs(view):
    out = counter.shelf(view)
    counter.order(view, "all", MONTH)
    held = at_work.held(out, packs=3)
    counter.cancel(view)
    assert counter.state(view).state == "stopping"
    os.kill(held, signal.SIGCONT)
    job = at_work.ended(view)
    assert (job.state, 2 < job.done < 73) == (STOPPED, True)
    assert len(counter.packs(view)) >= job.done
    counter.again(view)
    assert at_work.ended(view).state == DONE


def test_cancelling_one_job_does_not_stop_the_next(view):
    out = counter.shelf(view)
    counter.order(view, "all", MONTH)
    held = at_work.held(out, packs=1)
    counter.cancel(view)
    os.kill(held, signal.SIGKILL)
    os.kill(held, signal.SIGCONT) if at_work.processes(out) else None
    assert at_work.ended(view).state == CUT_SHORT
    counter.order(view, QUILLSHIRE, MONTH)
    assert at_work.ended(view).state == DONE


def test_a_job_ends_with_its_server(view):
    server = subprocess.Popen([sys.executable, "-c", ""])
    server.wait()
    out = counter.shelf(view)
    out.mkdir(parents=True)
    note.write(out, Job("a", "all", "all areas", MONTH, view.id, 73))
    lock = os.open(out / note.LOCK, os.O_CREAT | os.O_RDWR)
    places = [str(out), str(view.build.folder.parents[1]), str(lock), str(server.pid)]
    done = subprocess.run(
        [sys.executable, "-m", "exports.jobs", *places], cwd=ROOT, pass_fds=(lock,), timeout=60, check=False
    )
    os.close(lock)
    assert done.returncode == work.CUT
    assert desk.look(out).state == CUT_SHORT


def test_what_stops_a_job_is_said_with_what_to_do(view):
    out = counter.shelf(view)
    (out / f"{QUILLSHIRE}-{MONTH}").mkdir(parents=True)
    (out / f"{QUILLSHIRE}-{MONTH}" / "notes.txt").write_text("mine")
    counter.order(view, QUILLSHIRE, MONTH)
    job = at_work.ended(view)
    assert (job.state, job.why.startswith("A folder on the shelf holds something else.")) == (FAILED, True)
    assert (out / f"{QUILLSHIRE}-{MONTH}" / "notes.txt").read_text() == "mine"


def test_a_command_that_writes_into_the_shelf_is_waited_for_by_a_person(view):
    out = counter.shelf(view)
    with only_one(out):
        counter.order(view, QUILLSHIRE, MONTH)
        job = at_work.ended(view)
    assert (job.state, "by a command just now. Try again" in job.why) == (FAILED, True)
    counter.again(view)
    assert at_work.ended(view).state == DONE


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full."),
        (PermissionError(errno.EACCES, "Permission denied"), "A file could not be written (Permission denied)."),
        (AnotherIsWriting("x"), "Try again"),
        (NotAPack("x"), "move it away"),
        (LookupError("unknown area 'x'"), "Unknown area 'x'."),
    ],
)
def test_every_failure_has_words(problem, said):
    assert said in work.why(problem)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "{}",
        '{"id": 1}',
        '{"id":"a","area":"b","name":"c","month":"d","build":"e","of":0}',
        '{"id":"a","area":"b","name":"c","month":"d","build":"e","of":1,"done":2}',
        '{"id":"a","area":"b","name":"c","month":"d","build":"e","of":1,"step":"x"}',
    ],
)
def test_a_note_that_cannot_be_used_is_none(tmp_path, content):
    (tmp_path / note.NOTE).write_text(content)
    assert desk.look(tmp_path) is None
    assert desk.look(tmp_path / "none") is None


def test_a_process_that_cannot_be_started_is_a_failure(view, monkeypatch):
    def refused(*_, **__):
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refused)
    counter.order(view, QUILLSHIRE, MONTH)
    assert "could not be started" in counter.state(view).why


def test_a_shelf_that_cannot_be_written_is_said(view):
    counter.shelf(view).parent.parent.joinpath("packs").write_text("a file")
    with pytest.raises(NoPack, match="Nothing can be written here"):
        counter.order(view, QUILLSHIRE, MONTH)


def test_a_job_of_a_build_takes_the_figures_of_the_build_that_is_served(view):
    counter.order(view, QUILLSHIRE, MONTH)
    at_work.ended(view)
    root = view.build.folder.parents[1]
    name = f"{view.id}x"
    shutil.copytree(view.build.folder, root / "builds" / name)
    (root / "CURRENT").write_text(name)
    newer = Reader(root).view()
    assert counter.order(newer, QUILLSHIRE, MONTH).state == RUNNING
    assert at_work.ended(newer).build == name
    assert counter.ready(newer, QUILLSHIRE, MONTH).build == name
