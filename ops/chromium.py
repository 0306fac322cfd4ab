"""Finding a Chromium for the browser tests, and getting one where there is none.

In this order: ``$CHROMIUM``, the system's own, ``apt-get`` when root on Debian, Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """No Chromium could be found or installed; the text says what was tried."""


def find() -> str | None:
    """Path of a Chromium that is there already, or None."""
    named = (shutil.which(name) for name in (os.environ.get("CHROMIUM", ""), *NAMES) if name)
    return next((path for path in named if path), None) or _playwrights()


def ensure() -> str:
    """Path of a Chromium, installed now if need be; raises NoBrowser."""
    tried = []
    for how, get in (("looked on the PATH", None), ("apt-get", _apt), ("Playwright's download", _download)):
        tried.append(how)
        if get:
            print(f"No Chromium yet: trying {how} …", file=sys.stderr, flush=True)
            get()
        if path := find():
            return path
    raise NoBrowser(f"no Chromium for the browser tests ({', '.join(tried)}); install one or set CHROMIUM to its path")


def _apt() -> None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL, timeout=600)


def _download() -> None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def _playwrights() -> str | None:
    """The Chromium that Playwright downloaded for itself, if it did."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as play:
        path = play.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    try:
        print(ensure())
    except NoBrowser as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
