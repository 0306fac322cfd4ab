"""The bar of a terminal counts packs; elsewhere nothing is printed."""

import os
import pty
import subprocess
import sys

from tests.shared import ROOT


def test_a_terminal_sees_how_many_packs_are_done(demo_root, tmp_path):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "exports", "pack", "--area", "England", "--area", "Oldgate", "--month", "2018-01"]
    env = {**os.environ, "DATA_DIR": str(demo_root.parent), "SOURCES": "demo", "TERM": "xterm", "COLUMNS": "120"}
    command += ["--out", str(tmp_path), "--format", "csv"]
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "2/2" in seen
    assert "Oldgate made" in seen
