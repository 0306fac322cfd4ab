"""Month packs as the command makes them, a process of its own: one council's, and those of every area of a month."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks import processes
from benchmarks.report import Line
from benchmarks.stage import Stage
from benchmarks.timing import interleaved
from domain.areas import COUNCIL
from warehouse.queries import areas
from warehouse.reader import Reader

ONE, ALL = 1.0, 60.0
AT_MOST = 3  # rounds


def measure(stage: Stage) -> list[Line]:
    """Seconds of one pack and of all, each into an empty folder."""
    view = Reader(stage.loaded.root).view()
    assert view is not None
    councils = areas.every(view, COUNCIL)
    month = max(area.last_period for area in councils)
    area = next(area for area in councils if area.last_period == month)
    found = interleaved(
        {"one": lambda: _pack(stage, area.code, month), "all": lambda: _pack(stage, "all", month)},
        rounds=min(stage.rounds, AT_MOST),
        warm=False,
    )
    made = found["all"][-1][1]
    note = f"{made} packs of {month}"
    return [
        Line.of("packs: one area", "s", [seconds for seconds, _ in found["one"]], most=ONE),
        Line.of("packs: every area of a month", "s", [seconds for seconds, _ in found["all"]], most=ALL, note=note),
    ]


def _pack(stage: Stage, area: str, month: str) -> tuple[float, int]:
    """Seconds, and how many packs lie in the folder afterwards; raises where one is not whole."""
    out = stage.new_folder("packs")
    command = [sys.executable, "-m", "exports", "pack", "--area", area, "--month", month, "--out", str(out)]
    ran = processes.run([*command, "--json"], env=stage.loaded.environment)
    return ran.seconds, _whole(command, out, stage)


def _whole(command: list[str], out: Path, stage: Stage) -> int:
    """The same command again finds every pack whole and makes none."""
    said = subprocess.run(
        [*command, "--json"], env=stage.loaded.environment, cwd=processes.ROOT, check=True, stdout=subprocess.PIPE
    )
    packs = json.loads(said.stdout)["packs"]
    assert packs, "no pack was made"
    assert {one["state"] for one in packs} == {"kept"}, f"not every pack in {out.name} was whole"
    return len(packs)
