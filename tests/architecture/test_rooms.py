"""Rooms: who may import whom, and what pages must not contain."""

import ast
import re
import subprocess
import sys
import tomllib

from tests.architecture.files import ROOMS, python, read
from tests.shared import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE TABLE|FROM \w+\.\w+|GROUP BY|ORDER BY|JOIN)\b")
FRAMES = {"pandas", "numpy", "polars", "duckdb", "requests", "sqlite3", "plotly"}
PAGES = python("pages")


def test_every_contract_between_rooms_is_kept():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS['contracts'])} kept, 0 broken." in done.stdout


def test_every_room_is_under_the_contracts():
    assert set(CONTRACTS["root_packages"]) == set(ROOMS)
    folders = {file.parts[0] for file in python() if len(file.parts) > 1}
    assert folders <= {*ROOMS, "tests", "benchmarks", "docs"}


def test_there_are_at_most_three_exceptions_from_the_contracts():
    assert sum(len(contract.get("ignore_imports", [])) for contract in CONTRACTS["contracts"]) <= 3


def _imports(file) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(read(file))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def _strings(file) -> list[str]:
    nodes = ast.walk(ast.parse(read(file)))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_a_page_holds_no_frames_and_draws_no_figures():
    assert not [(str(page), name) for page in PAGES for name in _imports(page) if name.split(".")[0] in FRAMES]
    assert not [str(page) for page in PAGES if any(n.startswith("components.figures.") for n in _imports(page))]


def test_a_page_imports_no_other_page():
    assert not [str(page) for page in PAGES if any(name.split(".")[0] == "pages" for name in _imports(page))]


def _with_sql(*rooms: str) -> list[str]:
    return [str(file) for file in python(*rooms) if any(SQL.search(text) for text in _strings(file))]


def test_sql_stands_in_the_warehouse_only():
    assert not _with_sql("pages", "components", "exports", "panels", "web", "analysis", "domain")
    assert _with_sql("warehouse")


def _with(pattern: str, *rooms: str) -> list[str]:
    return [str(file) for file in python(*rooms) if re.search(pattern, read(file))]


def test_only_the_settings_read_the_environment():
    rooms = ("analysis", "components", "domain", "exports", "pages", "panels", "warehouse", "web")
    assert not _with(r"\bos\.(environ|getenv)\b", *rooms)


def test_statistics_words_and_components_read_no_clock():
    assert not _with(
        r"\b(datetime\.now|date\.today|time\.time|utcnow)\(", "analysis", "domain", "components", "exports"
    )


def test_a_module_says_what_it_is_for():
    assert not [str(file) for file in python(*ROOMS) if not ast.get_docstring(ast.parse(read(file)))]
