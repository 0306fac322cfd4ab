"""Contract tests ask the same site as the tests of the HTTP room."""

from tests.unit.web.conftest import client, empty, site

__all__ = ["client", "empty", "site"]
