"""Runs ``python -m etl.local …`` as a child process and reads its answer: the web server reads no file itself."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
SECONDS = 60.0


class Failed(Exception):
    """The child said nothing that can be understood; the text is for the log."""


class TooLong(Exception):
    """The child took too long and was ended."""


def run(root: Path, action: str, arguments: Sequence[str], *, seconds: float = SECONDS) -> dict[str, Any]:
    """What the command answered, with ``code``; raises Failed and TooLong. ``root``: folder of one kind of data."""
    command = [sys.executable, "-m", "etl.local", "--data-dir", str(root.parent.resolve()), "--mode", root.name]
    child = subprocess.Popen(
        [*command, "--json", action, *arguments],
        cwd=HOME,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        out, errors = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise TooLong from None
    finally:
        _end(child)
    try:
        said = json.loads(out)
    except ValueError:
        raise Failed(f"{action} ended with {child.returncode}: {errors.decode('utf-8', 'replace')[-2000:]}") from None
    if not isinstance(said, dict):
        raise Failed(f"{action} answered {type(said).__name__}")
    return {**said, "code": child.returncode}


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End everything that the child started, and take its end in."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
