"""Renews both lock files: exact versions with hashes for every platform, without any address.

Run by hand after the ranges in pyproject.toml change (``make lock``); needs only pip and the package index.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

UV = "uv>=0.13,<0.14"
OPTIONS = [
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--quiet",
]
LOCKS: dict[str, list[str]] = {"requirements.lock": [], "requirements-dev.lock": ["--group", "dev"]}


def main() -> int:
    """Compile both locks; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV], check=True)
        for lock, groups in LOCKS.items():
            command = [python, "-m", "uv", "pip", "compile", *OPTIONS, "pyproject.toml", *groups, "--output-file", lock]
            subprocess.run(command, check=True)
            print(f"{lock}: {sum(1 for line in Path(lock).read_text('utf-8').splitlines() if '==' in line)} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
