"""Fixtures of the fault tests: one loopback origin a test."""

import pytest

from tests.faults import origin as origins


@pytest.fixture
def origin():
    with origins.serving() as server:
        yield server
