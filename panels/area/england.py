"""England's reasons by responsible body in one month: context for every area, and never shared out to councils."""

from components import text
from components.area import reasons as names
from components.area.choice import Choice
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import Scope, Window, href
from domain import areas, delays, periods
from panels import sources
from panels.area import extracts
from panels.area.figures import AreaFigures, area_figures
from panels.cache import FEW, keeping
from warehouse.queries import splits
from warehouse.reader import View

ID = "area-england"
OWNERS = {"nhs": "the NHS responsible", "social_care": "social care responsible", "both": "both responsible"}
ONLY = "England, for context: of the files held only its national series splits a reason by body"
BESIDE = "England, for context, from its national series"
Sizes = dict[tuple[str, str], float]


def panel(view: View, choice: Choice) -> Panel | None:
    """The cross in the latest month of the window that is held for England; None where there is none."""
    month = latest(view, choice.scope)
    return crossed(view, month) if month else None


def latest(view: View, scope: Scope) -> str:
    """The latest month of the window that is held for England, or empty."""
    found = area_figures(view, scope)
    england = area_figures(view, Scope(areas.ENGLAND))
    if found is None or england is None or england.area.code != areas.ENGLAND:
        return ""
    held = [month for month in england.bodies[delays.ALL] if found.window.start <= month <= found.window.end]
    return max(held, default="")


@keeping(FEW)
def crossed(view: View, month: str) -> Panel | None:
    """The panel of one month."""
    england = area_figures(view, Scope(areas.ENGLAND, Window(month, month)))
    days = splits.owned(view, areas.ENGLAND, month, month)
    if england is None or not days:
        return None
    sizes = {(one.reason, one.body): one.days / periods.days_in(month) for one in days}
    return Panel(
        ID,
        finding=finding(sizes, month),
        subtitle=(
            "People delayed on an average day, reason by responsible body. Darker means more people; every cell prints "
            "its number."
        ),
        figure=None,
        table=table(england, sizes, month),
        source=sources.line(england, england.source),
        csv=href("/export/area-england.csv", Window(month, month).query),
        kick=BESIDE if extracts.held(view) else ONLY,
    )


def finding(sizes: Sizes, month: str) -> str:
    """The largest single cell."""
    code, body = max(sizes, key=lambda key: sizes[key])
    return (
        f"England, {text.month(month)}: {text.whole(sizes[code, body])} people a day waited for "
        f"{names.spoken(code)} with {OWNERS[body]}, the largest single cell"
    )


def table(england: AreaFigures, sizes: Sizes, month: str) -> Table:
    """Reasons by size with every body; words where a body cannot own the reason."""
    columns = (
        Column("reason", "Reason", kind="text"),
        Column("reason_name", "Waiting for", kind="text"),
        *(Column(f"dtoc_beds_{body}", delays.BODY_LABELS[body]) for body in delays.BODIES),
        Column("dtoc_beds_all", "All"),
    )
    total = {code: sum(sizes.get((code, body), 0.0) for body in delays.BODIES) for code in delays.REASON_CODES}
    rows = [
        (
            names.letter(code),
            delays.REASON_BY_CODE[code].label,
            *(_cell(sizes, code, body) for body in delays.BODIES),
            total[code],
        )
        for code in sorted(total, key=lambda code: -total[code])
    ]
    bottom = [england.bodies[body][month] / periods.days_in(month) for body in (*delays.BODIES, delays.ALL)]
    caption = f"People delayed on an average day by reason and responsible body, England, {text.month(month)}"
    return Table("reason by responsible body", caption, columns, (*rows, ("", "All reasons", *bottom)))


def _cell(sizes: Sizes, code: str, body: str) -> float | str:
    return sizes.get((code, body), 0.0) if delays.can_own(body, code) else delays.CANNOT_OWN
