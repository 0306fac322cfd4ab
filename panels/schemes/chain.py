"""The chain of a scheme: what was bought, and what moved at each level, with holes where nothing is registered."""

from collections.abc import Sequence
from urllib.parse import urlencode

from components import text
from components.chart_panel import Panel
from components.figures.outputs import outputs_chart
from components.scheme import chain as drawn
from components.scheme.chain import Cell, Hole, Link
from components.scheme.money import pounds
from components.tables import Column, Table
from components.url_state import href
from domain import periods
from domain.local import spans
from domain.local.words import LEVELS
from panels.schemes import words
from panels.schemes.card import card
from panels.schemes.chain_money import money
from panels.schemes.held import OUTTURN, Held
from warehouse.queries.local.plan import Output, Scheme
from warehouse.reader import View

YEARS = 4
FILLS = {
    "operational": "a measure of what the service does for people, by month, from two years before the start",
    "strategic": "the delays, admissions or placements that it should move",
    "personal": "a question to the people reached, the same before and after",
}
ROWS = (
    ("Meant to move", "What the plan said would change", ("outcome", "process")),
    ("Must not get worse", "Balancing indicators and context, read on the same line", ("balancing", "context")),
)


UNWATCHED = Hole(
    "No balancing indicator",
    (
        "Nothing is registered that would show if a gain here came at a cost elsewhere.",
        "What would fill it: long-term admissions or readmissions, by month, linked as balancing.",
    ),
)


def axis(held: Held) -> tuple[str, ...]:
    """The months that every chart of a chain shows: four years to the month before the one it is seen from."""
    last = periods.plus(held.where.place.as_at, -1)
    return periods.span(periods.plus(last, 1 - 12 * YEARS), last)


def hypotheses(held: Held, scheme: Scheme) -> list[str]:
    """One sentence a column: what is done, and what should follow at each level."""
    said = [scheme.description or scheme.name]
    for level in LEVELS:
        links = [one for one in held.links if one.scheme_id == scheme.scheme_id and _level(held, one) == level]
        meant = [one for one in links if one.role == "outcome"] or links
        parts = [one.hypothesis for one in meant if one.hypothesis][:2]
        expected = [words.signed(one.expected, one.expected_unit) for one in meant[:1] if one.expected]
        lag = [f"after {text.count(one.lag, 'month')}" for one in meant[:1] if expected and one.lag]
        tail = f" {expected[0]} expected{', ' + lag[0] if lag else ''}." if expected else ""
        said.append(f"{'. '.join(parts)}.{tail}" if parts else "Nobody registered a measure of this.")
    return said


def _level(held: Held, link: object) -> str:
    return held.indicators[link.indicator_id].level  # type: ignore[attr-defined]


def rows(view: View, held: Held, scheme: Scheme) -> list[tuple[str, str, list[Cell]]]:
    """The cells of both rows, one a column."""
    months = axis(held)
    found = []
    for name, meaning, roles in ROWS:
        first: Cell = [one] if (one := _outputs(held, scheme, months)) and "outcome" in roles else []
        cells: list[Cell] = [first or ([money(held, scheme)] if "balancing" in roles else [_no_outputs()])]
        for level in LEVELS:
            links = [
                one
                for one in held.links
                if one.scheme_id == scheme.scheme_id and one.role in roles and _level(held, one) == level
            ]
            cards = [card(view, held, scheme, one, months) for one in links]
            drawn_links = [
                Link(
                    held.indicators[one.link.indicator_id].name,
                    one.panel,
                    one.verdict.verdict if one.verdict else "",
                    one.said,
                )
                for one in cards
            ]
            cells.append(drawn_links or (_hole(level) if "outcome" in roles else []))
        if "balancing" in roles and not any(cells[1:]):
            cells[2] = [UNWATCHED]
        found.append((name, meaning, cells))
    return found


def _hole(level: str) -> list[Hole]:
    name = LEVELS[level].lower()
    return [
        Hole(
            f"No {name} indicator",
            ("The chain has a hole here: a gap in the plan, not a verdict.", f"What would fill it: {FILLS[level]}."),
        )
    ]


def _no_outputs() -> Hole:
    return Hole("No outputs", ("Nothing was delivered, or nothing that was delivered was uploaded.",))


def outputs_table(scheme: Scheme, every: Sequence[Output]) -> Table:
    """Units planned and delivered in each period of a scheme, by its last month."""
    columns = (
        Column("period", "Month", kind="month"),
        Column("planned", "Planned", 0),
        Column("actual", "Delivered", 0),
        Column("status", "Status", kind="text"),
    )
    keyed = sorted(every, key=lambda one: spans.parse(one.period).end)
    rows = [(spans.parse(one.period).end, one.planned, one.actual, _status(one)) for one in keyed]
    return Table("outputs", f"{scheme.output_unit or 'Units'}, {scheme.scheme_id} {scheme.name}", columns, tuple(rows))


def _status(one: Output) -> str:
    if one.shown_as == "suppressed":
        return "suppressed: 1 to 7 people"
    return "not uploaded" if one.actual is None else "final"


def _outputs(held: Held, scheme: Scheme, months: tuple[str, ...]) -> Panel | None:
    every = [one for one in held.outputs if one.scheme_id == scheme.scheme_id]
    at = {one.period: spans.parse(one.period).end for one in every}
    planned = {at[one.period]: one.planned for one in every if one.planned is not None}
    actual = {at[one.period]: one.actual for one in every if one.actual is not None}
    if not every or not actual:
        return None
    whole = held.total(scheme.scheme_id)
    total, plan = (whole.actual, whole.planned or 0.0) if whole else (None, 0.0)
    unit = scheme.output_unit or "units"
    finding = _finding(total, plan, unit)
    said = "A total that small numbers would follow from is withheld." if total is None else text.whole(total)
    said += f" of {text.whole(plan)}." if total is not None else ""
    cost = _unit_cost(held, scheme)
    return Panel(
        "scheme-outputs",
        finding=finding,
        subtitle=f"{text.sentence(unit)} a month, and plan. {said}{cost}",
        figure=outputs_chart(months, planned, actual, start=scheme.actual_start),
        table=outputs_table(scheme, every),
        source=words.source_line(held),
        csv=href("/export/scheme-outputs.csv", query(held, scheme)),
        note="An output, not an outcome.",
    )


def _finding(total: float | None, plan: float, unit: str) -> str:
    if total is None:
        return f"Some {unit}: small numbers are not shown"
    return f"{text.share(total / plan)} of the planned {unit}" if plan else f"{text.whole(total)} {unit}"


def _unit_cost(held: Held, scheme: Scheme) -> str:
    """Outturn ÷ units of the same year, where both are known."""
    outturn, year = held.money(scheme.scheme_id, OUTTURN), held.year
    if not outturn or not year:
        return ""
    months = set(periods.financial_year_months(year))
    own = [one for one in held.outputs if one.scheme_id == scheme.scheme_id and spans.parse(one.period).end in months]
    units = 0.0 if any(one.shown_as == "suppressed" for one in own) else sum(one.actual or 0.0 for one in own)
    return f" {pounds(outturn / units)} a unit in {year}." if units else ""


def query(held: Held, scheme: Scheme) -> str:
    """The query that names a scheme of a place."""
    return urlencode({"place": held.where.place.place_id, "scheme": scheme.scheme_id})


__all__ = ["axis", "drawn", "hypotheses", "query", "rows"]
