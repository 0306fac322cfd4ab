"""The command line: which measures, how often, and where the figures go."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from benchmarks import (
    councils,
    coverage,
    growth,
    home,
    moves,
    packs,
    queries,
    readers,
    refresh,
    schemes,
    trends,
    visitors,
)
from benchmarks.report import Line, print_table
from benchmarks.stage import Stage

MEASURES: dict[str, Callable[[Stage], list[Line]]] = {
    "councils": councils.measure,
    "readers": readers.measure,
    "refresh": refresh.measure,
    "growth": growth.measure,
    "home": home.measure,
    "moves": moves.measure,
    "trends": trends.measure,
    "visitors": visitors.measure,
    "packs": packs.measure,
    "schemes": schemes.measure,
    "queries": queries.measure,
    "coverage": coverage.measure,
}
ASKED_ONLY = ("coverage",)  # simulations that say nothing of speed

PACKAGES = ("dash", "duckdb", "gunicorn", "pandas", "plotly", "python-calamine")
ROUNDS, QUICK_ROUNDS = 5, 1


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--only", choices=list(MEASURES), action="append", help="only this measure (may repeat)")
    options.add_argument("--quick", action="store_true", help="one round of each: to look at, not to quote")
    options.add_argument("--json", type=Path, metavar="FILE", help="also write every figure to a file")
    options.add_argument("--strict", action="store_true", help="exit 1 when a bar is not met")
    return options


def run(arguments: Sequence[str]) -> int:
    """Run the measures that are asked for and print one table; the exit code."""
    options = parser().parse_args(arguments)
    rounds = QUICK_ROUNDS if options.quick else ROUNDS
    lines: list[Line] = []
    before = machine(rounds)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        stage = Stage(folder, rounds, stack)
        if before["load"] > before["cores"] / 2:
            stage.say(f"The machine was busy (load {before['load']} on {before['cores']} cores): trust ratios only.")
        for name in options.only or [name for name in MEASURES if name not in ASKED_ONLY]:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            lines += MEASURES[name](stage)
        said = stage.said
    print_table(lines)
    for text in said:
        print(text)
    if options.json:
        content = {**before, "notes": said, "lines": [line.as_dict() for line in lines]}
        options.json.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    missed = [line for line in lines if line.met is False]
    return 1 if options.strict and missed else 0


def machine(rounds: int) -> dict[str, Any]:
    """When and on what this was measured."""
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "load": round(os.getloadavg()[0], 1),
        "rounds": rounds,
        "packages": {name: metadata.version(name) for name in PACKAGES},
    }
