"""Every table of the national warehouse, declared once.

Fact tables share one spine. Their key includes the snapshot, so every vintage of a value is kept; the marts
hold the current vintage. A value is a number or NULL, and where it is NULL the shorthand says why.
"""

from warehouse.discharge_tables import DISCHARGE, DISCHARGE_DAILY
from warehouse.documented_tables import AREA_GROUPS, BEDS, BOUNDARIES, DISCHARGE_READY, TRUST_DELAYS
from warehouse.organisation_tables import MEMBERSHIPS, ORGANISATIONS
from warehouse.table import SPINE, SPINE_KEY, Column, Table

SCHEMA_VERSION = 6  # raised when a table or mart changes: the next refresh rebuilds from the raw files

DELAYS = Table(
    "delays",
    "Delayed days by responsible body, reason and type of care",
    (
        *SPINE,
        Column("body", "VARCHAR", "nhs, social_care, both or all"),
        Column("reason", "VARCHAR", "A to O, or all"),
        Column("care_type", "VARCHAR", "acute, non_acute or all"),
    ),
    (*SPINE_KEY, "body", "reason", "care_type"),
    ("area_code", "reason", "care_type", "body", "period"),
)
EMERGENCY_CARE = Table(
    "emergency_care",
    "A&E attendances, emergency admissions, waits and four-hour performance",
    SPINE,
    SPINE_KEY,
    ("measure", "area_code", "period"),
)
POPULATION = Table(
    "population",
    "Residents by single year of age (90 stands for 90 and over)",
    (*SPINE, Column("age", "INTEGER", "age in years")),
    (*SPINE_KEY, "age"),
    ("area_code", "period", "age"),
)
OUTCOMES = Table(
    "outcomes",
    "Yearly outcome measures of adult social care with margin of error, respondents, numerator and denominator",
    (
        *SPINE,
        Column("financial_year", "VARCHAR", "April to March, YYYY-YY"),
        Column(
            "margin", "DOUBLE", "published margin of error (95 %) in the unit of the value; 0 is below half a digit"
        ),
        Column("base", "DOUBLE", "people who answered, rounded by the publisher"),
        Column("numerator", "DOUBLE", "people counted, where published"),
        Column("denominator", "DOUBLE", "people of whom they are counted, where published"),
        Column("value_in_brackets", "DOUBLE", "carers in 2016-17: the value on the basis of the years before"),
        Column("counts_shorthand", "VARCHAR", "why margin, base, numerator and denominator are absent"),
        Column("as_published", "VARCHAR", "text of the value's cell where it is no plain number"),
        Column("published_code", "VARCHAR", "number of the measure in the file; numbers changed in 2023-24"),
    ),
    SPINE_KEY,
    ("measure", "area_code", "period"),
)
SNAPSHOTS = Table(
    "snapshots",
    "Every file that was read: where from, when issued, and whether it speaks for its release",
    (
        Column("snapshot_id", "VARCHAR", "first 16 digits of the sha256"),
        Column("source", "VARCHAR", "id of the publication"),
        Column("title", "VARCHAR", "title printed in the file"),
        Column("release", "VARCHAR", "month, year or series it is a release of"),
        Column("series", "VARCHAR", "variant of the publication"),
        Column("period_start", "DATE", "first month covered"),
        Column("period_end", "DATE", "last month covered"),
        Column("published", "DATE", "date printed as published, else of the upload where known"),
        Column("revised", "DATE", "date printed as revised, else of the upload of a file so named"),
        Column("vintage", "DATE", "when this version was issued"),
        Column("is_current", "BOOLEAN", "whether it speaks for its release"),
        Column("retrieved_at", "TIMESTAMP", "when the bytes arrived (UTC)"),
        Column("url", "VARCHAR", "the publisher's address"),
        Column("final_url", "VARCHAR", "address after redirects"),
        Column("file_name", "VARCHAR", "name of the file"),
        Column("sha256", "VARCHAR", "fingerprint of the bytes"),
        Column("bytes", "BIGINT", "size"),
        Column("facts", "BIGINT", "tidy rows read from it"),
        Column("publisher", "VARCHAR", "who issued it"),
        Column("licence", "VARCHAR", "licence"),
    ),
    ("snapshot_id", "source"),
    ("source", "release"),
)
AREAS = Table(
    "areas",
    "Areas, as learnt from the workbooks",
    (
        Column("area_code", "VARCHAR", "ONS code; NHS code for people resident outside England"),
        Column("area_name", "VARCHAR", "name as people write it"),
        Column("area_type", "VARCHAR", "country, region, council or resident_outside"),
        Column("region_code", "VARCHAR", "code of the region a council lies in"),
        Column("published_name", "VARCHAR", "name as the publisher last wrote it"),
        Column("nhs_codes", "VARCHAR", "codes of the NHS collections, separated by spaces"),
        Column("first_period", "VARCHAR", "first month with a row of its own, YYYY-MM"),
        Column("last_period", "VARCHAR", "last month with a row of its own, YYYY-MM"),
        Column("valid_from", "VARCHAR", "day from which the code is used, where known"),
        Column("valid_to", "VARCHAR", "day from which the code is no longer used, where it ended"),
    ),
    ("area_code",),
    ("area_code",),
)
AREA_CHANGES = Table(
    "area_changes",
    "Changes of councils since 2009 with their legal source, one row for each pair of codes",
    (
        Column("changed_on", "DATE", "first day of the new councils"),
        Column("kind", "VARCHAR", "recoded, merged, divided or redrawn"),
        Column("before_code", "VARCHAR", "code that ended"),
        Column("before_name", "VARCHAR", "its name"),
        Column("after_code", "VARCHAR", "code that began"),
        Column("after_name", "VARCHAR", "its name"),
        Column("legal_order", "VARCHAR", "statutory instrument"),
        Column("legal_source", "VARCHAR", "its address"),
    ),
    ("before_code", "after_code"),
    ("changed_on", "before_code"),
)
MONTHS = Table(
    "months",
    "Calendar months and their days",
    (Column("period", "DATE", "first day"), Column("days", "INTEGER", "28 to 31")),
    ("period",),
    ("period",),
)
PUBLICATIONS = Table(
    "publications",
    "Every publication that the warehouse is made of",
    (
        Column("source", "VARCHAR", "id of the publication"),
        Column("name", "VARCHAR", "name for source lines"),
        Column("title", "VARCHAR", "full title"),
        Column("publisher", "VARCHAR", "who issues it"),
        Column("landing", "VARCHAR", "its page"),
        Column("licence", "VARCHAR", "licence"),
        Column("ended", "VARCHAR", "last month of a series that ended, else empty"),
        Column("lag_days", "INTEGER", "days after a month's end by which it is out when on time; 0 when not monthly"),
        Column("seen", "BOOLEAN", "whether an original file has been at hand when its reader was written"),
        Column("place", "INTEGER", "place in the registry"),
    ),
    ("source",),
    ("place",),
)
CORRECTIONS = Table(
    "corrections",
    "Reviewed corrections of known errors in published files, and what became of each in every file of its release",
    (
        Column("correction", "VARCHAR", "the reviewed file"),
        Column("source", "VARCHAR", "id of the publication"),
        Column("release", "VARCHAR", "month, year or series that it is of"),
        Column("snapshot_id", "VARCHAR", "the file; empty where none of the release is held"),
        Column("state", "VARCHAR", "applied, mended, unfit or not_held"),
        Column("place", "VARCHAR", "sheet and cell"),
        Column("expected", "VARCHAR", "what the cell must still say for the correction to be applied"),
        Column("found", "VARCHAR", "what it says"),
        Column("corrected", "VARCHAR", "what is used in its place where the correction is applied"),
        Column("affected", "INTEGER", "values that are others by it"),
        Column("reason", "VARCHAR", "why"),
        Column("evidence", "VARCHAR", "where that can be seen"),
        Column("reviewed", "VARCHAR", "when it was reviewed"),
    ),
    ("correction", "snapshot_id"),
    ("correction", "snapshot_id"),
)
TABLES = (
    DELAYS,
    EMERGENCY_CARE,
    POPULATION,
    OUTCOMES,
    DISCHARGE_DAILY,
    DISCHARGE,
    SNAPSHOTS,
    PUBLICATIONS,
    AREAS,
    ORGANISATIONS,
    MEMBERSHIPS,
    AREA_CHANGES,
    MONTHS,
    TRUST_DELAYS,
    DISCHARGE_READY,
    BEDS,
    BOUNDARIES,
    AREA_GROUPS,
    CORRECTIONS,
)
# Tables of facts begin alike, so that every row names the file that it is from.
FACTS = tuple(table for table in TABLES if table.columns[: len(SPINE)] == tuple(SPINE))
TABLE_BY_NAME = {table.name: table for table in TABLES}
MARTS = (
    "population_adults",
    "delays_current",
    "denominators",
    "england_check",
    "emergency_current",
    "emergency_areas",
    "emergency_check",
    "outcomes_current",
    "discharge_daily_current",
    "discharge_current",
)
