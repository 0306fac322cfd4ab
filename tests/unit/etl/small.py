"""Small publications in the publishers' layouts: three councils and a few days, so that sums can be done by head.

Rows of a council sheet: header 14, England 15, Ambermoor 17, Quillshire 18, Saltmarrow 19, residents outside 20-22.
Columns of the sheet by responsible body from July 2015: region B, ONS code C, code D, name E, NHS F, social care G,
both H, total I and, from April 2017, the same as DTOC beds in K to N.
"""

from etl.demo import council_workbooks, nomis, series_workbooks
from etl.demo.councils import councils
from etl.sources import dtoc_councils, population
from tests.unit.etl import sheets

QUILLSHIRE, AMBERMOOR, SALTMARROW = councils()[:3]
BODY, CARE, REASON = "LA - by responsible org", "LA - by type of care", "LA - by reason"
OLD_CARE = "LA - by Type of Care"
ERAS = ("2015-04", "2015-07", "2017-04", "2018-01")

CELLS = {
    AMBERMOOR: {("acute", "A", "nhs"): 60, ("acute", "E", "social_care"): 40, ("non_acute", "DII", "both"): 10},
    QUILLSHIRE: {("acute", "C", "nhs"): 300, ("non_acute", "E", "social_care"): 200, ("acute", "A", "both"): 50},
    SALTMARROW: {("acute", "G", "nhs"): 90, ("acute", "DI", "social_care"): 70, ("non_acute", "F", "both"): 5},
}


def council_workbook(month="2018-01", *, absent=()):
    """Bytes of a council workbook; councils in ``absent`` sent no return."""
    figures = {council: None if council in absent else cells for council, cells in CELLS.items()}
    return council_workbooks.workbook(month, figures)


def council_sheets(month="2018-01", *, absent=()):
    return sheets.read(council_workbook(month, absent=absent))


def read_councils(book):
    """Parse and check a council workbook given as sheets or bytes."""
    parsed = dtoc_councils.parse(book if isinstance(book, bytes) else sheets.write(book))
    dtoc_councils.check(parsed)
    return parsed


def days(parsed, nhs_code, *, body="all", reason="all", care="all"):
    """The one value of a council in a parsed workbook (``England`` has an empty code)."""
    table = parsed.tables["delays"]
    rows = zip(table["nhs_code"], table["body"], table["reason"], table["care_type"], table["value"], strict=True)
    found = [value for *key, value in rows if key == [nhs_code, body, reason, care]]
    assert len(found) == 1, found
    return found[0]


MONTHS = ("2017-12", "2018-01", "2018-02", "2018-03")


def series_cells():
    """England's days by type of care, reason and body in four months."""
    months = {}
    for place, month in enumerate(MONTHS):
        months[month] = {
            ("acute", "A", "nhs"): 1000 + place,
            ("acute", "E", "social_care"): 700,
            ("acute", "C", "nhs"): 40,
            ("non_acute", "A", "both"): 300,
            ("non_acute", "O", "nhs"): 5,
        }
    return months


def series_workbook():
    return series_workbooks.delays_workbook(series_cells())


def population_answer(year=2018, *, of=(QUILLSHIRE, AMBERMOOR, SALTMARROW)):
    """Nomis's answer for one year, as text."""
    return nomis.answers(of)[population.year_address(year, nomis.GEOGRAPHY)].decode()
