"""``python -m exports``: month packs from the command line."""

import sys

from exports.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
