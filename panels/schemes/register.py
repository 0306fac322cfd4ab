"""The register of a place: one line a scheme with a verdict for each level, filtered and grouped by verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.impact.reasons import GROUPS, SUBSTITUTED, WORKING
from components.tables import Column, Table
from domain.local.words import DEMAND, LEVELS, STAGE_SHORT
from panels.schemes import words
from panels.schemes.held import OUTTURN, PLAN, Held
from panels.schemes.scope import one
from warehouse.queries.local.evidence import Verdict
from warehouse.queries.local.plan import Scheme
from warehouse.queries.local.record import Decision

ALL, DUE, DECIDED = "", "due", "decided"
JUDGED_NOT, DELIVERED_NOT = "not_judged", "not_delivered"
NAMES = {
    "working": ("Working", "moved what they were meant to move"),
    "emerging": ("Emerging", "only the 80 % interval lies on the good side"),
    "substituted": ("Substituted", "target moved, but something else got worse"),
    "worse": ("Worse", "moved the wrong way"),
    "no_effect": ("No effect seen", "the data rule out half of the expected effect"),
    JUDGED_NOT: ("Cannot be judged", "not separable, cannot tell or too early"),
    DELIVERED_NOT: ("Not delivered", "outputs under half of plan, or never opened"),
    "none_registered": ("No indicator", "nothing is registered to judge by"),
}


@dataclass(frozen=True)
class Filters:
    """What the register is narrowed to; empty for all."""

    area: str = ""
    stage: str = ""
    demand: str = ""
    verdict: str = ""
    decision: str = ""

    @staticmethod
    def parse(query: Mapping[str, Any], areas: tuple[str, ...]) -> "Filters":
        """Filters from a query of any content; what is not known narrows nothing."""
        known = {"area": areas, "stage": STAGE_SHORT, "demand": DEMAND, "verdict": NAMES, "decision": (DUE, DECIDED)}
        return Filters(**{key: value for key, held in known.items() if (value := one(query, key)) in held})

    @property
    def pairs(self) -> dict[str, str]:
        """What narrows, as a query has it."""
        return {key: value for key, value in vars(self).items() if value}


@dataclass(frozen=True)
class Line:
    """A scheme with its verdicts (None where no level is registered), money in pounds, outputs and decision."""

    scheme: Scheme
    council: str
    group: str
    whole: Verdict
    levels: dict[str, Verdict | None]
    plan: float | None
    outturn: float | None
    delivered: float | None
    decision: Decision | None


def lines(held: Held, filters: Filters) -> tuple[Line, ...]:
    """The lines that pass the filters, in the order of the groups, then by id."""
    every = [_line(held, scheme) for scheme in held.schemes]
    kept = [line for line in every if line and _passes(line, filters)]
    order = list(NAMES)
    return tuple(sorted(kept, key=lambda line: (order.index(line.group), line.scheme.scheme_id)))


def _line(held: Held, scheme: Scheme) -> Line | None:
    whole = held.line(scheme.scheme_id)
    if whole is None:
        return None
    levels = {level: held.line(scheme.scheme_id, level) for level in LEVELS}
    shown = {level: found if found and found.verdict in GROUPS else None for level, found in levels.items()}
    return Line(
        scheme,
        held.where.council(scheme.area_code),
        GROUPS.get(whole.verdict, "none_registered"),
        whole,
        shown,
        held.money(scheme.scheme_id, PLAN),
        held.money(scheme.scheme_id, OUTTURN),
        held.delivered(scheme.scheme_id),
        held.decision(scheme.scheme_id),
    )


def _passes(line: Line, filters: Filters) -> bool:
    state = {"proposed": DUE, "decided": DECIDED}.get(line.decision.state if line.decision else "", "")
    pairs = (
        (filters.area, line.scheme.area_code),
        (filters.stage, line.scheme.stage),
        (filters.demand, line.scheme.demand_flag),
        (filters.verdict, line.group),
        (filters.decision, state),
    )
    return all(wanted in ("", found) for wanted, found in pairs)


def groups(every: tuple[Line, ...]) -> list[tuple[str, tuple[Line, ...]]]:
    """Lines by group in the order of the register; groups without a line are left out, but the five main ones."""
    found = [(name, tuple(line for line in every if line.group == name)) for name in NAMES]
    return [(name, some) for name, some in found if some]


def moved(every: tuple[Line, ...]) -> tuple[int, int]:
    """Schemes that moved what they were meant to move, and how many of these are substituted."""
    substituted = sum(line.group == SUBSTITUTED for line in every)
    return substituted + sum(line.group == WORKING for line in every), substituted


def table(held: Held, every: tuple[Line, ...]) -> Table:
    """The register as rows: every word and number of its lines."""
    columns = (
        Column("scheme_id", "Scheme", kind="text"),
        Column("scheme", "Name", kind="text"),
        Column("area", "Area", kind="text"),
        Column("stage", "Stage", kind="text"),
        Column("demand_flag", "Demand", kind="text"),
        Column("verdict", "Verdict", kind="text"),
        *(Column(f"verdict_{level}", f"{name} verdict", kind="text") for level, name in LEVELS.items()),
        Column("why", "Why", kind="text"),
        Column("plan_gbp", "Plan, £", 0),
        Column("outturn_gbp", "Outturn, £", 0),
        Column("outputs_of_plan", "Outputs of plan", kind="share"),
        Column("payer", "Pays", kind="text"),
        Column("gains", "Gains", kind="text"),
        Column("decision", "Decision", kind="text"),
    )
    rows = tuple(_row(held, line) for line in every)
    return Table("register", f"Schemes of {held.where.place.name} by summary verdict", columns, rows)


def _row(held: Held, line: Line) -> tuple[Any, ...]:
    scheme = line.scheme
    levels = tuple(found.verdict if (found := line.levels[level]) else "none registered" for level in LEVELS)
    return (
        scheme.scheme_id,
        scheme.name,
        line.council,
        STAGE_SHORT.get(scheme.stage, scheme.stage),
        DEMAND.get(scheme.demand_flag, scheme.demand_flag),
        line.whole.verdict,
        *levels,
        words.why(held, line.whole),
        line.plan,
        line.outturn,
        line.delivered,
        scheme.payer,
        scheme.gains,
        words.decision(line.decision),
    )
