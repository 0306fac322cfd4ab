"""The first sentence and the meta line of the data page."""

from typing import Any

from dash import html

from components import text
from warehouse.queries import freshness
from warehouse.reader import View

CORRECTIONS = "corrections/"  # what messages about reviewed corrections are about


def lead(view: View, status: dict[str, Any]) -> list[Any]:
    """How many figures from how many files, and whether anything failed."""
    held = freshness.held(view)
    figures, files = sum(h.facts for h in held.values()), sum(h.files for h in held.values())
    errors = [m for one in status.get("sources", {}).values() for m in one["messages"] if m["level"] == "error"]
    failed = sum(1 for m in errors if not m["about"].startswith(CORRECTIONS))
    last = f"{_things(failed)} the last good data" if failed else "Nothing failed in the last refresh"
    last += "" if failed == len(errors) else ". A reviewed correction no longer fits and is not applied"
    whose = "demonstration publications" if view.mode == "demo" else "publications"
    return [
        html.B(f"{text.whole(figures)} figures", className="n"),
        f" were read from {files} files of {len(held)} {whose}, each reconciled to its own totals. {last}.",
    ]


def _things(failed: int) -> str:
    return (
        "1 thing could not be refreshed and keeps"
        if failed == 1
        else f"{failed} things could not be refreshed and keep"
    )


def meta(view: View) -> str:
    """Build, when it was made, and what kind of figures it holds."""
    kind = (
        "Demonstration data, not real figures."
        if view.mode == "demo"
        else "Official statistics under the Open Government Licence v3.0."
    )
    made = text.moment(view.build.manifest["created_at"])
    return f"{kind} Build {view.id}, made on {made}."
