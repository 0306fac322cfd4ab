"""The partnership's workbooks: two that were accepted, and one that must not be."""

from datetime import UTC, datetime

from domain.demonstration import SEED
from etl.demo.partnership.claims import LINKS, TARGETS
from etl.demo.partnership.decisions import DECISIONS
from etl.demo.partnership.measures import INDICATORS
from etl.demo.partnership.money import SPEND_LINES
from etl.demo.partnership.observations import observations
from etl.demo.partnership.outputs import outputs
from etl.demo.partnership.place import ABOUT, S
from etl.demo.partnership.record import COMMENTARY, EVENTS
from etl.demo.partnership.rows import row
from etl.demo.partnership.schemes import SCHEMES
from etl.local.upload import About, Rows

FIRST_DAY, SECOND_DAY = datetime(2019, 4, 11, 9, 30, tzinfo=UTC), datetime(2019, 4, 25, 14, 10, tzinfo=UTC)


def uploads(seed: int = SEED) -> list[tuple[About, Rows, datetime]]:
    """Whose, the rows by sheet, and when each was accepted: the whole workbook, then a revision of the values."""
    whole: Rows = {
        "schemes": SCHEMES,
        "spend_lines": SPEND_LINES,
        "outputs": outputs(seed),
        "indicators": INDICATORS,
        "links": LINKS,
        "observations": observations(seed, revised=False),
        "targets": TARGETS,
        "events": EVENTS,
        "commentary": COMMENTARY,
        "decisions": DECISIONS,
    }
    revision: Rows = {"observations": observations(seed, revised=True)}
    return [(ABOUT, whole, FIRST_DAY), (ABOUT, revision, SECOND_DAY)]


def faulty() -> tuple[About, Rows]:
    """A workbook that must not be accepted: 540 per cent of assessments started within 48 hours."""
    values = [(54.2, "2018-12"), (540.0, "2019-01"), (55.1, "2019-02")]
    rows = (row("observations", indicator_id="I11", area_code=S, period=month, value=value) for value, month in values)
    return ABOUT, {"observations": tuple(rows)}
