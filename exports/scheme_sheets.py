"""Schemes of the area's place in a pack: what the board is told, the register, every verdict, decisions."""

from typing import Any

from analysis.impact.reasons import WORDS
from domain.local.words import DECISION_STATES, DECISIONS, DEMAND, LEVELS, ROLES, SIDES, STAGES
from exports.beside import UPLOAD
from exports.pack import Absent, Column, Table
from panels.board import said
from panels.board.board import Board
from panels.schemes import words
from panels.schemes.held import NEXT, Held
from panels.schemes.register import Line
from warehouse.queries.local.evidence import Effect, Verdict
from warehouse.queries.local.record import Decision

NOT_GIVEN = Absent("[x]", "not given")
NO_ESTIMATE = Absent("[z]", "no estimate")
NATIONAL = ("dtoc_councils", "dtoc_england", "ae_england")
DESIGNS = {
    "its": "interrupted time series",
    "its_chosen_left_out": "interrupted time series, unusual run left out",
    "survey": "answers before and after",
}
SCHEME = (Column("scheme_id", "Scheme", "Id of the scheme"), Column("scheme", "Name", "Name of the scheme"))


def whose(held: Held) -> str:
    """What every sheet of a place says above its rows: which councils, and from when they are seen."""
    names = ", ".join(one.name for one in held.where.councils)
    return f"All of {held.where.place.name} ({names}), as seen at {held.where.place.as_at}, whatever the pack's month."


def board(found: Board) -> Table:
    """The board in sentences."""
    columns = (Column("section", "Section", "Part of the board"), Column("said", "What is said", "A sentence"))
    about = f"What the board is told: both watches, money, schemes, plan and decisions. {whose(found.held)}"
    return Table("board", "Board", about, columns, tuple(said.every(found)), (UPLOAD, *NATIONAL))


def register(found: Board) -> Table:
    """One row a scheme, with a verdict for each level."""
    levels = [Column(f"verdict_{key}", f"{name} verdict", f"{name} level") for key, name in LEVELS.items()]
    columns = (
        *SCHEME,
        Column("council", "Council", "Where it runs"),
        Column("stage", "Stage", "Stage of the care system"),
        Column("demand", "Demand", "Whether it manages or meets demand"),
        Column("payer", "Pays", "Who pays"),
        Column("gains", "Gains", "Who gains, by commas"),
        Column("planned_start", "Planned start", "Month", kind="month"),
        Column("actual_start", "Actual start", "Month", kind="month"),
        Column("ended", "Ended", "Month", kind="month"),
        Column("verdict", "Verdict", "Of the whole scheme, never an average"),
        *levels,
        Column("why", "Why", "A few words, with the figure it rests on"),
        Column("plan_gbp", "Plan", "Pounds planned", "£", "number"),
        Column("outturn_gbp", "Outturn", "Pounds spent", "£", "number"),
        Column("next_plan_gbp", "Next plan", "Pounds of the next plan", "£", "number"),
        Column("outputs_pct", "Outputs of plan", "Units delivered of those planned", "%", "number", 1),
        Column("decision", "Decision", "The latest, proposed or taken"),
    )
    rows = tuple(_scheme(found.held, line) for line in found.register)
    about = f"Every scheme with its verdicts, by summary verdict. {whose(found.held)}"
    return Table("schemes", "Schemes", about, columns, rows, (UPLOAD,))


def _scheme(held: Held, line: Line) -> tuple[Any, ...]:
    scheme = line.scheme
    levels = (WORDS[found.verdict] if (found := line.levels[level]) else "none registered" for level in LEVELS)
    following = held.money(scheme.scheme_id, NEXT)
    return (
        scheme.scheme_id,
        scheme.name,
        line.council,
        STAGES.get(scheme.stage, scheme.stage),
        DEMAND.get(scheme.demand_flag, scheme.demand_flag),
        SIDES.get(scheme.payer, scheme.payer),
        scheme.gains,
        *(month or None for month in (scheme.planned_start, scheme.actual_start, scheme.ended)),
        _word(line.whole),
        *levels,
        words.why(held, line.whole),
        *(_given(amount) for amount in (line.plan, line.outturn, following)),
        NOT_GIVEN if line.delivered is None else round(100 * line.delivered, 1),
        words.decision(line.decision),
    )


