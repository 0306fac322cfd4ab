"""Fixtures of the fault tests: one loopback origin a test, one process that forks refreshes a worker."""

import pytest

from tests.faults import forge as forges
from tests.faults import origin as origins
from tests.faults import small_site


@pytest.fixture
def origin():
    with origins.serving() as server:
        yield server


@pytest.fixture(scope="session")
def forging():
    with forges.forge() as opened:
        yield opened


@pytest.fixture(scope="session")
def small_data(demo_site, forging, tmp_path_factory):
    """A small site and, in ``demo``, a data folder that holds it (never change them; copy them)."""
    folder = tmp_path_factory.mktemp("small")
    site = small_site.small(demo_site, folder / "site")
    assert forging.run(folder / "demo", site) == 0
    return folder
