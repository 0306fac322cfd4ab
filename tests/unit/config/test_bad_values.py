"""A setting that cannot be used stops the start with one sentence: the variable and what was found."""

import re

import pytest

from config import SettingsError, load

BAD = {
    "PORT": ["0", "65536", "-1", "80a", "8050.5", "eighty"],
    "HOST": ["my host", "localhost:8050", "256.0.0.1", "http://127.0.0.1"],
    "SOURCES": ["Live", "real", "demo,live", "1"],
    "SOURCE_MIRROR": [
        "127.0.0.1:8900",
        "ftp://mirror",
        "http://",
        "http://mirror?x=1",
        "http://[::1",
    ],
    "WORKERS": ["0", "33", "two", "1.5"],
    "THREADS": ["0", "65", "four"],
    "REFRESH_HOURS": ["-1", "8761", "daily"],
    "KEEP_BUILDS": ["1", "1001", "all"],
    "FETCH_SECONDS": ["0", "3601", "2m"],
    "FETCH_MEGABYTES": ["0", "1001", "50MB"],
    "PROBE_SECONDS": ["0", "61", "five"],
    "UPLOADS": ["yes", "Local", "everybody"],
}
PAIRS = [(name, value) for name, values in BAD.items() for value in values]


@pytest.mark.parametrize(("name", "value"), PAIRS)
def test_a_bad_value_is_refused_in_one_sentence_with_name_and_value(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        load()
    said = str(refused.value)
    assert said.startswith(f"{name} is set to '{value}', which cannot be used: ")
    assert said.endswith(".")
    assert not re.search(r"[.!?]\s", said)
    assert "\n" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("value", ["http://127.0.0.1:99999", "http://127.0.0.1:port"])
def test_a_mirror_with_an_impossible_port_is_refused(monkeypatch, value):
    monkeypatch.setenv("SOURCE_MIRROR", value)
    with pytest.raises(SettingsError, match="^SOURCE_MIRROR is set to"):
        load()


@pytest.mark.parametrize("name", ["DATA_DIR", "STATIC_DIR"])
def test_a_folder_that_is_a_file_is_refused(monkeypatch, tmp_path, name):
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    monkeypatch.setenv(name, str(file))
    with pytest.raises(SettingsError, match=f"^{name} is set to"):
        load()


def test_a_password_in_a_mirror_address_is_not_repeated(monkeypatch):
    monkeypatch.setenv("SOURCE_MIRROR", "http://reader:open-sesame@mirror.example")
    with pytest.raises(SettingsError) as refused:
        load()
    assert "open-sesame" not in str(refused.value)


@pytest.mark.parametrize("key", ["", "too short"])
def test_a_key_that_anybody_could_guess_is_refused_and_not_repeated(monkeypatch, key):
    monkeypatch.setenv("UPLOADS", "key")
    monkeypatch.setenv("UPLOAD_KEY", key)
    with pytest.raises(SettingsError) as refused:
        load()
    said = str(refused.value)
    assert said == "UPLOAD_KEY cannot be used: UPLOADS=key needs a key of at least 12 characters."


def test_the_key_is_not_shown_with_the_settings(monkeypatch):
    monkeypatch.setenv("UPLOADS", "key")
    monkeypatch.setenv("UPLOAD_KEY", "correct horse battery")
    assert "battery" not in repr(load())
