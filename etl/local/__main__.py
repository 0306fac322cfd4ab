"""``python -m etl.local``: the commands of ``python -m etl local`` without the rest of the ETL, to start at once."""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from etl.local import commands

if TYPE_CHECKING:
    from config import Settings


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    top = argparse.ArgumentParser(prog="python -m etl")
    commands.add(top.add_subparsers(dest="command", required=True))
    return commands.run(top.parse_args(["local", *arguments]), _settings)


def _settings() -> "Settings":
    from config import load

    return load()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
