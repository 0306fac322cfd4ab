"""Fixtures that more than one folder of tests uses: demonstration and real data, loaded once a worker."""

import fcntl
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl import refresh
from etl.cli import live_fetcher
from etl.demo import publish
from etl.demo.partnership.deliver import deliver_all
from etl.fetch import Addresses
from etl.fetch.folder import FolderFetcher
from etl.report import Report
from etl.sources import SOURCES
from tests import shared
from warehouse.builds import Builds
from warehouse.reader import Reader, View

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HOSTS = frozenset(host for source in SOURCES for host in source.hosts)
gc.set_threshold(100_000, 50, 50)  # pages by the thousand are drawn: collecting often would be a tenth of the time
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a job in the background; what tests start would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test sees no settings of the person who runs it."""
    for name in (
        "PORT",
        "HOST",
        "DATA_DIR",
        "SOURCES",
        "SOURCE_MIRROR",
        "WORKERS",
        "THREADS",
        "STATIC_DIR",
        "UPLOADS",
        "UPLOAD_KEY",
    ):
        monkeypatch.delenv(name, raising=False)


class Quiet:
    """A screen that keeps what it is told."""

    def __init__(self) -> None:
        self.told = []

    def show(self, report):
        pass

    def tell(self, source, message):
        self.told.append((source, message))


def run_refresh(root: Path, fetcher, *, mode="live", sources=SOURCES, since="", clock=lambda: NOW, **request):
    """A refresh in this process; its exit code, the report and what was told."""
    screen = Quiet()
    report = Report(Builds(root), screen, pid=os.getpid(), mode=mode)
    request = refresh.Request(sources, mode, since, **request)
    code = refresh.refresh(request, fetcher=fetcher, root=root, report=report, clock=clock)
    return code, report, screen.told


def mirror_fetcher(origin: str, **settings):
    """The fetcher of a live refresh against a mirror."""
    from config import load

    return live_fetcher(load(source_mirror=origin, **settings))


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker to need it makes; every worker has a copy of its own."""
    base = factory.getbasetemp()
    everyones = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made = everyones / f"made-{name}"
    with open(everyones / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making = Path(tempfile.mkdtemp(dir=everyones))
            make(making / name)
            making.rename(made)
    return shutil.copytree(made / name, factory.mktemp(name) / name, symlinks=True)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory) -> Path:
    """The demonstration publications, written once."""
    (site,) = once(tmp_path_factory, "site", publish.write).iterdir()
    return site


@pytest.fixture(scope="session")
def demo_root(demo_site, tmp_path_factory) -> Path:
    """Demonstration data, loaded once through the pipeline (never change it; copy it)."""

    def load(root: Path) -> None:
        code, _, told = run_refresh(root, FolderFetcher(Addresses(HOSTS), demo_site), mode="demo")
        assert code == 0, told

    return once(tmp_path_factory, "demo", load)


@pytest.fixture(scope="session")
def demo(demo_root) -> View:
    """The demonstration warehouse, opened."""
    return Reader(demo_root).view()


@pytest.fixture(scope="session")
def partnership_root(demo_root, tmp_path_factory) -> Path:
    """Demonstration data with the example partnership's uploads, handed in once (never change it; copy it)."""
    root = tmp_path_factory.mktemp("local") / "demo"
    shutil.copytree(demo_root, root, symlinks=True)
    deliver_all(root, NOW)
    return root


@pytest.fixture(scope="session")
def partnership(partnership_root) -> View:
    """The demonstration warehouse with the local build beside it, opened."""
    return Reader(partnership_root).view()


@pytest.fixture(scope="session")
def live_root(tmp_path_factory) -> Path:
    """Real data from the replica, loaded once through the pipeline (never change it; copy it)."""
    if not shared.DATA.is_dir():
        pytest.skip(shared.REASON)

    def load(root: Path) -> None:
        with shared.replica() as origin:
            code, _, told = run_refresh(root, mirror_fetcher(origin))
        assert code == 0, told

    return once(tmp_path_factory, "live", load)


@pytest.fixture(scope="session")
def live(live_root) -> View:
    """The real warehouse, opened."""
    return Reader(live_root).view()
