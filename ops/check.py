"""``make test``: lint, format, types, architecture and all tests, in one go; every stage runs, all failures are told.

``--lint`` leaves the tests out; anything after ``--`` goes to pytest.
"""

import os
import subprocess
import sys
import time

from ops import chromium

LINT = (
    ("lint", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    ("types", ["-m", "mypy", "."]),
    ("architecture", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
)

# A worker with nothing left to do takes tests of the other: neighbours share what is costly to make.
TESTS = ["-m", "pytest", "-n", "2", "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Run the stages; 0 when all passed."""
    extra = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    stages = [*LINT] if "--lint" in arguments else [*LINT, ("tests", [*TESTS, *extra])]
    if "--lint" not in arguments:
        _browser()
    failed = [name for name, command in stages if not _stage(name, command)]
    print(f"failed: {', '.join(failed)}" if failed else f"{len(stages)} stages passed", flush=True)
    return 1 if failed else 0


def _browser() -> None:
    """Get a browser before the tests start, so that workers need not."""
    try:
        chromium.ensure()
    except chromium.NoBrowser as problem:
        print(f"!!! {problem}. BROWSER TESTS ARE SKIPPED (with CI set they fail).", file=sys.stderr, flush=True)


def _stage(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    print(f"--- {name}", flush=True)
    code = subprocess.run([sys.executable, *command], env={**os.environ, "PYTHONHASHSEED": "0"}, check=False).returncode
    print(f"--- {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s", flush=True)
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
