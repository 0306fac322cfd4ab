"""Spend by one column of its lines, in every version: rows for the page and for the CSV."""

from components.scheme.shares import Amount, Line
from components.tables import Column, Table
from domain.local.words import PURPOSES, STAGE_SHORT
from panels.spend.figures import Spend

DEMANDS = {"manages": "Manages demand", "meets": "Meets demand", "": "Neither, or not said"}
CUTS: dict[str, tuple[str, dict[str, str]]] = {
    "purpose": ("Purpose", PURPOSES),
    "stage": ("Stage of the care system", STAGE_SHORT),
    "demand": ("Demand", DEMANDS),
}


def rows(found: Spend, cut: str) -> list[Line]:
    """A row a value of the cut, with pounds and share of the spend of each version."""
    answer: list[Line] = []
    for key, name in CUTS[cut][1].items():
        own = [line for line in found.lines if getattr(line, cut) == key]
        if own:
            answer.append(
                (name, tuple(_amount(found, version, [line.id for line in own]) for version in found.versions))
            )
    return answer


def _amount(found: Spend, version: str, names: list[str]) -> Amount:
    own = [line.amounts[version] for line in found.lines if line.id in names and version in line.amounts]
    return Amount(sum(own), sum(own) / found.total(version)) if own else Amount(None, None)


def table(found: Spend, cut: str) -> Table:
    """The same as rows of a table: pounds, share of the spend of the version, share of the allocation."""
    title, _ = CUTS[cut]
    columns = [Column(cut, title, kind="text"), Column("version", "Version", kind="text"), Column("pounds", "£", 0)]
    columns += [
        Column("of_spend_pct", "% of the version", 1),
        Column("of_allocation_pct", "% of the plan’s allocation", 1),
    ]
    allocation = found.total(found.versions[0])
    body = [
        (name, found.label(version), one.pounds, _pct(one.pounds, found.total(version)), _pct(one.pounds, allocation))
        for name, amounts in rows(found, cut)
        for version, one in zip(found.versions, amounts, strict=True)
    ]
    caption = f"Spend by {title.lower()}, {found.held.where.place.name}, grant {found.year}"
    return Table(f"spend by {title.lower()}", caption, tuple(columns), tuple(body))


def _pct(amount: float | None, base: float) -> float | None:
    return None if amount is None or not base else 100 * amount / base


def lines(found: Spend) -> Table:
    """Every line with every version."""
    columns = (
        Column("line_id", "Line", kind="text"),
        Column("name", "Name", kind="text"),
        Column("purpose", "Purpose", kind="text"),
        Column("stage", "Stage", kind="text"),
        *(Column(version, f"{found.label(version)}, £", 0) for version in found.versions),
    )
    body = tuple(
        (
            line.id,
            found.names[line.id],
            PURPOSES.get(line.purpose, "not said"),
            STAGE_SHORT.get(line.stage, "not classified"),
            *(line.amounts.get(version) for version in found.versions),
        )
        for line in found.lines
    )
    return Table("lines", f"Lines of spend, {found.held.where.place.name}", columns, body)
