"""Processes of a measure: their environment, servers that end with it, and the memory of whole trees.

Memory is the high-water mark of resident memory, ``VmHWM`` in ``/proc/<pid>/status``, in KB of 1,024 bytes; the
proportional share (``Pss``) counts pages that processes share by their part.
"""

import contextlib
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COMPILED = ROOT / ".cache" / "benchmarks" / "compiled"
SETTINGS = ("PORT", "HOST", "DATA_DIR", "SOURCES", "SOURCE_MIRROR", "WORKERS", "THREADS", "STATIC_DIR", "KEEP_BUILDS")
LOOK_EVERY = 0.01  # seconds between two looks at a tree's memory


def environment(**values: str) -> dict[str, str]:
    """Environment of a child: no settings from outside, and compiled modules kept as an installation keeps them."""
    kept = {k: v for k, v in os.environ.items() if k not in (*SETTINGS, "PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    return {**kept, "PYTHONPYCACHEPREFIX": str(COMPILED), **values}


def free_port() -> int:
    """A port of this machine that nothing listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def server(
    command: Sequence[str], address: str, *, cwd: Path, env: dict[str, str] | None = None, quiet: bool = False
) -> Iterator[subprocess.Popen[bytes]]:
    """A server that runs while the block does; waits until the address answers, whatever the status."""
    said = subprocess.DEVNULL if quiet else None
    with subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=said) as process:
        try:
            _until_it_answers(process, address)
            yield process
        finally:
            end(process)


def end(process: "subprocess.Popen[Any]") -> None:
    """End a process that we started, and wait for it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _until_it_answers(process: subprocess.Popen[bytes], address: str, patience: float = 60) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"'{' '.join(map(str, process.args))}' ended with code {process.returncode}")  # type: ignore[union-attr]
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"{address} did not answer within {patience:g} s")


@dataclass(frozen=True)
class Ran:
    """A command that ended well: seconds, and the largest and the summed high-water mark of its processes in MB."""

    seconds: float
    largest: float
    each: tuple[float, ...]


def run(command: Sequence[str], *, env: dict[str, str], cwd: Path = ROOT) -> Ran:
    """Run a command to its end and watch the memory of every process of its tree; raises where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    marks: dict[int, int] = {}
    stop = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, marks, stop), daemon=True)
    watcher.start()
    said = process.communicate()[1]
    took = time.perf_counter() - start
    stop.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with code {process.returncode}: {said.decode()[-500:]}")
    each = tuple(sorted((mark / 1024 for mark in marks.values()), reverse=True))
    return Ran(took, max(each, default=0.0), each)


def until(command: Sequence[str], done: Callable[[], bool], *, env: dict[str, str], cwd: Path = ROOT) -> float:
    """Seconds from the start of a command to the moment that something is so; raises where it never is."""
    start = time.perf_counter()
    with subprocess.Popen(command, env=env, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while not done():
            if process.poll() is not None and not done():
                raise RuntimeError(f"{' '.join(command)} ended with code {process.returncode} and nothing had changed")
            time.sleep(LOOK_EVERY)
        return time.perf_counter() - start


def _watch(pid: int, marks: dict[int, int], stop: threading.Event) -> None:
    while not stop.wait(LOOK_EVERY):
        for one in tree(pid):
            marks[one] = max(marks.get(one, 0), high_water(one))


def tree(pid: int) -> list[int]:
    """A process and everything that descends from it."""
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
    return found


def high_water(pid: int) -> int:
    """High-water mark of a process's resident memory in KB; 0 when it is gone."""
    return _kilobytes(pid, "status", "VmHWM:")


def proportional(pid: int) -> int:
    """A process's proportional share of memory now, in KB; 0 when it is gone."""
    return _kilobytes(pid, "smaps_rollup", "Pss:")


def _kilobytes(pid: int, file: str, name: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
