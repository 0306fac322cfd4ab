"""Tables of words on the methods page that come from the registries: breaks of the series, statuses of a value."""

from components import text
from components.tables import Column, Table
from domain import breaks, status

KINDS = {breaks.WALL: "wall", breaks.DEFINITION: "definition change", breaks.EVENT: "event"}
SERIES = {breaks.DELAYS: "delays", breaks.ADMISSIONS: "emergency care", breaks.BOTH: "both"}
MEANT = {
    status.PUBLISHED: "Read from a file with no revision date.",
    status.REVISED: "Read from a file that says it was revised.",
    status.DERIVED: "Computed here from published cells: sums, values per day, rates.",
    status.ESTIMATED: "Worked out by the publisher from something else, such as weeks shared out to months.",
    status.CORRECTED: "A known error in the published file, corrected by a reviewed file that its note names.",
    status.NOT_SUBMITTED: "The organisation sent no return. Unknown, and not zero.",
    status.SUPPRESSED: "Hidden by the publisher because so few people are counted. Known to them, and not zero.",
    status.UNAVAILABLE: "The publisher has no figure for this area and time. Unknown, and not zero.",
    status.INAPPLICABLE: "There can be no figure: the survey did not ask that year, or the area did not exist.",
    status.REFUSED: "A rule forbids the number; the reason stands beside it.",
}


def marks() -> Table:
    """Every mark of the time axes, with its source."""
    columns = (
        Column("month", "Month", kind="month"),
        Column("series", "Series", kind="text"),
        Column("kind", "Kind", kind="text"),
        Column("text", "What happened", kind="text"),
        Column("source", "Source", kind="text"),
    )
    rows = tuple((one.month, SERIES[one.series], KINDS[one.kind], one.text, one.source) for one in breaks.MARKS)
    return Table("breaks", "Breaks, changes of definition and events", columns, rows)


def cautions() -> tuple[str, ...]:
    """Stretches of months that need care."""
    return (
        f"A&E months from {text.stretch(*breaks.APPORTIONED)} are shared out from weekly returns.",
        f"Four-hour performance leaves out fourteen trusts from {text.stretch(*breaks.CRS_EXCLUDED)}; activity does "
        "not.",
    )


def statuses() -> Table:
    """Every status and shorthand of a value."""
    columns = (Column("status", "Status", kind="text"), Column("meaning", "Meaning", kind="text"))
    rows = [(status.LABELS[one], MEANT[one]) for one in status.STATUSES]
    rows += [(sign, f"{meaning[0].upper()}{meaning[1:]}.") for sign, meaning in status.SHORTHAND.items()]
    return Table("statuses", "Statuses and shorthand", columns, tuple(rows))
