"""Files: small, at home in a labelled room, made here, and the same on every machine."""

import ast
import re

import pytest

from tests.architecture.files import ROOMS, files, git, product, python, read
from tests.shared import ROOT

DRAWERS = {"utils", "util", "helpers", "services", "models", "callbacks", "common", "misc"}
THIRD_PARTY = re.compile(r"\.min\.(js|css)$|\.(woff2?|ttf|otf|eot|map)$|(^|/)(node_modules|vendor)/")
MACHINE = re.compile(r"(?<![\w.:/*])/(tmp|work|root|home|Users|mnt)/")


def test_the_repository_has_files():
    assert len(python(*ROOMS)) > 80


def test_no_python_file_is_longer_than_300_lines():
    assert not [f"{file}: {count}" for file in python() if (count := len(read(file).splitlines())) > 300]


def test_no_page_is_longer_than_150_lines():
    assert not [f"{file}: {count}" for file in python("pages") if (count := len(read(file).splitlines())) > 150]


def test_no_folder_is_a_drawer_without_a_label():
    assert not [str(file) for file in files() if DRAWERS & set(file.parts[:-1])]


def test_no_python_file_is_empty_but_the_marks_of_test_folders():
    empty = [file for file in python() if not read(file).strip()]
    assert not [str(file) for file in empty if file.parts[0] != "tests" or file.name != "__init__.py"]


def test_nothing_made_elsewhere_is_kept_here():
    assert not [str(file) for file in files() if THIRD_PARTY.search(str(file))]


def test_no_file_is_large():
    assert not [str(file) for file in files() if (ROOT / file).stat().st_size > 500_000]


def test_no_path_of_one_machine_stands_in_the_product():
    found = [(str(file), line) for file in product() for line in read(file).splitlines() if MACHINE.search(line)]
    assert not found


@pytest.mark.parametrize("top", ["tmp", "work", "root", "home", "Users", "mnt"])
@pytest.mark.parametrize("line", ['open("/{}/x")', "cd /{}/main", "'/{}/.cache'", "(/{}/me)"])
def test_a_path_of_one_machine_would_be_found(line, top):
    assert MACHINE.search(line.format(top))


@pytest.mark.parametrize("line", ["https://www.example.org/work/x", "tests/work/", "panels/home/delays", "../work/x"])
def test_other_paths_would_not(line):
    assert not MACHINE.search(line)


def _imported(file) -> set[str]:
    """First-party modules that a file imports, as paths of files that could hold them."""
    found = set()
    for node in ast.walk(ast.parse(read(file))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            if name.split(".")[0] in ROOMS:
                path = name.replace(".", "/")
                found |= {f"{path}.py", f"{path}/__init__.py"}
    return found


def test_no_module_that_the_product_imports_is_ignored_by_git():
    imported = set().union(*(_imported(file) for file in python(*ROOMS)))
    ignored = git("check-ignore", "--no-index", "--stdin", text="\n".join(sorted(imported)))
    if ignored is None:
        pytest.skip("git is not here, so it cannot be asked what it ignores")
    assert ignored == []