def _given(amount: float | None) -> Any:
    return NOT_GIVEN if amount is None else amount


def _word(verdict: Verdict) -> str:
    return WORDS.get(verdict.verdict, "None registered")


def verdicts(found: Board) -> Table:
    """Every verdict: of each claim with the registered design's figures, of each level, and of each scheme."""
    columns = (
        *SCHEME,
        Column("level", "Level", "operational, strategic, personal, or the whole scheme"),
        Column("indicator_id", "Indicator id", "Empty for a level and for the whole scheme"),
        Column("indicator", "Indicator", "Name of the indicator"),
        Column("role", "Role", "What the indicator is to the scheme"),
        Column("verdict", "Verdict", "By the rules of METHODS M21"),
        Column("why", "Why", "A few words why"),
        Column("settle", "What would settle it", "What would make another verdict possible"),
        Column("design", "Design", "The registered design"),
        Column("estimate", "Estimate", "Change after the start", "see unit", "number", 1),
        Column("lower", "Lower end", "Of the 95 % interval", "see unit", "number", 1),
        Column("upper", "Upper end", "Of the 95 % interval", "see unit", "number", 1),
        Column("unit", "Unit", "% of what was expected without the scheme, or points"),
        Column("months_before", "Values before", "Values before the start", "values", "number"),
        Column("months_after", "Values after", "Values after the roll-in", "values", "number"),
    )
    rows = tuple(_verdict(found.held, one) for one in found.held.verdicts)
    about = f"Verdicts by scheme, level and indicator, with the figures they rest on. {whose(found.held)}"
    return Table("verdicts", "Verdicts", about, columns, rows, (UPLOAD, *NATIONAL))


def _verdict(held: Held, one: Verdict) -> tuple[Any, ...]:
    scheme, indicator = held.scheme(one.scheme_id), held.indicators.get(one.indicator_id)
    effect = held.effect(one, *words.PRIMARY) if one.indicator_id else None
    return (
        one.scheme_id,
        scheme.name if scheme else "",
        LEVELS.get(one.level, "Whole scheme"),
        one.indicator_id,
        indicator.name if indicator else "",
        ROLES.get(one.role, one.role).split(":")[0],
        _word(one),
        effect.refused if effect and effect.refused else one.why,
        one.settle,
        *_figures(effect),
    )


def _figures(effect: Effect | None) -> tuple[Any, ...]:
    if effect is None:
        return "", *[NO_ESTIMATE] * 3, "", None, None
    numbers = (NO_ESTIMATE if one is None else one for one in (effect.estimate, effect.lower, effect.upper))
    unit = {"percent": "%"}.get(effect.unit, effect.unit)
    return DESIGNS.get(effect.design, effect.design), *numbers, unit, effect.pre_points, effect.post_points


def decisions(found: Board) -> Table:
    """Every decision, proposed or taken, with its reason and the alternative that was turned down."""
    columns = (
        *SCHEME,
        Column("state", "State", "Proposed or decided"),
        Column("decision", "Decision", "Go on, change, stop or scale"),
        Column("date", "Date", "Due, or taken"),
        Column("reason", "Reason", "Why"),
        Column("alternative", "Turned down", "The alternative that was turned down"),
        Column("review", "Looked at again", "Month", kind="month"),
        Column("role", "By", "Who, as a role"),
    )
    ordered = sorted(found.held.decisions, key=lambda one: (one.state != "proposed", one.date, one.scheme_id))
    rows = tuple(_decision(found.held, one) for one in ordered)
    about = f"Decisions due first, then those taken. {whose(found.held)}"
    return Table("decisions", "Decisions", about, columns, rows, (UPLOAD,))


def _decision(held: Held, one: Decision) -> tuple[Any, ...]:
    scheme = held.scheme(one.scheme_id)
    return (
        one.scheme_id,
        scheme.name if scheme else "",
        DECISION_STATES.get(one.state, one.state),
        DECISIONS.get(one.decision, one.decision),
        str(one.date),
        one.reason,
        one.alternative,
        one.review or None,
        one.role,
    )
