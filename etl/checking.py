"""``python -m etl check``: every check of the loaded tables, with its outcome and how much it looked at."""

import argparse
import sys
from collections import Counter
from typing import Any

from config import Settings
from etl.screen import Silent
from warehouse import checks
from warehouse.checks import FAILED, Result
from warehouse.reader import Reader, View, where

OK, SOME_FAILED, NO_BUILD = 0, 3, 4


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    check = commands.add_parser("check", help="check the tables that are served: keys, ranges, totals, completeness")
    check.add_argument("--failed", action="store_true", help="print only the checks that failed")
    check.add_argument("--mode", choices=("live", "demo"), help="which data (default: what is served)")
    check.add_argument("--json", action="store_true", help="one JSON object instead of text")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Run every check; 0 when none failed, 3 when some did, 4 without a build."""
    reader = Reader(settings.root(options.mode or where(settings.data_dir, settings.sources)))
    view = reader.view()
    if view is None:
        print("there is no build to check; 'python -m etl refresh' or 'python -m etl demo' makes one", file=sys.stderr)
        return NO_BUILD
    found = list(checks.every(view))
    damaged = [] if view.id == reader.builds.current_id() else [str(reader.builds.current_id())]
    if options.json:
        Silent.print(_as_dict(view, found, damaged))
    else:
        _print(view, found, damaged, only_failed=options.failed)
    return SOME_FAILED if damaged or any(one.status == FAILED for one in found) else OK


def _as_dict(view: View, found: list[Result], damaged: list[str]) -> dict[str, Any]:
    counts = Counter(one.status for one in found)
    return {"build": view.id, "damaged": damaged, "counts": counts, "checks": [one.as_dict() for one in found]}


def _print(view: View, found: list[Result], damaged: list[str], *, only_failed: bool) -> None:
    for one in found:
        if one.status == FAILED or not only_failed:
            print(f"{one.status:<15} {one.looked:>10,}  {one.check.id}")
        for row in one.examples:
            print(f"{'':28}wrong: {', '.join(map(str, row))}")
        if one.wrong > len(one.examples):
            print(f"{'':28}and {one.wrong - len(one.examples):,} more")
    for name in damaged:
        print(f"the build that should be served, {name}, is damaged; the next refresh makes it anew")
    counts = Counter(one.status for one in found)
    print(f"build {view.id}: {', '.join(f'{number} {status}' for status, number in counts.items())}")
