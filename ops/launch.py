"""``make run``: decides which figures to serve, loads them where that is needed, serves, and stops it all together.

The launcher owns two children, the web server and (while one runs) a refresh. Plain gunicorn never starts one.
Ctrl-C, or a signal to the launcher, ends both.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from types import FrameType

from config import Settings, SettingsError, load
from warehouse.builds import Builds

BUSY = 75
PATIENCE = 60  # seconds a first start waits for figures before it serves without them
Child = subprocess.Popen[bytes]


class Stopped(Exception):
    """The launcher was asked to end."""


def main() -> int:
    """Run until stopped; the exit code of the web server."""
    try:
        settings = load()
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    children: list[Child] = []
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    try:
        return run(settings, children)
    except Stopped:
        return 0
    finally:
        end(children)


def _stop(_: int, __: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise Stopped


def run(settings: Settings, children: list[Child]) -> int:
    """Decide, load, serve; returns when the web server ends by itself."""
    mode = decide(settings)
    builds = Builds(settings.root("live" if mode == "live" else "demo"))
    loader = first_load(mode, settings, builds, children)
    web = start(["-m", "gunicorn", "-c", "gunicorn.conf.py", "app:server"], mode, children)
    print(
        f"{'Official statistics' if mode == 'live' else 'Demonstration data'}: "
        f"http://{settings.host}:{settings.port}  (Ctrl-C stops)",
        flush=True,
    )
    if loader is None and mode == "live" and due(builds, settings, datetime.now(UTC)):
        loader = start(["-m", "etl", "refresh"], mode, children)
    if loader:
        threading.Thread(target=_tell_end, args=(loader,), daemon=True).start()
    return web.wait()


def decide(settings: Settings) -> str:
    """``live`` or ``demo``: as set, and for ``auto`` what is there; with nothing there the publishers are tried."""
    if settings.sources != "auto":
        return settings.sources
    for mode in ("live", "demo"):
        if Builds(settings.data_dir / mode).usable():
            return mode
    print(f"No warehouse yet: trying the publishers for {settings.probe_seconds} s …", flush=True)
    if reachable(settings):
        return "live"
    print(
        "The publishers cannot be reached from here; demonstration data are used (SOURCES=live loads real ones).",
        flush=True,
    )
    return "demo"


def reachable(settings: Settings) -> bool:
    """Whether a publisher's landing page answers in time; name look-ups have no time-out, so a thread waits."""
    answers: list[bool] = []

    def ask() -> None:
        from etl.fetch import Addresses, AddressRefused, FetchFailed
        from etl.fetch.http import HttpFetcher, Limits
        from etl.sources import SOURCES

        addresses = Addresses(frozenset(h for source in SOURCES for h in source.hosts), settings.source_mirror)
        fetcher = HttpFetcher(addresses, Limits(seconds=settings.probe_seconds, tries=1))
        try:
            fetcher.get(SOURCES[0].landing)
            answers.append(True)
        except (FetchFailed, AddressRefused):
            answers.append(False)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(settings.probe_seconds)
    return answers == [True]


def first_load(mode: str, settings: Settings, builds: Builds, children: list[Child]) -> Child | None:
    """Where there is no build, load until the first one is published; the refresh that goes on, if one does."""
    if builds.usable():
        return None
    if mode == "demo":
        start(["-m", "etl", "demo"], mode, children).wait()
        return None
    loader = start(["-m", "etl", "refresh"], mode, children)
    until = time.monotonic() + PATIENCE
    while builds.usable() is None and loader.poll() is None and time.monotonic() < until:
        time.sleep(0.1)
    if builds.usable() is None:
        said = "No figures are loaded yet; the site says so and shows them as soon as a refresh succeeds."
        print(said, file=sys.stderr, flush=True)
    return loader if loader.poll() is None else None


def due(builds: Builds, settings: Settings, now: datetime) -> bool:
    """Whether a start should look for new figures: the last refresh was cut short, failed, or is too old."""
    status = builds.status()
    finished = status.get("finished_at")
    if settings.refresh_hours == 0:
        return False
    if not finished or status.get("doing") != "finished":
        return True
    return (now - datetime.fromisoformat(finished)).total_seconds() > settings.refresh_hours * 3600


def start(arguments: list[str], mode: str, children: list[Child]) -> Child:
    """Start a child of this interpreter for one kind of data."""
    child = subprocess.Popen([sys.executable, *arguments], env={**os.environ, "SOURCES": mode})
    children.append(child)
    return child


def _tell_end(loader: Child) -> None:
    code = loader.wait()
    if code not in (0, BUSY, -signal.SIGINT, -signal.SIGTERM, 130):
        print(
            f"The refresh ended with code {code}: /data lists what could not be refreshed.", file=sys.stderr, flush=True
        )


def end(children: list[Child]) -> None:
    """End every child that still runs, and wait for it; what will not end is killed."""
    running = [child for child in children if child.poll() is None]
    for child in running:
        child.send_signal(signal.SIGTERM)
    until = time.monotonic() + 10
    for child in running:
        try:
            child.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


if __name__ == "__main__":
    sys.exit(main())
