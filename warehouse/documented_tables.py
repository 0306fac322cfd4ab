"""Tables of trusts' delays, the discharge ready date, beds, editions of the boundaries and groups of areas."""

from warehouse.table import SPINE, SPINE_KEY, Column, Table

TRUST_DELAYS = Table(
    "trust_delays",
    "Delayed days by trust: whole trusts (workbooks) and trust by council (extracts, pairs without delays left out)",
    (
        *SPINE,
        Column("council_code", "VARCHAR", "ONS or NHS code of the council, or all for a whole trust"),
        Column("body", "VARCHAR", "nhs, social_care, both or all"),
        Column("reason", "VARCHAR", "A to O, or all"),
        Column("care_type", "VARCHAR", "acute, non_acute or all"),
    ),
    (*SPINE_KEY, "council_code", "body", "reason", "care_type"),
    ("council_code", "period", "area_code", "reason", "body"),
)
DISCHARGE_READY = Table(
    "discharge_ready",
    "Time from the discharge ready date to discharge: people, shares, bed days and averages, by band of delay",
    (*SPINE, Column("data_source", "VARCHAR", "the returns that it comes from, as printed")),
    SPINE_KEY,
    ("measure", "area_code", "period"),
)
BEDS = Table(
    "beds",
    "Beds open overnight, available and occupied on an average day of a quarter",
    (*SPINE, Column("sector", "VARCHAR", "all, general_acute, learning_disabilities, maternity or mental_illness")),
    (*SPINE_KEY, "sector"),
    ("measure", "sector", "area_code", "period"),
)
BOUNDARIES = Table(
    "boundaries",
    "Counties and unitary authorities of each edition of the ONS boundaries, with their centres",
    (
        Column("edition", "VARCHAR", "year of the edition"),
        Column("area_code", "VARCHAR", "ONS code"),
        Column("area_name", "VARCHAR", "name"),
        Column("longitude", "DOUBLE", "of the centre, where given"),
        Column("latitude", "DOUBLE", "of the centre, where given"),
        Column("snapshot_id", "VARCHAR", "the file it was read from"),
    ),
    ("edition", "area_code", "snapshot_id"),
    ("edition", "area_code"),
)
AREA_GROUPS = Table(
    "area_groups",
    "Changes of councils and boards: one row for each code of a change, and what can be compared across it",
    (
        Column("changed_on", "DATE", "first day of the new areas"),
        Column("area_type", "VARCHAR", "council or icb"),
        Column("kind", "VARCHAR", "recoded, merged, divided or redrawn"),
        Column("side", "VARCHAR", "before or after"),
        Column("area_code", "VARCHAR", "the code"),
        Column("area_name", "VARCHAR", "its name"),
        Column("group_code", "VARCHAR", "first new code of the change, which names it"),
        Column("alone", "BOOLEAN", "whether this code's own figures go on across the change"),
        Column("comparable", "VARCHAR", "what may be compared, in words"),
        Column("confirmed", "BOOLEAN", "whether an order or the publisher has confirmed it"),
    ),
    ("changed_on", "group_code", "side", "area_code"),
    ("changed_on", "group_code", "side", "area_code"),
)
