"""The minimum set by size of scheme: how much evidence a scheme of its money should bring. Said, never refused."""

from collections import defaultdict
from collections.abc import Mapping

from etl.local.parse import Draft
from etl.local.problem import Problem
from etl.local.upload import Rows

TWO_LEVELS, THREE_LEVELS = 100_000, 500_000
WANTED = {1: "an indicator at any level", 2: "indicators at two levels", 3: "indicators at all three levels"}
ORDER = ("operational", "strategic", "personal")


def missing(draft: Draft, merged: Rows) -> list[Problem]:
    """What each scheme lacks, at the row of the scheme."""
    levels, money, outputs = _levels(merged), sizes(merged), _outputs(merged)
    places = {row["scheme_id"]: place for place, row in enumerate(draft.rows.get("schemes", ()))}
    problems = []
    for scheme in merged.get("schemes", ()):
        name = scheme["scheme_id"]
        cell = draft.cell("schemes", places[name], "scheme_id") if name in places else ""
        for found, expected in _lacks(name, money.get(name), levels[name], outputs[name]):
            problems.append(Problem("schemes", cell, found, expected, "checklist"))
    return problems


def sizes(rows: Rows) -> Mapping[str, float]:
    """Money of each scheme in its largest year and version; a line that stands in several scopes counts once."""
    lines: dict[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
    for row in rows.get("spend_lines", ()):
        if row["scheme_id"]:
            held = lines[row["scheme_id"], row["year"], row["version"]]
            held[row["line_id"]] = max(held.get(row["line_id"], 0), row["amount"])
    found: dict[str, float] = {}
    for (scheme, _, _), amounts in lines.items():
        found[scheme] = max(found.get(scheme, 0), sum(amounts.values()))
    return found


def _levels(rows: Rows) -> Mapping[str, set[str]]:
    level = {row["indicator_id"]: row["level"] for row in rows.get("indicators", ())}
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows.get("links", ()):
        found[row["scheme_id"]].add(level.get(row["indicator_id"], ""))
    return found


def _outputs(rows: Rows) -> Mapping[str, set[str]]:
    """Which of planned and actual units each scheme has."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows.get("outputs", ()):
        found[row["scheme_id"]] |= {name for name in ("planned", "actual") if row[name] is not None}
    return found


def _lacks(name: str, money: float | None, levels: set[str], outputs: set[str]) -> list[tuple[str, str]]:
    lacks = []
    if money is None:
        lacks.append((f"{name} without a line of money", "plan, forecast or outturn in 'Spend lines'"))
    wanted = 1 if (money or 0) < TWO_LEVELS else 2 if (money or 0) < THREE_LEVELS else 3
    size = f"{name}, {_pounds(money)} in its largest year," if money is not None else name
    if len(levels) < wanted:
        held = " and ".join(one for one in ORDER if one in levels)
        has = f"indicators at {held} level only" if held else "no indicator linked to it"
        expected = WANTED[wanted]
        lacks.append((f"{size} with {has}", expected))
    if wanted == 3 and len(outputs) < 2:
        has = f"{outputs.copy().pop()} outputs only" if outputs else "no outputs"
        lacks.append((f"{size} with {has}", "outputs planned and delivered in 'Outputs'"))
    return lacks


def _pounds(amount: float) -> str:
    return f"£{amount / 1e6:.1f} million" if amount >= 999_500 else f"£{amount:,.0f}"


__all__ = ["missing", "sizes"]
