"""The one frozen object of settings: defaults, reading, folders."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from config import Settings, load


def test_without_any_variable_the_defaults_hold():
    settings = load()
    assert (settings.host, settings.port) == ("127.0.0.1", 8050)
    assert settings.sources == "auto"
    assert settings.source_mirror == ""
    assert settings.keep_builds == 12
    assert settings.probe_seconds == 5


@pytest.mark.parametrize("name", Settings.model_fields)
def test_settings_are_frozen(name):
    settings = load()
    with pytest.raises(ValidationError, match="frozen"):
        setattr(settings, name, getattr(settings, name))


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("PORT", "9000", 9000),
        ("HOST", "0.0.0.0", "0.0.0.0"),
        ("HOST", "::1", "::1"),
        ("HOST", "localhost", "localhost"),
        ("DATA_DIR", "elsewhere", Path("elsewhere")),
        ("SOURCES", "demo", "demo"),
        ("SOURCE_MIRROR", "http://127.0.0.1:8900/", "http://127.0.0.1:8900"),
        ("SOURCE_MIRROR", "https://mirror.example/nhs", "https://mirror.example/nhs"),
        ("REFRESH_HOURS", "0", 0),
    ],
)
def test_a_variable_in_capitals_sets_its_setting(monkeypatch, name, value, found):
    monkeypatch.setenv(name, value)
    assert getattr(load(), name.lower()) == found


@pytest.mark.parametrize("name", ["PORT", "DATA_DIR", "SOURCES", "SOURCE_MIRROR"])
def test_an_empty_variable_counts_as_not_set(monkeypatch, name):
    monkeypatch.setenv(name, "")
    assert getattr(load(), name.lower()) == Settings.model_fields[name.lower()].default


def test_variables_of_other_programs_are_passed_over(monkeypatch):
    before = load()
    monkeypatch.setenv("INTERFACE_MONITOR_COLOUR", "blue")
    assert load() == before


def test_demonstration_and_live_data_never_share_a_folder():
    settings = load(data_dir=Path("somewhere"))
    live, demo = settings.root("live"), settings.root("demo")
    assert live != demo
    assert live not in demo.parents
    assert demo not in live.parents
    assert live.parent == demo.parent == Path("somewhere")
