"""Running ``python -m warehouse`` as a person does, over a copy of the demonstration or a tiny warehouse."""

import csv
import io
import os
import subprocess
import sys
from typing import NamedTuple

from tests.shared import ROOT


class Answer(NamedTuple):
    """Exit code and what was printed."""

    code: int
    out: str
    err: str

    @property
    def rows(self):
        return list(csv.DictReader(io.StringIO(self.out)))


def run(data_dir, *arguments, sources="demo"):
    """The command line in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "warehouse", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(data_dir), "SOURCES": sources},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
