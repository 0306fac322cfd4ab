"""The files of the repository as git sees them: tracked, or new and not ignored."""

import functools
import subprocess
from pathlib import Path

from tests.shared import ROOT

ROOMS = ("analysis", "components", "config", "domain", "etl", "exports", "ops", "pages", "panels", "warehouse", "web")


FOLDERS = (*ROOMS, "tests", "benchmarks", "docs", "assets")


def git(*arguments: str, text: str = "") -> list[str] | None:
    """Lines that a git command prints; None where there is no git or no repository."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, input=text, capture_output=True, text=True, check=False, timeout=60
        )
    except FileNotFoundError:
        return None
    return done.stdout.splitlines() if done.returncode <= 1 else None


@functools.cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, relative to its root; without git, every file of its folders."""
    names = git("ls-files", "--cached", "--others", "--exclude-standard")
    if names is None:
        found = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if "__pycache__" not in file.parts]
        names = [str(file.relative_to(ROOT)) for file in [*found, *ROOT.glob("*")]]
    return tuple(Path(name) for name in sorted(set(names)) if (ROOT / name).is_file())


def python(*folders: str) -> list[Path]:
    """Python files, of some top-level folders or of all."""
    return [file for file in files() if file.suffix == ".py" and (not folders or file.parts[0] in folders)]


def product() -> list[Path]:
    """Text files that are no tests and no lock file."""
    kinds = {".py", ".js", ".css", ".sql", ".toml", ".md", ".csv", ".svg", ".html", ""}
    return [file for file in files() if file.parts[0] != "tests" and file.suffix in kinds]


def read(file: Path) -> str:
    """Text of a file of the repository."""
    return (ROOT / file).read_text("utf-8")
