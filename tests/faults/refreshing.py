"""Refreshes of the fault tests: a clock that never stands still, and copies of good data to refresh on top of."""

import itertools
import shutil
from datetime import timedelta
from pathlib import Path

from etl.fetch import Addresses
from etl.fetch.folder import FolderFetcher
from etl.fetch.http import HttpFetcher, Limits
from tests import shared
from tests.conftest import HOSTS, NOW, run_refresh
from warehouse.builds import Builds

_ticks = itertools.count(1)


def clock():
    """A day after the session's data were loaded; every look is a little later than the one before."""
    return NOW + timedelta(days=1, milliseconds=20 * next(_ticks))


def copy_of(root: Path, target: Path) -> Path:
    """Good data to work on: the raw files and the build that is served, made long ago by any clock."""
    shutil.copytree(root, target)
    builds = Builds(target)
    current = builds.current()
    for build in builds.all():
        if build.id != current.id:
            shutil.rmtree(build.folder)
    old = f"20200101T000000000-{current.id[-8:]}"
    current.folder.rename(builds.folder / old)
    builds.publish(old)
    return target


def from_replica(root: Path, fault: str | None = None, limits: Limits | None = None, **request):
    """Refresh against the replica; pauses last no time."""
    with shared.replica(fault) as origin:
        fetcher = HttpFetcher(Addresses(HOSTS, origin), limits or Limits(), pause=lambda _: None)
        return run_refresh(root, fetcher, clock=clock, **request)


def from_folder(root: Path, site: Path, **request):
    """Refresh demonstration data from a copy of the demonstration publications."""
    return run_refresh(root, FolderFetcher(Addresses(HOSTS), site), mode="demo", clock=clock, **request)
