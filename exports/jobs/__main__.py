"""``python -m exports.jobs SHELF ROOT LOCK SERVER``: the process of a job, started by ``desk``."""

import sys

from exports.jobs.work import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
