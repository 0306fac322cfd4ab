"""What the measures share: a folder that is removed at the end, the replica, and one loaded warehouse."""

import functools
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import processes

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SERVER = SHARED / "replica" / "serve.py"
REAL_BOOKS = SHARED / "data" / "dtoc_la"


@dataclass(frozen=True)
class Loaded:
    """A data folder that holds a build: environment to serve it with, and its root."""

    environment: dict[str, str]
    root: Path


@dataclass(frozen=True, eq=False)
class Stage:
    """Where measures run. ``said`` collects sentences that are printed beneath the table."""

    folder: Path
    rounds: int
    stack: ExitStack
    said: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Print a sentence beneath the table, once."""
        if text not in self.said:
            self.said.append(text)

    def new_folder(self, name: str) -> Path:
        """A new empty folder."""
        folder = self.folder / f"{name}-{sum(1 for _ in self.folder.glob(f'{name}-*'))}"
        folder.mkdir()
        return folder

    @functools.cached_property
    def replica(self) -> str:
        """Origin of the publishers' replica, started as a process of its own; empty where it is not here."""
        return self._served() if SERVER.is_file() else ""

    @functools.cached_property
    def revised(self) -> str:
        """Origin of a replica that has revised three months of council workbooks since."""
        return self._served("--fault", "revised")

    def _served(self, *options: str) -> str:
        port = processes.free_port()
        command = [sys.executable, str(SERVER), "--port", str(port), *options]
        origin = f"http://127.0.0.1:{port}"
        self.stack.enter_context(processes.server(command, f"{origin}/england.nhs.uk/", cwd=ROOT))
        return origin

    def refresh_command(self, data: Path, mirror: str = "") -> tuple[list[str], dict[str, str]]:
        """Command and environment of a refresh: real figures from a replica, demonstration figures without it."""
        arguments = ["refresh"] if self.replica else ["demo"]
        environment = processes.environment(
            DATA_DIR=str(data),
            SOURCES="live" if self.replica else "demo",
            SOURCE_MIRROR=mirror or self.replica,
        )
        return [sys.executable, "-m", "etl", *arguments, "--json"], environment

    @functools.cached_property
    def loaded(self) -> Loaded:
        """A warehouse loaded once, for the measures that read one."""
        data = self.new_folder("served")
        command, environment = self.refresh_command(data)
        subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        mode = environment["SOURCES"]
        if mode == "demo":
            self.say("../shared is not here: pages and queries were measured on demonstration data.")
        return Loaded(environment, data / mode)
