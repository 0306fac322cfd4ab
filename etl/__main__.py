"""``python -m etl``: refresh, status, builds, rollback and demo. Kept light: child processes import it again."""

import os
import sys


def main() -> int:
    """Run the command line; the exit code. After a stop, threads that still wait for an answer are left behind."""
    from etl.cli import STOPPED, run

    code = run(sys.argv[1:])
    if code == STOPPED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
