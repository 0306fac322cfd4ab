"""Claims of reports as one table: a row for every computation, for the CSV."""

from analysis.claims import FITS, Checked
from components.tables import Column, Table
from domain.claims.claim import VERDICTS
from panels.cache import by_build
from panels.methods.claims import checked
from warehouse.reader import View

COLUMNS = (
    Column("claim", "Claim", kind="text"),
    Column("about", "About", kind="text"),
    Column("words", "Words", kind="text"),
    Column("claimed_by", "Source of the claim", kind="text"),
    Column("claimed_at", "Dated", kind="text"),
    Column("verdict", "Verdict", kind="text"),
    Column("reading", "Measure and area", kind="text"),
    Column("literal", "What its words mean", kind="text"),
    Column("then_from", "Earlier, from", kind="text"),
    Column("then_to", "Earlier, to", kind="text"),
    Column("now_from", "Later, from", kind="text"),
    Column("now_to", "Later, to", kind="text"),
    Column("unit", "Unit", kind="text"),
    Column("value_then", "Earlier"),
    Column("value_now", "Later"),
    Column("computed", "Computed"),
    Column("computed_unit", "Unit of the computed value", kind="text"),
    Column("fits", "Against the claim", kind="text"),
    Column("vintage", "Vintage", kind="text"),
    Column("files", "Files", kind="text"),
    Column("note", "Note", kind="text"),
)


@by_build
def table(view: View) -> Table:
    """One row a computation; a claim that cannot be computed has one row with the reason."""
    rows = [row for one in checked(view) for row in _rows(one, numbers=view.mode != "demo")]
    return Table("claims", "Claims of reports, computed again", COLUMNS, tuple(rows))


def _rows(one: Checked, *, numbers: bool) -> list[tuple[object, ...]]:
    claim = one.claim
    head = (claim.id, claim.title, claim.words if numbers else "", claim.source, claim.dated)
    said = (*head, VERDICTS[one.verdict])
    note = claim.note if numbers else ""
    if not one.lines:
        return [(*said, "", "", "", "", "", "", "", None, None, None, "", "", "", "", note)]
    return [
        (
            *said,
            line.reading,
            "yes" if line.literal else "no",
            *line.then,
            *line.now,
            line.unit,
            line.value_then,
            line.value_now,
            line.computed,
            line.computed_unit,
            FITS.get(line.fits, ""),
            line.vintage,
            "; ".join(line.files),
            note,
        )
        for line in one.lines
    ]
