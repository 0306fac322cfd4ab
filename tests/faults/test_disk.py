"""A data folder that cannot be written or is full: one clear sentence, and what was published is served on."""

import os
import shutil

import pytest

from tests.faults.figures import half_done, only_in
from tests.faults.refreshing import copy_of
from tests.faults.workbooks import edited, held, offer
from tests.start.processes import started
from warehouse.builds import Builds

SMALL_FILES = """
import resource, sys
from etl import cli
if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
    sys.exit(cli.run(sys.argv[2:]))
"""


def sentence(run):
    """What was said, if it is a sentence for a person."""
    said = run.said.strip()
    assert "Traceback" not in said
    assert 0 < len(said.splitlines()) <= 2
    return said


@pytest.mark.parametrize("command", [("refresh", "--source", "dtoc_england"), ("demo",), ("refresh", "--json")])
def test_a_data_folder_that_is_a_file_is_said_in_one_sentence(tmp_path, command):
    (tmp_path / "data").write_text("not a folder")
    mirror = "http://127.0.0.1:9"
    with started(tmp_path / "said", "-m", "etl", *command, DATA_DIR=tmp_path / "data", SOURCE_MIRROR=mirror) as run:
        assert run.wait() != 0
    assert str(tmp_path / "data") in sentence(run)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere, so nothing can be refused to it")
def test_a_data_folder_that_may_not_be_written_is_said_in_one_sentence(tmp_path):
    (tmp_path / "data").mkdir(mode=0o500)
    with started(tmp_path / "said", "-m", "etl", "demo", DATA_DIR=tmp_path / "data") as run:
        assert run.wait() != 0
    assert str(tmp_path / "data") in sentence(run)


@pytest.fixture
def full(demo_root, demo_site, tmp_path):
    """A refresh with something new on a disk that takes no large file, ended: the run and its data folder."""
    root = copy_of(demo_root, tmp_path / "data" / "demo")
    site = shutil.copytree(demo_site, root / "site" / demo_site.name)
    offer(
        site, "LA-Type-B-January-2019-revised.xlsx", edited(held(site).read_bytes(), days=7, revised="13th June 2019")
    )
    (tmp_path / "small_files.py").write_text(SMALL_FILES)
    arguments = (str(tmp_path / "small_files.py"), "300000", "demo")
    with started(tmp_path / "said", *arguments, DATA_DIR=tmp_path / "data", PYTHONPATH=".") as run:
        run.wait()
    return run, root


def test_a_full_disk_leaves_the_old_build_in_service(full, demo_root):
    run, root = full
    assert run.process.returncode != 0
    assert Builds(root).current() is not None
    assert only_in(root, demo_root) == only_in(demo_root, root) == []
    assert half_done(root / "builds") == []


def test_after_a_full_disk_the_next_refresh_publishes(full, demo_root, tmp_path):
    _, root = full
    with started(tmp_path / "again", "-m", "etl", "demo", DATA_DIR=root.parent) as run:
        assert run.wait() == 0, run.said
    assert only_in(root, demo_root) != []
    assert half_done(root) == []


def test_a_full_disk_is_said_in_one_sentence(full):
    run, _ = full
    assert run.process.returncode != 0
    assert sentence(run)
