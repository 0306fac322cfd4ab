"""``python -m warehouse``: figures from the command line."""

import sys

from warehouse.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
