"""Between the forms and the command: what was said of a CSV's place as options, what a check found as a form."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from components.upload import difference
from components.upload.forms import Confirm
from domain import periods
from web.upload_inbox import Waiting

FIELDS = {"place": 100, "councils": 400, "as_at": 7, "role": 100}
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")
_BASE = re.compile(r"[0-9a-f]{12}")
_SCHEME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


def place(form: Mapping[str, str]) -> dict[str, str]:
    """What the form says of the place, cleaned; a month that is none is left out."""
    said = {name: _UNSEEN.sub(" ", form.get(name, "")).strip()[:most] for name, most in FIELDS.items()}
    said = {name: words.encode("utf-8", "replace").decode("utf-8") for name, words in said.items()}
    try:
        periods.month(said["as_at"])
    except periods.PeriodError:
        said["as_at"] = ""
    return {name: words for name, words in said.items() if words}


def arguments(kept: Waiting) -> list[str]:
    """What the command is told of a file that waits."""
    return [str(kept.file), f"--name={kept.name}", *options(kept.place), *(["--add"] if kept.adds else [])]


def options(said: Mapping[str, str]) -> list[str]:
    """Options of the command for the place of a CSV; a workbook says its own."""
    names = {"place": "--place", "councils": "--council", "as_at": "--as-at", "role": "--role"}
    return [f"{names[name]}={words}" for name, words in said.items()]


def changes(said: Mapping[str, Any]) -> bool:
    """Whether a check found anything that would change."""
    return any(difference.totals(said.get("differences", ())).values())


def confirm(kept: Waiting, said: Mapping[str, Any]) -> Confirm:
    """The form that confirms what was checked."""
    words = f"Confirm: {difference.words(said['differences'])}"
    return Confirm(kept.token, kept.sha256, said["base"], words)


class Back(NamedTuple):
    """The scheme that a form was opened from, as a part of an address to come, and its page; empty for none."""

    scheme: str
    query: str
    href: str


def back(said: Mapping[str, str], place_id: str) -> Back:
    """Where a form leads back to."""
    scheme = said.get("scheme", "")
    if not _SCHEME.fullmatch(scheme):
        return Back("", "", "")
    return Back(
        scheme, f"&scheme={scheme}", f"/operational/schemes/{scheme}?{urlencode({'place': place_id})}#decisions"
    )


def is_base(text: str) -> bool:
    """Whether a text can be the mark of what was held."""
    return bool(_BASE.fullmatch(text))


def plain(text: str) -> str:
    """A text as part of a file name."""
    return re.sub(r"[^A-Za-z0-9-]+", "-", text)[:80]
