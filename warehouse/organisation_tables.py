"""Tables of NHS organisations: who they are, and where each provider belonged as each file printed it."""

from warehouse.table import Column, Table

ORGANISATIONS = Table(
    "organisations",
    "NHS regions, integrated care boards and providers, as learnt from the publications and the NHS directory",
    (
        Column("code", "VARCHAR", "NHS organisation code as published"),
        Column("name", "VARCHAR", "name as people write it"),
        Column("kind", "VARCHAR", "nhs_region, icb or provider"),
        Column("region_code", "VARCHAR", "code of the NHS region it lies in, as last published"),
        Column("icb_code", "VARCHAR", "code of the integrated care board it lies in, as last published"),
        Column("first_period", "VARCHAR", "first month in which a publication names it, YYYY-MM"),
        Column("last_period", "VARCHAR", "last month in which a publication names it, YYYY-MM"),
        Column("published_name", "VARCHAR", "name as a publication last wrote it"),
        Column("successor_code", "VARCHAR", "code of the organisation that took it over, where it ended"),
        Column("valid_from", "VARCHAR", "day on which it opened, where the directory says"),
        Column("valid_to", "VARCHAR", "day on which it closed, where it did"),
        Column("flag", "VARCHAR", "what is unusual about its code; empty as a rule"),
    ),
    ("code",),
    ("kind", "code"),
)
MEMBERSHIPS = Table(
    "memberships",
    "NHS region and integrated care board of each provider, by file and month, as printed there",
    (
        Column("source", "VARCHAR", "id of the publication"),
        Column("code", "VARCHAR", "NHS organisation code of the provider"),
        Column("period", "DATE", "first day of the month"),
        Column("region_code", "VARCHAR", "code of its NHS region; NULL where the file prints none we know"),
        Column("icb_code", "VARCHAR", "code of its integrated care board; NULL where the file prints none"),
        Column("snapshot_id", "VARCHAR", "the file it was read from"),
    ),
    ("source", "code", "period", "snapshot_id"),
    ("code", "period"),
)
