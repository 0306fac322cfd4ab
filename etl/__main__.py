"""``python -m etl``: refresh, status, builds, rollback and demo. Kept light: child processes import it again."""

import sys


def main() -> int:
    """Run the command line; the exit code."""
    from etl.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
