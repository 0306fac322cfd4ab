"""Managed and met demand beside delays and admissions: both in one place, and nothing said of causes."""

from dash import html

from analysis import change
from analysis.change import Change
from components import tables as drawn
from components import text
from components.scheme.shares import percent
from components.tables import Column, Table
from domain import areas, periods
from panels.schemes.series import drawn as series_of
from panels.spend.figures import Spend
from warehouse.queries.series import Ask, series
from warehouse.reader import View

Row = tuple[str, str, str, str, str]
NON_ELECTIVE = "non-elective admissions"  # how the name of a local indicator of admissions begins


def section(view: View, found: Spend) -> html.Section:
    """The table with what it may say."""
    table = rows(view, found)
    note = (
        "No national file has emergency admissions by council: the place's own non-elective admissions are shown where "
        "they are uploaded, and England's beside them. Both are true at once; neither is said to follow from the other."
    )
    inner = drawn.draw(table, label=table.caption)
    return html.Section(
        [html.H2("Beside it: delays and admissions in the same years"), inner, html.P(note, className="note")],
        className="panel sec",
    )


def rows(view: View, found: Spend) -> Table:
    """Twelve months against the twelve before, per day, and the share that manages demand in each version."""
    columns = (
        Column("what", "What", kind="text"),
        Column("where", "Where", kind="text"),
        Column("then", "Before", kind="text"),
        Column("now", "Then", kind="text"),
        Column("change", "Change", kind="text"),
    )
    place = found.held.where.place
    body: list[Row] = []
    for version, after in zip(found.versions, found.versions[1:], strict=False):
        one, two = found.share(version, demand="manages"), found.share(after, demand="manages")
        if one and two and after == found.versions[-1]:
            points = 100 * (two.ratio - one.ratio)
            moved = f"{'+' if points > 0 else ''}{text.decimal(points, 1)} points"
            what = f"Share of spend that manages demand, {found.label(version)} to {found.label(after)}"
            body.append((what, place.name, percent(one.ratio), percent(two.ratio), moved))
    codes = place.area_codes.split()
    body += _row("People delayed on an average day", place.name, _delays(view, codes))
    local = _local_admissions(view, found)
    body += _row("Non-elective admissions a day", place.name, local) if local else []
    body += _row("Emergency admissions a day", "England", _england(view))
    caption = f"Managing demand beside delays and admissions, {place.name}: twelve months against the twelve before"
    return Table("beside", caption, columns, tuple(body))


def _row(what: str, where: str, values: dict[str, float]) -> list[Row]:
    last = max(values, default="")
    moved: Change | None = change.twelve_months(values, last) if last else None
    if moved is None:
        return [(what, where, "not held", "not held", "24 months are needed")]
    months = f" (12 months to {text.month(last)})"
    return [(what + months, where, text.people(moved.then), text.people(moved.now), text.signed_percent(moved.ratio))]


def _delays(view: View, codes: list[str]) -> dict[str, float]:
    """Delayed days of all councils of the place, in the months in which every one of them is held."""
    found: dict[str, dict[str, float]] = {}
    for one in series(view, Ask("dtoc_days"), codes):
        if one.value is not None:
            found.setdefault(one.period, {})[one.area_code] = one.value
    return {month: sum(parts.values()) for month, parts in found.items() if len(parts) == len(codes)}


def _local_admissions(view: View, found: Spend) -> dict[str, float]:
    """Uploaded non-elective admissions of all councils of the place, as counts of the month."""
    name = next((i for i, one in found.held.indicators.items() if one.name.casefold().startswith(NON_ELECTIVE)), "")
    if not name:
        return {}
    parts = [series_of(view, found.held, name, code).values for code in found.held.where.place.area_codes.split()]
    both = set.intersection(*(set(part) for part in parts)) if parts else set()
    return {month: sum(part[month] for part in parts) * periods.days_in(month) for month in both}


def _england(view: View) -> dict[str, float]:
    found = series(view, Ask("emergency_admissions"), [areas.ENGLAND])
    return {one.period: one.value for one in found if one.value is not None}
