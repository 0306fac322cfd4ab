"""Every sheet of the upload workbook in its order; templates, readers and tables are made from this."""

from domain.local.measure_sheets import INDICATORS_SHEET, LINKS, OBSERVATIONS, TARGETS
from domain.local.plan_sheets import OUTPUTS, SCHEMES, SPEND_LINES
from domain.local.record_sheets import COMMENTARY, DECISIONS, EVENTS

SHEETS = (
    SCHEMES,
    SPEND_LINES,
    OUTPUTS,
    INDICATORS_SHEET,
    LINKS,
    OBSERVATIONS,
    TARGETS,
    EVENTS,
    COMMENTARY,
    DECISIONS,
)
SHEET_BY_NAME = {sheet.name: sheet for sheet in SHEETS}
