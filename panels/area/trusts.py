"""Which trusts hold a council's delays: delayed days of its residents by trust, from the extracts."""

from components import text
from components.area.choice import Choice
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import href
from panels import sources
from panels.area import extracts
from panels.area.figures import AreaFigures, area_figures
from panels.cache import FEW, keeping
from warehouse.queries import matrix
from warehouse.queries.matrix import Pair
from warehouse.reader import View

ID = "area-trusts"


def panel(view: View, choice: Choice) -> Panel | None:
    """The trusts over the window; None where no extract holds a month of it, or no delay is in them."""
    found = area_figures(view, choice.scope)
    span = extracts.months(view, found) if found else ()
    pairs = _pairs(view, found.area.code, span[0], span[-1]) if found and span else ()
    if found is None or not sum(pair.days for pair in pairs):
        return None
    return Panel(
        ID,
        finding=finding(pairs, found.area.name),
        subtitle=(
            f"Delayed days of residents of {found.area.name} by the trust that held them, "
            f"{extracts.over(span, found)}. Trusts without a delay of theirs are not listed."
        ),
        figure=None,
        table=table(pairs, span, found),
        source=sources.line(found, extracts.SOURCE),
        csv=href("/export/area-trusts.csv", choice.on(found.shown).query),
        note=" ".join(filter(None, (extracts.agreement(view, found, span), _empty(pairs)))),
    )


@keeping(FEW)
def _pairs(view: View, code: str, start: str, end: str) -> tuple[Pair, ...]:
    return matrix.trusts_of(view, code, start, end)


def _empty(pairs: tuple[Pair, ...]) -> str:
    return extracts.left_empty(sum(pair.missing for pair in pairs))


def finding(pairs: tuple[Pair, ...], name: str) -> str:
    """The largest holder and its share, and how many trusts there are."""
    whole = sum(pair.days for pair in pairs)
    holders = [pair for pair in pairs if pair.days]
    first = holders[0]
    if len(holders) == 1:
        return f"One trust, {first.trust_name}, held all delays of residents of {name}"
    share = f"{first.trust_name} held {text.share(first.days / whole)} of delays of residents of {name}"
    return f"{share}; {text.count(len(holders), 'trust')} held them all"


def table(pairs: tuple[Pair, ...], span: tuple[str, ...], found: AreaFigures) -> Table:
    """Every trust with people a day, days and share, most first, and the sum."""
    columns = (
        Column("trust", "Trust", kind="text"),
        Column("code", "Code", kind="text"),
        Column("dtoc_beds", "People delayed on an average day", 1),
        Column("dtoc_days", "Days of delay"),
        Column("share", "Share of all delays", kind="share"),
        Column("months", "Months with a delay"),
    )
    days, whole = extracts.days_in(span), sum(pair.days for pair in pairs)
    rows = tuple((p.trust_name, p.trust_code, p.days / days, p.days, p.days / whole, p.months) for p in pairs)
    total = ("All trusts", "", whole / days, whole, 1.0, len(span))
    caption = f"Delays by trust, residents of {found.area.name}, {extracts.over(span, found)}"
    return Table("delays by trust", caption, columns, (*rows, total))
