"""``make run``: decides which figures to serve, loads them where that is needed, serves, and stops it all together.

The launcher owns two children, the web server and (while one runs) a refresh. Plain gunicorn never starts one.
Ctrl-C, or a signal to the launcher, ends both.
"""

import signal
import sys
import threading
import time
from datetime import UTC, datetime

from config import Settings, SettingsError, load
from ops.children import Child, Children, Stopped
from warehouse.builds import Builds

BUSY = 75
PATIENCE = 60  # seconds a first start waits for figures before it serves without them


def main() -> int:
    """Run until stopped; the exit code of the web server."""
    try:
        settings = load()
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    children = Children()
    children.listen()
    try:
        return run(settings, children)
    except Stopped:
        return 0
    finally:
        children.end()


def run(settings: Settings, children: Children) -> int:
    """Decide, load, serve; returns when the web server ends by itself."""
    mode = decide(settings)
    builds = Builds(settings.root("live" if mode == "live" else "demo"))
    loader = first_load(mode, settings, builds, children)
    web = children.start(["-m", "gunicorn", "-c", "gunicorn.conf.py", "app:server"], {"SOURCES": mode})
    print(
        f"{'Official statistics' if mode == 'live' else 'Demonstration data'}: "
        f"http://{settings.host}:{settings.port}  (Ctrl-C stops)",
        flush=True,
    )
    if loader is None and mode == "live" and due(builds, settings, datetime.now(UTC)):
        loader = children.start(["-m", "etl", "refresh"], {"SOURCES": mode})
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


def first_load(mode: str, settings: Settings, builds: Builds, children: Children) -> Child | None:
    """Where there is no build, load until the first one is published; the refresh that goes on, if one does."""
    if builds.usable():
        return None
    if mode == "demo":
        children.start(["-m", "etl", "demo"], {"SOURCES": mode}).wait()
        return None
    loader = children.start(["-m", "etl", "refresh"], {"SOURCES": mode})
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
    age = (now - datetime.fromisoformat(finished)).total_seconds()
    return not 0 <= age <= settings.refresh_hours * 3600  # a refresh in the future was by a wrong clock


def _tell_end(loader: Child) -> None:
    code = loader.wait()
    if code not in (0, BUSY, -signal.SIGINT, -signal.SIGTERM, 130):
        print(
            f"The refresh ended with code {code}: /data lists what could not be refreshed.", file=sys.stderr, flush=True
        )


if __name__ == "__main__":
    sys.exit(main())
