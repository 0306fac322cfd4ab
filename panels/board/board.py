"""Everything that stands on the board of a place, gathered once a build."""

from dataclasses import dataclass

from domain import periods
from panels.board import watches
from panels.board.watches import Watches
from panels.cache import keeping
from panels.schemes import gaps
from panels.schemes.gaps import Gap
from panels.schemes.held import Held, held
from panels.schemes.register import Filters, Line, lines
from panels.schemes.scope import Where
from panels.spend.figures import Spend, figures
from warehouse.queries.local import evidence, measures
from warehouse.queries.local.evidence import Planned
from warehouse.queries.local.record import Decision
from warehouse.reader import View

LATE = ("Overdue", "Missing month")


@dataclass(frozen=True)
class Board:
    """What a place is told: watches and money are None where nothing is held for them."""

    held: Held
    watches: Watches | None
    money: Spend | None
    register: tuple[Line, ...]
    planned: tuple[Planned, ...]
    due: tuple[Decision, ...]
    late: tuple[Gap, ...]


@keeping(2)
def board(view: View, where: Where) -> Board:
    """The board of a place."""
    found = held(view, where)
    due = sorted((one for one in found.decisions if one.state == "proposed"), key=lambda one: (one.date, one.scheme_id))
    return Board(
        found,
        watches.of_place(view, where),
        figures(found),
        lines(found, Filters()),
        evidence.planned(view, where.place.place_id),
        tuple(due),
        tuple(_late(view, found)),
    )


def _late(view: View, found: Held) -> list[Gap]:
    """What is overdue, missing, not submitted, delivered without a number, or waits for its review."""
    return [
        *(gap for gap in gaps.gaps(view, found) if gap[0] in LATE),
        *_not_submitted(view, found),
        *_outputs(found),
        *_reviews(found),
    ]


def _not_submitted(view: View, found: Held) -> list[Gap]:
    by: dict[tuple[str, str], list[str]] = {}
    for one in measures.values(view, found.where.place.place_id):
        if one.status == "not_submitted":
            by.setdefault((one.indicator_id, one.area_code), []).append(one.period)
    said = []
    for (name, area), at in by.items():
        last = f"the latest from {periods.label(max(at))}" if len(at) > 1 else periods.label(at[0])
        times = f"{len(at)} periods, {last}" if len(at) > 1 else last
        said.append(("Not submitted", f"{name}, {found.indicators[name].name}, {found.where.council(area)}: {times}."))
    return said


def _outputs(found: Held) -> list[Gap]:
    """Schemes whose delivery in a past period was planned and has no number."""
    lacking = sorted(
        {
            one.scheme_id
            for one in found.outputs
            if one.planned and one.actual is None and one.period < found.where.place.as_at
        }
    )
    return [("No output given", f"{', '.join(lacking)}: planned, and no number for what was delivered.")] * bool(
        lacking
    )


def _reviews(found: Held) -> list[Gap]:
    """Decisions taken that were to be looked at again by now, and were not."""
    latest = {one.scheme_id: one for one in reversed(found.decisions)}
    return [
        ("Review due", f"{one.scheme_id}: to be looked at again in {periods.label(one.review)}.")
        for one in latest.values()
        if one.state == "decided" and one.review and one.review <= found.where.place.as_at
    ]
