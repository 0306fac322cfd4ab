"""A small valid upload, its workbook, and ways to change a cell of it."""

import io

import openpyxl

from domain.local.sheets import SHEET_BY_NAME
from etl.demo.partnership.rows import row
from etl.local import rules, template
from etl.local.parse import parse
from etl.local.upload import About

CODE = "E10999001"
AREAS = {"e10999001": CODE, "quillshire": CODE}
ABOUT = About("Quillshire", (CODE,), "2019-04", "performance analyst")
ROWS = {
    "schemes": (
        row("schemes", scheme_id="S1", name="Weekend team", area_code=CODE, stage="discharge",
            demand_flag="meets_demand", payer="council", planned_start="2017-09", actual_start="2017-11"),
        row("schemes", scheme_id="S2", name="Falls team", area_code=CODE, stage="tier_1",
            demand_flag="manages_demand", payer="nhs", gains="nhs, person", planned_start="2018-04"),
    ),
    "spend_lines": (
        row("spend_lines", line_id="B1", scheme_id="S1", name="Staff", version="plan", year="2018-19", amount=90000),
        row("spend_lines", line_id="B2", name="Packages", version="plan", year="2018-19", amount=7200000),
    ),
    "outputs": (
        row("outputs", scheme_id="S1", period="2018-04", planned=120, actual=113),
        row("outputs", scheme_id="S1", period="2018-19 Q2", planned=360),
    ),
    "indicators": (
        row("indicators", indicator_id="I1", name="Weekend discharges", level="operational", kind="count",
            unit="discharges", good="up", frequency="month", exposure="weekend_day", counts_people="yes"),
        row("indicators", indicator_id="I2", name="Started in time", level="operational", kind="proportion",
            unit="per cent", good="up", frequency="quarter", counts_people="yes"),
        row("indicators", indicator_id="I3", name="Delays", level="strategic", kind="rate", unit="days", good="down",
            frequency="month", national="dtoc_days"),
    ),
    "links": (
        row("links", scheme_id="S1", indicator_id="I1", role="outcome", is_primary="yes", expected=40, lag=0),
        row("links", scheme_id="S1", indicator_id="I2", role="process"),
    ),
    "observations": (
        row("observations", indicator_id="I1", area_code=CODE, period="2018-04", value=29),
        row("observations", indicator_id="I2", area_code=CODE, period="2018-19 Q1", numerator=29, denominator=116),
        row("observations", indicator_id="I1", area_code=CODE, period="2018-05", not_submitted="yes"),
    ),
    "targets": (
        row("targets", indicator_id="I1", area_code=CODE, period="2018-19", kind="plan", change_pct=-0.8),
    ),
    "events": (row("events", date="2017-03-08", text="Grant announced"),),
    "commentary": (
        row("commentary", commentary_id="N1", scheme_id="S1", period="2018-12", role="lead", side="council",
            text="Recruitment was\ncomplete."),
    ),
    "decisions": (
        row("decisions", decision_id="D1", scheme_id="S1", state="proposed", decision="change", date="2019-05-16",
            reason="Numbers fell", alternative="Go on", role="discharge lead"),
    ),
}  # fmt: skip


def book(rows=None, about=ABOUT) -> bytes:
    """The workbook of some rows."""
    return template.workbook(about, ROWS if rows is None else rows)


def edited(change, data: bytes | None = None) -> bytes:
    """The workbook after a change through openpyxl."""
    opened = openpyxl.load_workbook(io.BytesIO(data or book()))
    change(opened)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def address(sheet: str, field: str, place: int = 0) -> str:
    """Cell of a field of the row at a place."""
    column = 2 + [one.name for one in SHEET_BY_NAME[sheet].fields].index(field)
    return f"{openpyxl.utils.get_column_letter(column)}{template.FIRST + 1 + place}"


def put(sheet: str, field: str, value, place: int = 0, form: str | None = None) -> bytes:
    """The workbook with one cell changed."""

    def change(opened):
        cell = opened[SHEET_BY_NAME[sheet].title][address(sheet, field, place)]
        cell.value = value
        if form:
            cell.number_format = form

    return edited(change)


def problems(data: bytes, name: str = "book.xlsx", held=None):
    """The draft of a file and everything wrong with it."""
    draft = parse(data, name, AREAS)
    return draft, [*draft.problems, *rules.check(draft, held or {})]


def errors(data: bytes, name: str = "book.xlsx", held=None):
    return [one for one in problems(data, name, held)[1] if one.level == "error"]
