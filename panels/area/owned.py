"""A council's own reasons by responsible body, from the extracts: in place of England's where they are loaded."""

from components import text
from components.area import reasons as names
from components.area.choice import Choice
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import href
from domain import delays
from panels import sources
from panels.area import extracts
from panels.area.england import OWNERS
from panels.area.figures import AreaFigures, area_figures
from panels.cache import FEW, keeping
from warehouse.queries import matrix
from warehouse.queries.matrix import Crossed
from warehouse.reader import View

ID = "area-owned"
Sizes = dict[tuple[str, str], float]


def panel(view: View, choice: Choice) -> Panel | None:
    """The cross over the window; None where no extract holds a month of it, or no delay is in them."""
    found = area_figures(view, choice.scope)
    span = extracts.months(view, found) if found else ()
    cells = _cells(view, found.area.code, span[0], span[-1]) if found and span else ()
    sizes = {(one.reason, one.body): one.days for one in cells}
    if found is None or not sum(sizes.values()):
        return None
    return Panel(
        ID,
        finding=finding(sizes, found.area.name),
        subtitle=(
            f"Days of delay, reason by responsible body, {extracts.over(span, found)}. Darker means more days; every "
            "cell prints its number."
        ),
        figure=None,
        table=table(sizes, found, span),
        source=sources.line(found, extracts.SOURCE),
        csv=href("/export/area-owned.csv", choice.on(found.shown).query),
        note=" ".join(filter(None, (extracts.agreement(view, found, span), _empty(cells)))),
        kick="From the extracts by trust and council",
    )


@keeping(FEW)
def _cells(view: View, code: str, start: str, end: str) -> tuple[Crossed, ...]:
    return matrix.reasons_by_body(view, code, start, end)


def _empty(cells: tuple[Crossed, ...]) -> str:
    return extracts.left_empty(sum(one.missing for one in cells))


def finding(sizes: Sizes, name: str) -> str:
    """The largest single cell."""
    code, body = max(sizes, key=lambda key: sizes[key])
    share = text.share(sizes[code, body] / sum(sizes.values()))
    return f"{name}: {share} of delays were for {names.spoken(code)} with {OWNERS[body]}, the largest single cell"


def table(sizes: Sizes, found: AreaFigures, span: tuple[str, ...]) -> Table:
    """Reasons by size with every body; words where a body cannot own the reason and none was given to it."""
    columns = (
        Column("reason", "Reason", kind="text"),
        Column("reason_name", "Waiting for", kind="text"),
        *(Column(f"dtoc_days_{body}", delays.BODY_LABELS[body]) for body in delays.BODIES),
        Column("dtoc_days_all", "All"),
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
    sums = [sum(size for (_, one), size in sizes.items() if one == body) for body in delays.BODIES]
    caption = f"Days of delay by reason and responsible body, {found.area.name}, {extracts.over(span, found)}"
    return Table("reason by responsible body", caption, columns, (*rows, ("", "All reasons", *sums, sum(sums))))


def _cell(sizes: Sizes, code: str, body: str) -> float | str:
    if (code, body) in sizes or delays.can_own(body, code):
        return sizes.get((code, body), 0.0)
    return delays.CANNOT_OWN
