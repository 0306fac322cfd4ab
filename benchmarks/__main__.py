"""``python -m benchmarks``: all measures, one table. Kept light: child processes start from it too."""

import sys


def main() -> int:
    """Run the command line; the exit code."""
    from benchmarks.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
