"""The site in this process: imported once (Dash keeps its pages globally), served with and without figures."""

import os

import pytest

from warehouse import serving


@pytest.fixture(scope="session")
def site(partnership_root):
    """The Dash app, imported with demonstration data and without prepared files."""
    settings = {
        "DATA_DIR": str(partnership_root.parent),
        "SOURCES": "demo",
        "STATIC_DIR": str(partnership_root / "no-such-folder"),
    }
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        from app import app
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    return app


@pytest.fixture
def client(site, partnership_root):
    """A client of the site with demonstration data."""
    if serving.builds() is None or serving.builds().root != partnership_root:
        serving.serve(partnership_root)
    return site.server.test_client()


@pytest.fixture
def empty(site, tmp_path):
    """A client of the site before there is any warehouse."""
    serving.serve(tmp_path / "nothing")
    return site.server.test_client()
