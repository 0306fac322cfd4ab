"""How fresh every source is, as the data page and the foot of every page say it."""

from datetime import UTC, datetime

from components import text
from domain.freshness import Freshness
from domain.release_calendar import calendar
from panels.data import sources_table
from warehouse import serving
from warehouse.queries import freshness
from warehouse.reader import View

Row = tuple[str, str, str, Freshness, str, str]


def rows(view: View) -> list[Row]:
    """Name, data to, last looked at, state, calendar and id of every source; demonstration data have no state."""
    builds = serving.builds()
    if builds is None or view.mode == "demo":
        return []
    held, looked = freshness.held(view), freshness.looked(builds)
    names = freshness.names(view)
    found = []
    for source, state in freshness.states(view, builds, datetime.now(UTC).date()).items():
        at = looked[source].at if source in looked else None
        data_to = sources_table.data_to(held[source]) if source in held else "nothing"
        seen = text.day(at.date()) if at else "never"
        found.append((names[source], data_to, seen, state, calendar(source).rule, source))
    return found


def age() -> str:
    """How old the newest figures are, and when somebody last looked for newer ones; empty without figures."""
    view, builds = serving.view(), serving.builds()
    if view is None or builds is None:
        return ""
    issued = [(one.end, one.published) for one in freshness.held(view).values() if one.published]
    if not issued:
        return ""
    end, published = max(issued)
    said = f"Newest figures: {text.month(end)}, published {text.day(published)}"
    if view.mode == "demo":
        return f"{said} (invented)."
    days = (datetime.now(UTC).date() - published).days
    looks = [one.at for one in freshness.looked(builds).values() if one.at]
    last = f" The publishers were last looked at on {text.day(max(looks).date())}." if looks else ""
    return f"{said}, {text.count(days, 'day')} ago.{last}"
