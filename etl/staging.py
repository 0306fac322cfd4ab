"""Releases to the tables of a new warehouse: columns stacked, codes resolved, the spine filled in by SQL."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from domain import area_changes, areas, breaks, delays, organisations, outcomes, periods, status
from etl import discharge_staging, documented_staging, organisation_table
from etl.area_table import AREA_COLUMNS
from etl.carrying import Before
from etl.correction_table import correction_columns
from etl.names import Names
from etl.selection import Every, Release
from etl.sources import SOURCES
from etl.stack import SPINE as _SPINE
from etl.stack import Staged
from etl.stack import arrays as _arrays
from etl.stack import batches as _batches
from etl.stack import stack as _stack
from warehouse import organisation_tables, tables
from warehouse.engines.duckdb import Writer

FIRST_MONTH, LAST_MONTH = "2008-01", "2040-12"


def load(writer: Writer, every: Every, names: Names, before: Before) -> None:
    """Fill every table from (source id, release) pairs; facts that the build before holds are there already."""
    for table in tables.TABLES if before.file else ():
        if table in tables.FACTS:
            writer.retain(table, before.carried)
        else:
            writer.drop(table.name)
    writer.load(tables.SNAPSHOTS, _snapshots(every), "SELECT * FROM staged")
    writer.load(tables.PUBLICATIONS, _publications(), "SELECT * FROM staged")
    writer.load(tables.AREAS, _arrays(names.areas), f"SELECT {', '.join(AREA_COLUMNS)} FROM staged")  # noqa: S608
    _load_organisations(writer, [release for _, release in every], names)
    documented_staging.load_places(writer, every)
    _load_facts(writer, before.lacks(every), names)
    writer.load(tables.AREA_CHANGES, _changes(), "SELECT * FROM staged")
    writer.load(tables.CORRECTIONS, _arrays(correction_columns(every)), "SELECT * FROM staged")
    months = periods.span(FIRST_MONTH, LAST_MONTH)
    calendar: dict[str, list[Any]] = {"period": [], "days": []}
    for month in months:
        calendar["period"].append(periods.first_day(month))
        calendar["days"].append(periods.days_in(month))
    writer.load(tables.MONTHS, _arrays(calendar), "SELECT CAST(period AS DATE), days FROM staged")


def _load_facts(writer: Writer, every: Every, names: Names) -> None:
    _load_delays(writer, every, names)
    _load_emergency(writer, every)
    _load_population(writer, every)
    _load_outcomes(writer, every)
    documented_staging.load(writer, every, names)
    discharge_staging.load(writer, every)


def _load_organisations(writer: Writer, releases: Sequence[Release], names: Names) -> None:
    """Who the NHS organisations are, and where each provider belonged as each file printed it."""
    learnt = names.organisations
    writer.load(organisation_tables.ORGANISATIONS, _arrays(learnt), f"SELECT {', '.join(learnt)} FROM staged")  # noqa: S608
    belonged = organisation_table.memberships(releases)
    select = f"SELECT {', '.join(belonged)} FROM staged".replace("period", "CAST(period AS DATE)")  # noqa: S608
    writer.load(organisation_tables.MEMBERSHIPS, _arrays(belonged), select)


def _load_delays(writer: Writer, every: Every, names: Names) -> None:
    select = _SPINE.format(
        area_type="f.area_type",
        period_type="'month'",
        measure="'delayed_days'",
        unit="'days'",
        status=(
            f"CASE WHEN f.value IS NULL THEN '{status.NOT_SUBMITTED}' WHEN s.revised IS NULL THEN "
            f"'{status.PUBLISHED}' ELSE '{status.REVISED}' END"
        ),
        shorthand=(
            f"CASE WHEN f.value IS NULL THEN '{status.NOT_AVAILABLE}' WHEN {_impossible()} THEN "
            f"'{status.NOT_APPLICABLE}' ELSE '' END"
        ),
        extra=", f.body, f.reason, f.care_type",
    )
    for some in _batches(every, "delays"):
        columns = _stack(some, "delays", ("body", "reason", "care_type", "value"))
        columns["area_code"], columns["area_type"] = [], []
        for release in some:
            found = release.parsed.tables["delays"]
            asked = zip(found.get("nhs_code", found["ons_code"]), found["ons_code"], strict=True)
            known = [names.council(nhs, ons, release.parsed.key) for nhs, ons in asked]
            columns["area_code"] += [code for code, _ in known]
            columns["area_type"] += [kind for _, kind in known]
        writer.load(tables.DELAYS, _arrays(columns), select)


def _impossible() -> str:
    """SQL condition: a body that cannot own a reason."""
    pairs = [
        f"(f.body = '{b}' AND f.reason = '{r.code}')"
        for r in delays.REASONS
        for b in delays.BODIES
        if b not in r.bodies
    ]
    return f"({' OR '.join(pairs)})"


def _load_emergency(writer: Writer, every: Every) -> None:
    start, end = breaks.APPORTIONED
    estimated = (
        f"f.measure <> 'ae_within_4h_pct' AND CAST(f.period AS DATE) BETWEEN DATE '{start}-01' AND DATE '{end}-01'"
    )
    select = _SPINE.format(
        area_type=f"CASE f.area_code WHEN '{areas.ENGLAND}' THEN '{areas.COUNTRY}' ELSE '{organisations.PROVIDER}' END",
        period_type="'month'",
        measure="f.measure",
        unit="CASE WHEN f.measure = 'ae_within_4h_pct' THEN '%' ELSE 'people' END",
        status=(
            f"CASE f.shorthand WHEN '{status.NOT_AVAILABLE}' THEN '{status.NOT_SUBMITTED}' "
            f"WHEN '{status.NOT_APPLICABLE}' THEN '{status.INAPPLICABLE}' ELSE CASE WHEN {estimated} THEN "
            f"'{status.ESTIMATED}' WHEN s.revised IS NULL THEN '{status.PUBLISHED}' ELSE '{status.REVISED}' END END"
        ),
        shorthand="f.shorthand",
        extra="",
    )
    for some in _batches(every, "emergency_care"):
        columns = _stack(some, "emergency_care", ("area_code", "measure", "value", "shorthand"))
        writer.load(tables.EMERGENCY_CARE, _arrays(columns), select)


def _load_population(writer: Writer, every: Every) -> None:
    country = f"CASE WHEN f.area_code = '{areas.ENGLAND}' THEN '{areas.COUNTRY}' ELSE '{areas.COUNCIL}' END"
    select = _SPINE.format(
        area_type=country,
        period_type="'year'",
        measure="'population'",
        unit="'people'",
        status=f"'{status.PUBLISHED}'",
        shorthand="''",
        extra=", f.age",
    )
    for some in _batches(every, "population"):
        columns = _stack(some, "population", ("ons_code", "age", "value"))
        columns["area_code"] = columns.pop("ons_code")
        writer.load(tables.POPULATION, _arrays(columns), select)


_OUTCOMES = (
    *("area_code", "area_type", "measure", "value", "shorthand", "financial_year", "margin", "base", "numerator"),
    *("denominator", "value_in_brackets", "counts_shorthand", "as_published", "published_code"),
)


def _load_outcomes(writer: Writer, every: Every) -> None:
    reasons = " ".join(f"WHEN '{mark}' THEN '{why}'" for mark, why in outcomes.STATUS_OF_MARK.items())
    units = " ".join(f"WHEN '{measure.id}' THEN '{measure.unit}'" for measure in outcomes.MEASURES)
    select = _SPINE.format(
        area_type="f.area_type",
        period_type="'financial_year'",
        measure="f.measure",
        unit=f"CASE f.measure {units} END",
        status=f"CASE f.shorthand {reasons} ELSE '{status.PUBLISHED}' END",
        shorthand="f.shorthand",
        extra="".join(f", f.{name}" for name in _OUTCOMES[5:]),
    )
    for some in _batches(every, "outcomes"):
        writer.load(tables.OUTCOMES, _arrays(_stack(some, "outcomes", _OUTCOMES)), select)


def _snapshots(every: Every) -> Staged:
    columns: dict[str, list[Any]] = {column.name: [] for column in tables.SNAPSHOTS.columns}
    for source, release in every:
        parsed, kept = release.parsed, release.snapshot.provenance
        row = {
            "snapshot_id": release.snapshot.id,
            "source": source,
            "title": parsed.title,
            "release": parsed.key,
            "series": parsed.series,
            "period_start": periods.first_day(parsed.start),
            "period_end": periods.first_day(parsed.end),
            "published": parsed.published or release.uploaded,
            "revised": release.revised,
            "vintage": release.vintage,
            "is_current": release.current,
            "retrieved_at": datetime.fromisoformat(release.snapshot.retrieved_at).astimezone(UTC).replace(tzinfo=None),
            "facts": parsed.rows,
            **{
                name: kept[name]
                for name in ("url", "final_url", "file_name", "sha256", "bytes", "publisher", "licence")
            },
        }
        for name, values in columns.items():
            values.append(row[name])
    return _arrays(columns)


def _publications() -> Staged:
    names = [column.name for column in tables.PUBLICATIONS.columns if column.name not in ("source", "place")]
    columns: dict[str, list[Any]] = {"source": [source.id for source in SOURCES]}
    columns |= {name: [getattr(source, name) for source in SOURCES] for name in names}
    return _arrays({**columns, "place": list(range(len(SOURCES)))})


def _changes() -> Staged:
    rows = [
        (
            change.date,
            change.kind,
            before,
            before_name,
            after,
            after_name,
            f"{change.order} (SI {change.instrument})",
            change.source,
        )
        for change in area_changes.CHANGES
        for before, before_name in change.before.items()
        for after, after_name in change.after.items()
    ]
    names = [column.name for column in tables.AREA_CHANGES.columns]
    return _arrays({name: [row[place] for row in rows] for place, name in enumerate(names)})
