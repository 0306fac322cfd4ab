"""Every table of the local warehouse, declared once: the sheets as shown, and what was computed from exact values.

Small counts of people are protected (METHODS M25) before they are written here: exact small numbers stay in the
uploads and never reach a build that pages read.
"""

from domain.local.field import Sheet
from domain.local.sheets import SHEETS
from warehouse.table import Column, Table

LOCAL_SCHEMA_VERSION = 4
PLACE = Column("place_id", "VARCHAR", "who uploaded it: a council or a partnership of councils")
ALONE = Column("came_alone", "VARCHAR", "upload that the row came with by itself; empty where with a whole sheet")
RECORD = ("commentary", "decisions")  # sheets with a form for one row


def _table(sheet: Sheet) -> Table:
    """The table of a sheet: its fields, and the place they belong to."""
    columns = tuple(Column(field.name, field.sql, field.doc) for field in sheet.fields)
    own = (ALONE,) if sheet.name in RECORD else ()
    return Table(sheet.name, sheet.doc, (PLACE, *columns, *own), ("place_id", *sheet.key), ("place_id", *sheet.key))


PLACES = Table(
    "places",
    "Councils and partnerships that have uploaded",
    (
        PLACE,
        Column("name", "VARCHAR", "name as people write it"),
        Column("area_codes", "VARCHAR", "codes of its councils, separated by spaces"),
        Column("as_at", "VARCHAR", "month from which things are seen, YYYY-MM: overdue and due are told by it"),
        Column("uploaded_at", "TIMESTAMP", "latest upload that counts (UTC)"),
        Column("uploads", "INTEGER", "uploads that count"),
        Column("national_build", "VARCHAR", "national build that effects were computed with"),
    ),
    ("place_id",),
    ("place_id",),
)
UPLOADS = Table(
    "uploads",
    "Every upload that was accepted: who, when, which file, and whether it still counts",
    (
        PLACE,
        Column("upload_id", "VARCHAR", "id"),
        Column("accepted_at", "TIMESTAMP", "when (UTC)"),
        Column("role", "VARCHAR", "who, as a role"),
        Column("file_name", "VARCHAR", "name of the file"),
        Column("sha256", "VARCHAR", "fingerprint of its bytes"),
        Column("sheets", "VARCHAR", "sheets it replaced, separated by spaces"),
        Column("added", "INTEGER", "rows added"),
        Column("changed", "INTEGER", "rows changed"),
        Column("removed", "INTEGER", "rows removed"),
        Column("undone_at", "TIMESTAMP", "when it was taken back, if it was"),
    ),
    ("place_id", "upload_id"),
    ("place_id", "accepted_at"),
)
VALUES = Table(
    "local_values",
    "Values of local indicators as they may be shown: one row for each indicator, area and period",
    (
        PLACE,
        Column("indicator_id", "VARCHAR", "indicator"),
        Column("area_code", "VARCHAR", "council"),
        Column("period", "VARCHAR", "first month, YYYY-MM"),
        Column("frequency", "VARCHAR", "month, quarter or year"),
        Column("value", "DOUBLE", "in the indicator's unit, or NULL"),
        Column("numerator", "DOUBLE", "as shown, or NULL"),
        Column("denominator", "DOUBLE", "as shown, or NULL"),
        Column("margin", "DOUBLE", "95 % margin, or NULL"),
        Column("exposure", "DOUBLE", "days the count is divided by, or NULL"),
        Column("rate", "DOUBLE", "what is charted: value ÷ exposure where there is one, else the value"),
        Column("status", "VARCHAR", "final, provisional, suppressed, not_submitted or revised"),
        Column("shown_as", "VARCHAR", "exact, rounded, suppressed or pooled (a suppressed month inside a quarter)"),
        Column("note", "VARCHAR", "what to know about it"),
        Column("value_before", "DOUBLE", "value of the upload before, where it was revised"),
    ),
    ("place_id", "indicator_id", "area_code", "frequency", "period"),
    ("place_id", "indicator_id", "area_code", "frequency", "period"),
)
SIGNALS = Table(
    "signals",
    "Control limits of local indicators, from exact values: one row for each indicator, area and phase",
    (
        PLACE,
        Column("indicator_id", "VARCHAR", "indicator"),
        Column("area_code", "VARCHAR", "council"),
        Column("first_month", "VARCHAR", "first month of the phase"),
        Column("last_month", "VARCHAR", "last month of the phase"),
        Column("kind", "VARCHAR", "full, trial or none"),
        Column("mean", "DOUBLE", "mean, to three significant figures"),
        Column("lower", "DOUBLE", "lower limit"),
        Column("upper", "DOUBLE", "upper limit"),
        Column("r1", "DOUBLE", "lag-1 autocorrelation"),
        Column("mark", "VARCHAR", "icon, direction or none (METHODS M4)"),
        Column("icon", "VARCHAR", "improving, worsening, higher, lower, common or empty"),
        Column("why", "VARCHAR", "one plain sentence"),
        Column("flagged", "VARCHAR", "months that meet a rule with the rules, as JSON"),
    ),
    ("place_id", "indicator_id", "area_code", "first_month"),
    ("place_id", "indicator_id", "area_code", "first_month"),
)
EFFECTS = Table(
    "effects",
    "What each design says of a scheme and an indicator: an estimate with its interval, or why there is none",
    (
        PLACE,
        Column("scheme_id", "VARCHAR", "scheme"),
        Column("indicator_id", "VARCHAR", "indicator"),
        Column("body", "VARCHAR", "responsible body, or empty"),
        Column(
            "design",
            "VARCHAR",
            "id of the design: ``etl.local.designs``",
        ),
        Column("unit", "VARCHAR", "percent, points or score"),
        Column("estimate", "DOUBLE", "estimate, three significant figures"),
        Column("lower", "DOUBLE", "95 % interval"),
        Column("upper", "DOUBLE", "95 % interval"),
        Column("lower80", "DOUBLE", "80 % interval"),
        Column("upper80", "DOUBLE", "80 % interval"),
        Column("p", "DOUBLE", "of placebo areas"),
        Column("mean_before", "DOUBLE", "mean before"),
        Column("mean_after", "DOUBLE", "mean after"),
        Column("pre_first", "VARCHAR", "first month before the start that was used"),
        Column("pre_last", "VARCHAR", "last month before the start that was used"),
        Column("post_first", "VARCHAR", "first month after the roll-in"),
        Column("post_last", "VARCHAR", "last month used"),
        Column("pre_points", "INTEGER", "values before"),
        Column("post_points", "INTEGER", "values after"),
        Column("refused", "VARCHAR", "why there is no estimate, in words; else empty"),
        Column("details", "VARCHAR", "diagnostics, placebo dates, comparators: JSON"),
    ),
    ("place_id", "scheme_id", "indicator_id", "body", "design"),
    ("place_id", "scheme_id", "indicator_id", "body", "design"),
)
VERDICTS = Table(
    "verdicts",
    "Verdicts (METHODS M21): of each scheme × indicator, of each level, and the line of the scheme",
    (
        PLACE,
        Column("scheme_id", "VARCHAR", "scheme"),
        Column("level", "VARCHAR", "operational, strategic, personal; empty for the scheme's line"),
        Column("indicator_id", "VARCHAR", "indicator; empty for a level's and the scheme's line"),
        Column("body", "VARCHAR", "responsible body, or empty"),
        Column("role", "VARCHAR", "role of the link; empty for a level's and the scheme's line"),
        Column("verdict", "VARCHAR", "not_started … cannot_tell, process_only, substituted, none_registered"),
        Column("reason", "VARCHAR", "reason code"),
        Column("why", "VARCHAR", "a few words that say why, as a register prints them"),
        Column("settle", "VARCHAR", "what would settle it"),
        Column("months", "INTEGER", "months until it can become something else; NULL where never or unknown"),
        Column("rests_on", "VARCHAR", "indicator that a level's line rests on"),
    ),
    ("place_id", "scheme_id", "level", "indicator_id", "body"),
    ("place_id", "scheme_id", "level", "indicator_id", "body"),
)
PROJECTIONS = Table(
    "projections",
    "What the registered design expected without the scheme, month by month, for charts",
    (
        PLACE,
        Column("scheme_id", "VARCHAR", "scheme"),
        Column("indicator_id", "VARCHAR", "indicator"),
        Column("body", "VARCHAR", "responsible body, or empty"),
        Column("period", "VARCHAR", "month YYYY-MM"),
        Column("phase", "VARCHAR", "pre, roll_in, post, left_out"),
        Column("fitted", "DOUBLE", "fitted, or projected without the scheme"),
    ),
    ("place_id", "scheme_id", "indicator_id", "body", "period"),
    ("place_id", "scheme_id", "indicator_id", "body", "period"),
)
PLANS = Table(
    "plans",
    "Every target with what became of it, from exact values (METHODS M23)",
    (
        PLACE,
        Column("indicator_id", "VARCHAR", "indicator"),
        Column("area_code", "VARCHAR", "council"),
        Column("period", "VARCHAR", "period of the target, as written"),
        Column("kind", "VARCHAR", "plan, ambition or benchmark"),
        Column("source", "VARCHAR", "where the target is written"),
        Column("state", "VARCHAR", "met, missed, on_track, off_track or refused"),
        Column("unit", "VARCHAR", "total (a sum over the year) or level (in the indicator's unit)"),
        Column("plan", "DOUBLE", "plan for the period"),
        Column("actual", "DOUBLE", "actual so far"),
        Column("to_date", "DOUBLE", "plan to date, by days and season"),
        Column("over", "DOUBLE", "actual less plan to date"),
        Column("projection", "DOUBLE", "the year at the rate so far"),
        Column("rest_factor", "DOUBLE", "rate that the rest must run at, of the season-adjusted rate so far"),
        Column("needed", "VARCHAR", "by month, at that rate: JSON"),
        Column("change_planned", "DOUBLE", "planned change on the year before, %"),
        Column("change_actual", "DOUBLE", "actual change on the same months of the year before, %"),
        Column("months", "INTEGER", "months held"),
        Column("refused", "VARCHAR", "why there is no number, or what the rest would need"),
    ),
    ("place_id", "indicator_id", "area_code", "period", "kind"),
    ("place_id", "indicator_id", "area_code", "period", "kind"),
)
OUTPUTS = Table(
    "outputs",
    "What a scheme delivered, beside its plan, as it may be shown: small numbers of people are suppressed",
    (
        PLACE,
        Column("scheme_id", "VARCHAR", "scheme"),
        Column("period", "VARCHAR", "2018-04, 2018-19 Q1 or 2018-19"),
        Column("planned", "DOUBLE", "units planned"),
        Column("actual", "DOUBLE", "units delivered, or NULL"),
        Column("shown_as", "VARCHAR", "exact, rounded or suppressed"),
    ),
    ("place_id", "scheme_id", "period"),
    ("place_id", "scheme_id", "period"),
)
DELIVERED = Table(
    "delivered",
    "Units of a scheme delivered and planned over all its periods, from exact numbers",
    (
        PLACE,
        Column("scheme_id", "VARCHAR", "scheme"),
        Column("planned", "DOUBLE", "units planned"),
        Column("actual", "DOUBLE", "units delivered, of people to the nearest 5; NULL where withheld"),
        Column("share", "DOUBLE", "delivered ÷ planned where both are given; NULL without a plan or where withheld"),
    ),
    ("place_id", "scheme_id"),
    ("place_id", "scheme_id"),
)
EXACT = ("observations", "outputs")  # sheets whose rows are not written as they are
SHEET_TABLES = tuple(_table(sheet) for sheet in SHEETS if sheet.name not in EXACT)
COMPUTED = (OUTPUTS, DELIVERED, VALUES, SIGNALS, EFFECTS, VERDICTS, PROJECTIONS, PLANS)
LOCAL_TABLES = (PLACES, UPLOADS, *SHEET_TABLES, *COMPUTED)
LOCAL_BY_NAME = {table.name: table for table in LOCAL_TABLES}
