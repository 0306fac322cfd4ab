"""The month of a file that names none: the one month in which the national series has the same totals for England.

What a link or a file name says is never taken for the month. A file whose totals are those of no month, or of
several, is not used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain import areas, periods
from etl.problems import Message, error, warning
from etl.selection import Release, Whole, as_read
from etl.source import Source

TOTALS = "england_totals"  # tidy table of measures and England's totals in a file without a month
ADVICE = "Look at the file at the publisher."


def place(
    source: Source, releases: Sequence[Release], chosen: Mapping[str, Sequence[Release]], whole: Whole = as_read
) -> tuple[list[Release], list[Message]]:
    """The releases that have a month, with the month found for those that name none, and what there is to say."""
    placed: list[Release] = []
    messages: list[Message] = []
    for release in releases:
        if release.parsed.key:
            placed.append(release)
            continue
        name, months = release.snapshot.file.name, _months(release, chosen.get(source.placed_by, ()), whole)
        if len(months) == 1:
            month = periods.label(months[0])
            text = f"it names no month; its totals for England are those of {month} in the national series"
            messages.append(warning(name, text))
            placed.append(
                replace(release, parsed=replace(release.parsed, key=months[0], start=months[0], end=months[0]))
            )
        else:
            found = f"totals for England of {len(months)} months of the national series" if months else "no such totals"
            text = f"it names no month: found {found}; expected those of one month. It is not used. {ADVICE}"
            messages.append(error(name, text))
    return placed, messages


def _months(release: Release, national: Sequence[Release], whole: Whole) -> list[str]:
    """Months in which the national series has every total that the file has."""
    totals = release.parsed.tables[TOTALS]
    wanted = dict(zip(totals["measure"], totals["total"], strict=True))
    current = [one for one in national if one.current][:1]
    if not current:
        return []
    series = whole(current)[0].tables["emergency_care"]
    found: dict[str, int] = {}
    rows = zip(series["area_code"], series["period"], series["measure"], series["value"], strict=True)
    for code, month, measure, value in rows:
        if code == areas.ENGLAND and wanted.get(measure) == value:
            found[month] = found.get(month, 0) + 1
    shared = set(wanted) & set(series["measure"])
    return sorted(month for month, count in found.items() if count == len(shared))
