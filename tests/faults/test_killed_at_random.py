"""200 refreshes killed at random moments: readers see the old figures or the new ones, and what was finished stays.

Ten series of twenty, each on a data folder of its own that no kill is tidied up after: the next refresh starts from
what the last one left. While a refresh runs, a reader that was opened once looks fifty times a second.
"""

import hashlib
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.faults import small_site
from tests.faults.figures import half_done, only_in, view, whole
from tests.faults.small_site import STEP
from tests.faults.workbooks import held
from warehouse.builds import Builds
from warehouse.reader import Reader

SERIES, KILLS = 10, 20
LOOK = 0.02  # seconds between two looks of the reader


class Watch:
    """A reader that stays open: what it may see, what it saw last, and what it must never see again."""

    def __init__(self, root, first):
        self.reader, self.first, self.seen = Reader(root), first, 0

    def look(self, offered):
        found = (self.reader.view().rows(small_site.DAYS)[0][0] - self.first) / STEP
        assert found == int(found), "a sum that is neither version's"
        assert self.seen <= found <= offered, f"version {found}, after {self.seen} of {offered}"
        self.seen = int(found)


def killed(forging, watch, root, site, offered, moment):
    """A refresh that is killed after so many seconds, with the reader looking on; exit code, and seconds it had."""
    pid, start = forging.start(root, site), time.monotonic()
    try:
        while (left := start + moment - time.monotonic()) > 0 and not over(pid):
            time.sleep(min(LOOK, left))
            watch.look(offered)
    finally:
        had = time.monotonic() - start
        os.kill(pid, signal.SIGKILL)
        code = forging.ended()
    return code, had


def over(pid):
    """Whether a process has ended and nobody has asked for its exit code yet."""
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"


@pytest.mark.parametrize("series", range(SERIES))
def test_refreshes_killed_at_random_moments_show_the_old_figures_or_the_new(series, small_data, forging, tmp_path):
    root = shutil.copytree(small_data / "demo", tmp_path / "demo")
    site = shutil.copytree(small_data / "site", tmp_path / "site")
    body, chance = held(site).read_bytes(), random.Random(series)
    watch = Watch(root, view(root).rows(small_site.DAYS)[0][0])
    small_site.offer(site, body, 1)
    start = time.monotonic()
    assert forging.run(root, site) == 0
    watch.look(1)
    version, finished, takes, kills = 1, [1], time.monotonic() - start, 0
    while kills < KILLS:
        if watch.seen == version:
            version += 1
            small_site.offer(site, body, version)
        code, had = killed(forging, watch, root, site, version, chance.random() * takes)
        fresh = Watch(root, watch.first)
        fresh.look(version)
        assert fresh.seen >= watch.seen
        watch.look(version)
        assert watch.seen == fresh.seen, "a reader that stayed open sees what a new one sees"
        if code == 0:
            finished.append(version)
            assert watch.seen == version, "what a refresh finished is shown"
            takes = (takes + had) / 2  # moments are spread over as long as a refresh takes on this machine
        else:
            assert code == -signal.SIGKILL, (tmp_path / "demo.said").read_text()
            takes, kills = takes * 1.03, kills + 1
    assert_mended(forging, root, site, body, version, finished)


def assert_mended(forging, root, site, body, version, finished):
    """One ordinary refresh later all is as if nothing had been killed, and every finished version is kept."""
    assert forging.run(root, site) == 0
    assert whole(root)
    assert half_done(root) == []
    clean = root.parent / "clean"
    assert forging.run(clean, site) == 0
    assert only_in(root, clean) == only_in(clean, root) == []
    kept = {sha256 for (sha256,) in view(root).rows("SELECT sha256 FROM national.snapshots WHERE release = '2019-01'")}
    for one in finished:
        sha256 = hashlib.sha256(small_site.version(body, one)).hexdigest()
        assert sha256 in kept
        (file,) = (root / "raw" / "dtoc_councils" / sha256).glob("LA-*")
        assert hashlib.sha256(file.read_bytes()).hexdigest() == sha256
    assert Builds(root).current().manifest["rows"]["delays"] > 0
