"""Packages: pinned with hashes and without addresses, one version of the drawing library, ranges that hold."""

import re
import tomllib

import plotly.offline
import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from ops import npm_file
from tests.architecture.files import files, read
from tests.shared import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
each_lock = pytest.mark.parametrize("lock", LOCKS)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _text(lock: str) -> str:
    """A lock without its comments."""
    return re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)


def _pinned(lock: str) -> dict[str, set[str]]:
    """Package to its pinned versions (markers may allow more than one)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", _text(lock), re.MULTILINE):
        found.setdefault(_plain(name), set()).add(version)
    return found


def test_the_pinned_drawing_library_is_the_version_that_plotly_speaks():
    assert npm_file.PLOTLY_BASIC.version == plotly.offline.get_plotlyjs_version()


def test_the_pinned_drawing_library_has_a_fingerprint():
    fields = [value for value in vars(npm_file.PLOTLY_BASIC).values() if isinstance(value, str)]
    assert [value for value in fields if re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", value)]


@each_lock
def test_every_line_of_a_lock_is_a_pin_with_hashes(lock):
    blocks = [block for block in re.split(r"^(?=\S)", _text(lock), flags=re.MULTILINE) if block.strip()]
    assert len(blocks) > 30
    for block in blocks:
        assert re.match(r"[A-Za-z0-9._-]+(\[[^\]]*\])?==\S+", block), block[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block[:80]


@each_lock
@pytest.mark.parametrize("pattern", [r"\w+://", "file:", r"--(?!hash=)[a-z]", r"^-", " @ "])
def test_no_address_and_no_option_stands_in_a_lock(lock, pattern):
    assert not re.findall(pattern, (ROOT / lock).read_text("utf-8"), re.MULTILINE)


def test_the_development_lock_holds_the_runtime_lock():
    runtime, development = _pinned(LOCKS[0]), _pinned(LOCKS[1])
    assert {name: development.get(name) for name in runtime} == runtime


def _requirements(group: str) -> list[str]:
    return PROJECT["project"]["dependencies"] if group == "runtime" else PROJECT["dependency-groups"]["dev"]


@pytest.mark.parametrize(("group", "lock"), [("runtime", LOCKS[0]), ("dev", LOCKS[1])])
def test_every_package_that_is_asked_for_is_pinned_inside_its_range(group, lock):
    pinned = _pinned(lock)
    for text in _requirements(group):
        wanted = Requirement(text)
        assert pinned[_plain(wanted.name)], wanted.name
        assert all(wanted.specifier.contains(Version(version)) for version in pinned[_plain(wanted.name)]), text


def test_tests_are_no_part_of_the_runtime():
    assert not {"pytest", "hypothesis", "playwright", "xlrd", "openpyxl", "ruff", "mypy"} & set(_pinned(LOCKS[0]))


def test_packages_of_the_users_stack_are_there():
    assert {"dash", "plotly", "pandas", "requests", "gunicorn"} <= set(_pinned(LOCKS[0]))


def test_no_asset_asks_another_host():
    assets = [file for file in files() if file.parts[0] == "assets"]
    assert len(assets) > 4
    for file in assets:
        asked = set(re.findall(r"https?://[^'\"\s)]+", read(file))) - {"http://www.w3.org/2000/svg"}
        assert not asked, file
        assert "@import" not in read(file)
