"""A setting that cannot be used stops every command with one sentence; plain gunicorn serves and does nothing else."""

import re

import pytest

from tests.start.processes import eventually, free_port, started
from tests.start.sites import CLOSED, Site

BAD = {
    "PORT": ("eighty", "70000", "0"),
    "SOURCES": ("nothing",),
    "SOURCE_MIRROR": ("ftp://127.0.0.1", "127.0.0.1:8900"),
    "HOST": ("everywhere",),
    "WORKERS": ("0",),
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_a_bad_setting_stops_the_launcher_with_one_sentence(tmp_path, name, value):
    with started(tmp_path / "said", "-m", "ops.launch", **{"DATA_DIR": tmp_path / "data", name: value}) as run:
        assert run.wait() == 2
    assert re.fullmatch(rf"{name} is set to '{re.escape(value)}', which cannot be used: .+\.\n", run.said)
    assert not (tmp_path / "data").exists()


def test_a_secret_in_a_bad_setting_is_not_repeated(tmp_path):
    mirror = "http://someone:secret@127.0.0.1:8900"
    with started(tmp_path / "said", "-m", "ops.launch", DATA_DIR=tmp_path / "data", SOURCE_MIRROR=mirror) as run:
        assert run.wait() == 2
    assert "SOURCE_MIRROR" in run.said
    assert "secret" not in run.said


@pytest.mark.parametrize("command", [("-m", "etl", "refresh"), ("-m", "etl", "status"), ("-m", "etl", "demo")])
def test_a_bad_setting_stops_the_etl_with_one_sentence(tmp_path, command):
    with started(tmp_path / "said", *command, DATA_DIR=tmp_path / "data", KEEP_BUILDS="1") as run:
        assert run.wait() == 2
    assert re.fullmatch(r"KEEP_BUILDS is set to '1', which cannot be used: .+\.\n", run.said)


def test_plain_gunicorn_serves_and_never_starts_a_refresh(tmp_path):
    port = free_port()
    serve = ("-m", "gunicorn", "-c", "gunicorn.conf.py", "app:server")
    settings = {"DATA_DIR": tmp_path / "data", "SOURCES": "live", "SOURCE_MIRROR": CLOSED, "PORT": port, "WORKERS": 1}
    with started(tmp_path / "said", *serve, **settings) as run:
        site = Site(run, f"http://127.0.0.1:{port}")
        eventually(lambda: site.get("/healthz")[0] == 200, "the site answers")
        assert site.get("/readyz")[0] == 503
        assert "No figures are loaded yet" in site.page("/")
        assert all("gunicorn" in command for command in run.members().values())
        assert len(run.members()) == 2
    assert not (tmp_path / "data").exists()
