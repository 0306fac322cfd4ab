"""Releases to the tables of trusts' delays, the discharge ready date, beds, boundaries and groups of areas."""

from typing import Any

from domain import area_changes, areas, beds, board_changes, delays, organisations, reaggregation, status
from domain.area_changes import RECODED
from domain.board_changes import BoardChange
from etl.names import Names
from etl.selection import Every
from etl.stack import SPINE, Staged, arrays, batches, stack
from warehouse import documented_tables as tables
from warehouse.engines.duckdb import Writer

_STATUS = (
    f"CASE WHEN f.value IS NULL THEN '{status.NOT_SUBMITTED}' WHEN s.revised IS NULL THEN "
    f"'{status.PUBLISHED}' ELSE '{status.REVISED}' END"
)
_SHORTHAND = f"CASE WHEN f.value IS NULL THEN '{status.NOT_AVAILABLE}' ELSE '' END"


def load(writer: Writer, every: Every, names: Names) -> None:
    """Fill the tables of facts; ``names`` knows the ONS codes of the councils in the extracts."""
    _load_trust_delays(writer, every, names)
    _load_discharge_ready(writer, every)
    _load_beds(writer, every)


def load_places(writer: Writer, every: Every) -> None:
    """Fill the tables of boundaries and of groups of areas."""
    _load_boundaries(writer, every)
    writer.load(tables.AREA_GROUPS, _groups(), "SELECT * FROM staged")


def _load_trust_delays(writer: Writer, every: Every, names: Names) -> None:
    select = SPINE.format(
        area_type=f"'{organisations.PROVIDER}'",
        period_type="'month'",
        measure="'delayed_days'",
        unit="'days'",
        status=_STATUS,
        shorthand=_SHORTHAND,
        extra=", f.council_code, f.body, f.reason, f.care_type",
    )
    for some in batches(every, "trust_delays"):
        columns = stack(some, "trust_delays", ("org_code", "body", "reason", "care_type", "value"))
        columns["area_code"], columns["council_code"] = columns.pop("org_code"), []
        for release in some:
            found, month = release.parsed.tables["trust_delays"], release.parsed.key
            councils = found.get("nhs_code")
            trust = [delays.ALL] * len(found["value"])
            columns["council_code"] += [names.council(one, "", month)[0] for one in councils] if councils else trust
        writer.load(tables.TRUST_DELAYS, arrays(columns), select)


def _load_discharge_ready(writer: Writer, every: Every) -> None:
    select = SPINE.format(
        area_type="f.area_type",
        period_type="'month'",
        measure="f.measure",
        unit="f.unit",
        status=(
            f"CASE f.shorthand WHEN '{status.NOT_AVAILABLE}' THEN '{status.UNAVAILABLE}' "
            f"WHEN '{status.NOT_APPLICABLE}' THEN '{status.INAPPLICABLE}' "
            f"ELSE CASE WHEN s.revised IS NULL THEN '{status.PUBLISHED}' ELSE '{status.REVISED}' END END"
        ),
        shorthand="f.shorthand",
        extra=", f.data_source",
    )
    names = ("area_type", "area_code", "measure", "value", "shorthand", "unit", "data_source")
    for some in batches(every, "discharge_ready"):
        writer.load(tables.DISCHARGE_READY, arrays(stack(some, "discharge_ready", names)), select)


def _load_beds(writer: Writer, every: Every) -> None:
    select = SPINE.format(
        area_type=f"CASE f.area_code WHEN '{areas.ENGLAND}' THEN '{areas.COUNTRY}' ELSE '{organisations.PROVIDER}' END",
        period_type="'quarter'",
        measure="f.measure",
        unit=f"'{beds.UNIT}'",
        status=_STATUS,
        shorthand=_SHORTHAND,
        extra=", f.sector",
    )
    for some in batches(every, "beds"):
        columns = stack(some, "beds", ("org_code", "measure", "sector", "value"))
        columns["area_code"] = columns.pop("org_code")
        writer.load(tables.BEDS, arrays(columns), select)


def _load_boundaries(writer: Writer, every: Every) -> None:
    columns: dict[str, list[Any]] = {column.name: [] for column in tables.BOUNDARIES.columns}
    for _, release in every:
        if found := release.parsed.tables.get("boundaries"):
            size = len(found["code"])
            columns["edition"] += [release.parsed.key] * size
            columns["area_code"] += found["code"]
            columns["area_name"] += found["name"]
            columns["longitude"] += found["longitude"]
            columns["latitude"] += found["latitude"]
            columns["snapshot_id"] += [release.snapshot.id] * size
    if columns["edition"]:
        writer.load(tables.BOUNDARIES, arrays(columns), "SELECT * FROM staged")


def _groups() -> Staged:
    rows = [
        (change.date, area_type, change.kind, side, code, name, min(change.after), *_carried(change))
        for area_type, changes in ((areas.COUNCIL, area_changes.CHANGES), (organisations.ICB, board_changes.CHANGES))
        for change in changes
        for side, members in (("before", change.before), ("after", change.after))
        for code, name in members.items()
    ]
    names = [column.name for column in tables.AREA_GROUPS.columns]
    return arrays({name: [row[place] for row in rows] for place, name in enumerate(names)})


def _carried(change: "area_changes.AreaChange | BoardChange") -> tuple[bool, str, bool]:
    """Whether a code alone goes on, what may be compared, and whether that is confirmed."""
    confirmed = getattr(change, "confirmed", True)
    words = reaggregation.TOGETHER[change.kind] if confirmed else f"not confirmed: {getattr(change, 'note', '')}"
    return change.kind == RECODED, words, confirmed
