"""Why people are delayed: reasons ranked by size, each with the bodies that the rules let own it.

The reason by body is in England's series; for councils and regions a reason is one number here, and the extracts
by trust cross it where they are loaded (see ``owned``).
"""

from components import text
from components.area import reasons as names
from components.area.choice import Choice
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import href
from domain import delays
from panels import sources
from panels.area import extracts, words
from panels.area.figures import AreaFigures, area_figures
from panels.area.shown import Shown, cell, population, shown
from warehouse.queries import splits
from warehouse.reader import View

ID = "area-reasons"
COUNTS = {1: "One reason holds", 2: "Two reasons hold", 3: "Three reasons hold"}


Cross = dict[tuple[str, str], dict[str, float]]  # days by month, by reason and body


def panel(view: View, choice: Choice) -> Panel | None:
    """The ranked reasons; None where no delay is held in the window."""
    found = area_figures(view, choice.scope)
    if found is None or not found.total:
        return None
    how = shown(view, choice.form, found.area.code)
    cross = by_body(view, found)
    return Panel(
        ID,
        finding=finding(found),
        subtitle=subtitle(found, how, bool(cross), bool(extracts.months(view, found))),
        figure=None,
        table=table(found, how, cross),
        source=sources.line(found, *words.cited(found, how)),
        csv=href("/export/area-reasons.csv", choice.on(found.shown).query),
        note=note(found, how),
    )


def finding(found: AreaFigures) -> str:
    """What share the three largest reasons hold."""
    codes, share = words.top(found, 3)
    return f"{COUNTS[len(codes)]} {text.share(share)} of all delays: {words.reasons_in_words(codes)}"


def subtitle(found: AreaFigures, how: Shown, crossed: bool, extracted: bool = False) -> str:
    """What the bars show, and why a council's are of one colour."""
    what = f"{how.unit.heading} {words.over(found)}, by reason"
    rules = "The national rules set which bodies can own a reason."
    if crossed:
        return f"{what} and responsible body: NHS, social care, both, always in this order. {rules}"
    if extracted:
        return f"{what}. The extracts split a reason by body, further down; here a bar is the whole reason. {rules}"
    return f"{what}. No file held here splits one reason by body below England, so a bar is the whole reason. {rules}"


def note(found: AreaFigures, how: Shown) -> str:
    """The caution about the reason that came late, where the window reaches before it, and months without a rate."""
    late = found.window.start < delays.O_FIRST_USED
    said = "Reason O, other, was first used in April 2017, for non-acute delays only." if late else ""
    return " ".join(part for part in (said, population(how, found.months)) if part)


def by_body(view: View, found: AreaFigures) -> Cross:
    """England's delayed days by reason and body in the months of the window; nothing for other areas."""
    days: Cross = {}
    if not found.england:
        return days
    for one in splits.owned(view, found.area.code, found.window.start, found.window.end):
        days.setdefault((one.reason, one.body), {})[one.period] = one.days
    return days


def table(found: AreaFigures, how: Shown, cross: Cross) -> Table:
    """Reasons by size: the value, by body where that is published, share, and who can own them."""
    bodies = delays.BODIES if cross else ()
    columns = (
        Column("reason", "Reason", kind="text"),
        Column("reason_name", "Waiting for", kind="text"),
        *(how.column(body, delays.BODY_LABELS[body]) for body in bodies),
        how.column(heading="All"),
        Column("share", "Share of all delays", kind="share"),
        Column("can_be_owned_by", "Can be owned by", kind="text"),
    )
    rows = tuple(
        (
            names.letter(code),
            delays.REASON_BY_CODE[code].label,
            *(_owned(found, how, cross, code, body) for body in bodies),
            cell(how, found.reasons[code], found.months),
            size / found.total,
            text.join([delays.BODY_LABELS[body] for body in delays.REASON_BY_CODE[code].bodies]),
        )
        for code, size in words.ranked(found)
    )
    caption = f"Reasons for delay ranked, {_lower(how.unit.heading)}, {found.area.name}, {words.window(found)}"
    return Table("reasons ranked", caption, columns, rows)


def _owned(found: AreaFigures, how: Shown, cross: Cross, code: str, body: str) -> float | str:
    return cell(how, cross.get((code, body), {}), found.months) if delays.can_own(body, code) else delays.CANNOT_OWN


def _lower(heading: str) -> str:
    return heading[0].lower() + heading[1:]
