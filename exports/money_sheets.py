"""Money and targets of the area's place in a pack: every line in every version, every target with its result."""

from collections.abc import Iterator
from typing import Any

from domain.local.words import DEMAND, MARKET, PURPOSES, SCOPES, SIDES, STAGES, TARGETS, VERSIONS
from exports import scheme_sheets
from exports.beside import UPLOAD
from exports.pack import Absent, Column, Table
from exports.scheme_sheets import NATIONAL, whose
from panels.board.board import Board, board
from panels.plan.rows import STATES
from panels.schemes.scope import Where
from warehouse.queries.local.evidence import Planned
from warehouse.queries.local.plan import SpendLine
from warehouse.reader import View

NO_NUMBER = Absent("[z]", "not told")


def tables(view: View, where: Where) -> tuple[Table, ...]:
    """Every table of a place that has rows, the board first."""
    found = board(view, where)
    return tuple(table for table in every(found) if table.rows)


def every(found: Board) -> Iterator[Table]:
    """The tables of a board, empty ones too."""
    yield scheme_sheets.board(found)
    yield scheme_sheets.register(found)
    yield scheme_sheets.verdicts(found)
    yield scheme_sheets.decisions(found)
    yield spend(found)
    yield targets(found)


def spend(found: Board) -> Table:
    """One row a line, version and year."""
    columns = (
        Column("line_id", "Line", "Id of the line of spend"),
        Column("name", "Name", "Name of the line"),
        Column("version", "Version", "Plan, revised plan, forecast, outturn or next plan"),
        Column("year", "Year", "Financial year"),
        Column("amount_gbp", "Amount", "Pounds", "£", "number"),
        Column("scope", "Part of", "Grant, pooled fund or all interface spend"),
        Column("purpose", "Purpose", "To sustain, to improve, to enable"),
        Column("stage", "Stage", "Stage of the care system"),
        Column("demand", "Demand", "Whether it manages or meets demand"),
        Column("market", "Care market", "Support of the care market"),
        Column("sustains_nhs", "Keeps NHS services", "yes or no"),
        Column("payer", "Pays", "Who pays"),
        Column("gains", "Gains", "Who gains, by commas"),
        Column("carried_gbp", "Carried forward", "Pounds of it carried from the year before", "£", "number"),
    )
    rows = tuple(_line(one) for one in found.held.lines)
    about = f"Every line of spend by version. Cuts by purpose, stage and market overlap. {whose(found.held)}"
    return Table("spend", "Spend", about, columns, rows, (UPLOAD,))


def _line(one: SpendLine) -> tuple[Any, ...]:
    return (
        one.line_id,
        one.name,
        VERSIONS.get(one.version, one.version),
        one.year,
        one.amount,
        SCOPES.get(one.scope, one.scope),
        PURPOSES.get(one.purpose, one.purpose),
        STAGES.get(one.stage, one.stage) or "not classified",
        DEMAND.get(one.demand_flag, one.demand_flag),
        MARKET.get(one.market, one.market),
        one.sustains_nhs,
        SIDES.get(one.payer, one.payer),
        one.gains,
        scheme_sheets.NOT_GIVEN if one.carried is None else one.carried,
    )


def targets(found: Board) -> Table:
    """One row a target, with what became of it."""
    columns = (
        Column("indicator_id", "Indicator id", "Indicator of the place"),
        Column("indicator", "Measure", "Name of the indicator"),
        Column("council", "Council", "Where"),
        Column("target_period", "For", "Month, quarter or financial year"),
        Column("kind", "Kind", "Plan, ambition or benchmark"),
        Column("state", "Result", "Met, missed, on track, off track or cannot be told"),
        Column("plan", "Plan", "Planned for the period", "see unit", "number", -1),
        Column("actual", "Actual", "What was counted", "see unit", "number", -1),
        Column("to_date", "Plan to date", "By days and season (METHODS M23)", "see unit", "number", -1),
        Column("unit", "Unit", "Unit of the indicator; a total is over the period"),
        Column("change_planned_pct", "Change planned", "On the year before", "%", "number", 1),
        Column("change_actual_pct", "Change", "On the same months of the year before", "%", "number", 1),
        Column("note", "Note", "Why there is no number, or what the rest of the year would need"),
        Column("written_in", "Written in", "Where the target is written"),
    )
    rows = tuple(_target(found, one) for one in found.planned)
    about = f"Plan against actual for every target. {whose(found.held)}"
    return Table("targets", "Plan against actual", about, columns, rows, (UPLOAD, *NATIONAL))


def _target(found: Board, one: Planned) -> tuple[Any, ...]:
    indicator = found.held.indicators[one.indicator_id]
    whole = "total over the period" if one.unit == "total" else indicator.unit
    numbers = (one.plan, one.actual, one.to_date)
    changes = (one.change_planned, one.change_actual)
    return (
        one.indicator_id,
        indicator.name,
        found.held.where.council(one.area_code),
        one.period,
        TARGETS.get(one.kind, one.kind),
        STATES.get(one.state, one.state),
        *(NO_NUMBER if value is None else value for value in numbers),
        whole,
        *(NO_NUMBER if value is None else value for value in changes),
        one.refused,
        one.source,
    )
