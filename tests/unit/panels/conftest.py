"""Views that tests of panels run on: demonstration data always, real data where they are here."""

import pytest

from tests.shared import needs_shared


@pytest.fixture(params=["demo", pytest.param("live", marks=needs_shared)])
def view(request):
    """The demonstration warehouse, then the real one."""
    return request.getfixturevalue(request.param)
