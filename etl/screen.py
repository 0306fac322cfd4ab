"""A refresh in the terminal: one bar a source, then a line for each thing worth saying."""

import json
import sys
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from etl.problems import Message
from etl.report import Report

MARKS = {"note": "·", "warning": "!", "error": "✗"}


class Bars:
    """Progress bars on a terminal; plain lines where the output is no terminal."""

    def __init__(self, *, notes: bool = False) -> None:
        self._console, self._notes = Console(stderr=True, soft_wrap=True, highlight=False), notes
        columns = (
            TextColumn("{task.description:<14}"),
            BarColumn(24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[state]}"),
            TimeElapsedColumn(),
        )
        self._progress = Progress(
            *columns, console=self._console, transient=False, disable=not self._console.is_terminal
        )
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> "Bars":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, report: Report) -> None:
        """Draw the state of every source."""
        for name, source in report.sources.items():
            if name not in self._tasks:
                self._tasks[name] = self._progress.add_task(name, total=None, state="")
            state = (
                report.doing if source.state == "fetching" and report.doing in ("reading", "building") else source.state
            )
            new = f"{state}, {source.new} new" if source.new else state
            self._progress.update(self._tasks[name], completed=source.fetched, total=source.found or None, state=new)

    def tell(self, source: str, message: Message) -> None:
        """Print a message; notes only where asked for."""
        if message.level != "note" or self._notes:
            self._progress.console.print(
                f"{MARKS[message.level]} {source}: {message.about}: {message.text}", markup=False
            )


class Silent:
    """Nothing while it runs, one JSON object at the end."""

    def __enter__(self) -> "Silent":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def show(self, report: Report) -> None:
        """Nothing."""

    def tell(self, source: str, message: Message) -> None:
        """Nothing."""

    @staticmethod
    def print(content: Any) -> None:
        """One JSON value on standard output."""
        json.dump(content, sys.stdout, indent=1, ensure_ascii=False)
        sys.stdout.write("\n")
