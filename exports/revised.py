"""What was revised since the pack of the month before: files that speak for months it held, revised after it came out.

The pack of the month before could be made on the day on which that month was first published. A file whose
printed revision is later changed, or confirmed, figures that were in that pack. By how much is known where an
earlier version is held too: the one that was out on that day, else the oldest since.
"""

from datetime import date
from typing import Any

from components import text
from domain import delays, periods
from exports import cells
from exports.figures import Figures
from exports.pack import Absent, Column, Revised, Table
from warehouse.queries.used import Used

SILENT = " The A&E series does not print when it was revised."
UNKNOWN = Absent("[x]", "version before not held")
COLUMNS = (
    Column("release", "Release", "Month of the file, or series"),
    Column("publication", "Publication", "Name of the publication"),
    Column("file_name", "File", "Name of the file"),
    Column("published", "Published", "Day printed as published, if any"),
    Column("revised", "Revised", "Day printed as revised"),
    Column("days_before", "Delayed days before", "Delayed days in the version before", "days", "number"),
    Column("days_now", "Delayed days now", "Delayed days in this version", "days", "number"),
    Column("note", "Note", "What has to be said of the revision"),
)
NEAR = 3  # months: an earlier pack than this is no pack of the month before
MONTHLY = "dtoc_councils"
REVISED = [column.key for column in COLUMNS].index("revised")


def since_the_month_before(found: Figures) -> Revised:
    """The files of the pack that were revised after the month before was published."""
    if found.before is None or periods.gap(found.before[0], found.month) > NEAR:
        words = "Not known: no month shortly before this one prints the day on which it was first published."
        return Revised("", None, words)
    since, published = found.before
    rows = tuple(_row(found, one) for one in found.files.values() if _later(one, found.month, published))
    when = f"after {text.day(published)}, when {text.month(since)} was published"
    silent = SILENT if any(one.source == "ae_england" and not one.revised for one in found.files.values()) else ""
    if not rows:
        return Revised(since, published, f"Nothing that this pack holds was revised {when}.{silent}")
    last = text.day(date.fromisoformat(max(row[REVISED] for row in rows)))
    words = f"{text.count(len(rows), 'file')} of months that were out before {text.month(found.month)} "
    words += f"{'was' if len(rows) == 1 else 'were'} revised {when}, the latest on {last}.{silent}"
    return Revised(since, published, words, rows)


def _later(one: Used, month: str, published: date) -> bool:
    """Whether a file was revised after a day and speaks for months before ``month``."""
    return one.revised is not None and one.revised > published and (one.source != MONTHLY or one.release < month)


def _row(found: Figures, one: Used) -> tuple[Any, ...]:
    before: Any = UNKNOWN
    now: Any = Absent("[z]", "many months")
    note = ""
    if one.source == MONTHLY:
        cut = found.cuts.get((one.release, delays.ALL, delays.ALL, delays.ALL))
        earlier = found.earlier.get(one.release)
        now = cells.number(cut.days, cut.status) if cut and cut.source == MONTHLY else Absent("[z]", "not used")
        before = cells.number(earlier.days, "not_submitted") if earlier else UNKNOWN
    else:
        note = _months_that_differ(found) if found.is_england else "used for England beside"
    return one.release, one.publication, one.file_name, str(one.published or ""), str(one.revised), before, now, note


def _months_that_differ(found: Figures) -> str:
    """Months of the national series whose delayed days differ from the version before."""
    differ = [
        f"{periods.label(month)} {text.whole(earlier.days)} to {text.whole(now.days)} days"
        for month, earlier in found.earlier.items()
        if (now := found.cuts.get((month, delays.ALL, delays.ALL, delays.ALL)))
        and now.days is not None
        and earlier.days is not None
        and now.days != earlier.days
    ]
    return "; ".join(differ)


def table(revised: Revised) -> Table | None:
    """The revised files as a table; None when there are none."""
    if not revised.rows:
        return None
    title = "Revised since the month before"
    return Table("revised", title, revised.words, COLUMNS, revised.rows, (MONTHLY, "dtoc_england", "ae_england"))
