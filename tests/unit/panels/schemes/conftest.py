"""Small places, built and held as the pages hold them."""

import shutil

import pytest

from panels.schemes import held as reading
from panels.schemes.scope import where
from tests.spec import local
from tests.unit.web.conftest import client, empty, site
from warehouse.reader import Reader

__all__ = ["client", "empty", "site"]
PLACE = "three-meres-partnership"


@pytest.fixture
def held(partnership):
    """The example partnership."""
    return reading.held(partnership, where(partnership, {"place": PLACE}))


@pytest.fixture
def small(demo_root, tmp_path):
    """A function from sheets to the view of their build and what is held of the place."""

    def make(**sheets):
        root = shutil.copytree(demo_root, tmp_path / "demo", symlinks=True, dirs_exist_ok=True)
        local.keep(root, sheets)
        local.built(root)
        view = Reader(root).view()
        return view, reading.held(view, where(view, {}))

    return make
