"""Refreshes in processes of their own, forked from one that has everything imported: quick to start, real to kill.

``python -m tests.faults.forge`` takes orders as lines of JSON and answers with the process's id and then its exit
code. Files are read in the refresh's own process; nothing else is different (``test_killed`` kills whole commands
with their readers).
"""

import contextlib
import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CAP_DAC_OVERRIDE, CAPABILITY_VERSION = 1, 0x20080522


class Unpooled:
    """Stands in for the pool of readers: a fork of a process has no server that forks them."""

    def __init__(self, _: Path) -> None:
        pass

    def __enter__(self) -> "Unpooled":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def prepare(self) -> None:
        pass

    def read(self, tasks: Sequence[Any]) -> Iterator[Any]:
        from etl.reading import read_one

        return map(read_one, tasks)


class Forge:
    """The process that forks; one order at a time."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process, self._last = process, 0

    def start(self, root: Path, site: Path, **order: Any) -> int:
        """Begin a refresh of a root from a site; its process id."""
        self._process.stdin.write(json.dumps({"root": str(root), "site": str(site), **order}) + "\n")
        self._process.stdin.flush()
        self._last = int(self._process.stdout.readline())
        assert self._last > 1, "an order was given while another was under way"
        return self._last

    def ended(self) -> int:
        """Exit code of the refresh under way, once it has ended: its own, or minus the signal that ended it.

        Until it is asked for, the process id stays taken, so that a late signal reaches nobody else.
        """
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def run(self, root: Path, site: Path, **order: Any) -> int:
        """A refresh to its end; the exit code."""
        self.start(root, site, **order)
        return self.ended()

    def end(self) -> None:
        """End the forge, and a refresh that a test left under way."""
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            for number in (self._last, self._process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)


@contextmanager
def forge() -> Iterator[Forge]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.forge"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        opened = Forge(process)
        try:
            yield opened
        finally:
            process.stdin.close()
            opened.end()


def serve() -> None:
    """Take orders until there are no more."""
    import etl.cli
    import etl.fetch.folder
    import etl.fetch.http
    import etl.staging  # noqa: F401 - all that a refresh needs, imported once

    while line := sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            os._exit(_refresh(json.loads(line)))
        print(pid, flush=True)
        sys.stdin.readline()
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _refresh(order: dict[str, Any]) -> int:
    """What the command line does, with the faults of the order; what it says goes to ``said`` beside the root."""
    from etl import cli, refresh
    from etl.fetch import Addresses
    from etl.fetch.folder import FolderFetcher
    from etl.report import Report
    from etl.screen import Silent
    from etl.sources import SOURCE_BY_ID
    from warehouse.builds import Builds

    root = Path(order["root"])
    said = os.open(order.get("said") or root.parent / f"{root.name}.said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(said, 1)
    os.dup2(said, 2)
    chosen = [SOURCE_BY_ID[name] for name in order.get("sources", ("dtoc_councils",))]
    hosts = frozenset(host for source in chosen for host in source.hosts)
    request = refresh.Request(chosen, "demo", keep=order.get("keep", 12), publish_every=order.get("every", 15.0))
    offset = timedelta(days=order.get("days", 0))
    refresh.Pool = Unpooled
    try:
        _spoil(order)
        code = refresh.refresh(
            request,
            fetcher=FolderFetcher(Addresses(hosts), Path(order["site"])),
            root=root,
            report=Report(Builds(root), Silent(), pid=os.getpid(), mode="demo"),
            clock=lambda: datetime.now(UTC) + offset,
        )
    except refresh.AnotherIsRunning:
        code = cli.BUSY
    except (OSError, cli.EngineError) as problem:
        print(f"{type(problem).__name__}: {problem}", file=sys.stderr, flush=True)
        code = cli.NOTHING_PUBLISHED
    except BaseException as problem:  # noqa: BLE001 - anything else is a stack trace to a person
        print(f"TRACE {type(problem).__name__}: {problem}", file=sys.stderr, flush=True)
        code = 99
    return code


def _spoil(order: dict[str, Any]) -> None:
    """Make the disk of this process fail as ordered."""
    if size := order.get("largest"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if order.get("obedient"):
        _give_up_overriding()
    for name, (number, error) in order.get("failing", {}).items():
        _fail(name, number, error, Path(order["root"] + ".struck"))


def _fail(name: str, number: int, error: int, mark: Path) -> None:
    """From its n-th call on, this function of ``os`` fails, as on a bad disk, and leaves a mark that it did."""
    real, calls = getattr(os, name), [0]

    def failing(*arguments: Any, **named: Any) -> Any:
        calls[0] += 1
        if calls[0] >= number:
            open(mark, "w").close()  # noqa: SIM115, PTH123 - by no function of ``os``
            raise OSError(error, os.strerror(error), *[one for one in arguments[:1] if isinstance(one, str | Path)])
        return real(*arguments, **named)

    setattr(os, name, failing)


def _give_up_overriding() -> None:
    """Root may write anywhere by one capability; without it the rights of a folder count for root as for anybody."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    data = (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    with contextlib.suppress(OSError):
        libc.capget(header, data)
    for place in (0, 1):  # effective, permitted
        data[place] &= ~(1 << CAP_DAC_OVERRIDE)
    libc.capset(header, data)


if __name__ == "__main__":
    serve()
