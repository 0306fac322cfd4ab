"""The upload workbook, made from the declared sheets: drop-downs, what goes in, an example row, a checklist.

The same writer fills it with rows: what a place holds can be taken away, changed and uploaded again.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from domain.local.examples import EXAMPLES
from domain.local.field import CHOICE, MONEY, NUMBER, WHOLE, Field, Sheet
from domain.local.sheets import SHEET_BY_NAME, SHEETS
from etl.local.upload import About, Rows

HEADER, FIRST = 3, 7  # 0-based rows of the headings and of the first row to fill in
ROWS = 5_000  # for which drop-downs are set
CHECKLIST = (
    ("What", "Who", "Needed for"),
    ("One line for each scheme", "everybody", "the register"),
    ("One indicator, at any level", "schemes under £100,000", "a verdict"),
    ("Indicators at two levels", "schemes from £100,000", "a verdict a level"),
    ("Indicators at three levels and outputs against plan", "schemes from £500,000", "the chain of effect"),
    ("24 months of values before the start", "every monthly outcome", "evidence that can say more than 'cannot tell'"),
    ("Expected change and lag, written down before values are seen", "every outcome", "the verdict 'working'"),
    ("A balancing indicator", "every scheme that moves people on", "seeing what gets worse elsewhere"),
    ("Plan, forecast and outturn of each line of money", "everybody", "slippage and shares of spend"),
    ("Local non-elective admissions by month", "every council", "admissions, which no national file has by council"),
)


def workbook(about: About | None = None, rows: Rows | None = None) -> bytes:
    """The template; with what is held filled in, where it is given. The same input gives the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {"title": "Interface Monitor: schemes and indicators", "created": datetime(2026, 1, 1, tzinfo=UTC)}
    )
    styles = _styles(book)
    _about(book.add_worksheet("About"), about, styles)
    _checklist(book.add_worksheet("Checklist"), styles)
    lists = _lists()
    for sheet in SHEETS:
        _sheet(book.add_worksheet(sheet.title), sheet, (rows or {}).get(sheet.name, ()), styles, lists)
    _write_lists(book.add_worksheet("Lists"), lists, styles)
    book.close()
    return out.getvalue()


def _styles(book: xlsxwriter.Workbook) -> dict[str, Format]:
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "must": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF4"}),
        "doc": book.add_format({"italic": True, "text_wrap": True, "valign": "top", "font_color": "#4A5560"}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _about(sheet: Worksheet, about: About | None, styles: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 48)
    sheet.set_column(2, 2, 70)
    sheet.write_string(0, 0, "Schemes and indicators: upload workbook", styles["title"])
    lines = [
        ("Place", about.place_name if about else "", "Name of the council or partnership"),
        ("Councils", ", ".join(about.area_codes) if about else "", "Codes or names of its councils, by commas"),
        ("Seen as at", about.as_at if about else "", "Month from which things are overdue or due, such as 2019-04"),
        ("Uploaded by", about.role if about else "", "A role such as 'performance analyst', never a name"),
    ]
    for number, (label, answer, doc) in enumerate(lines, 2):
        sheet.write_string(number, 0, label, styles["must"])
        sheet.write_string(number, 1, answer, styles["plain"])
        sheet.write_string(number, 2, doc, styles["doc"])
    notes = (
        "Fill in what you have. A sheet with rows replaces all rows of that sheet for the place;",
        "a sheet without rows leaves what is held as it is. Rows that would go are shown before you confirm.",
        "Headings with a shaded ground must be filled in.",
        "Rows that begin with 'Example' or 'What goes in' are not read.",
        "Nothing is published until you have seen the difference and confirmed it; every upload can be undone.",
        "Small counts of people are protected when shown: 1 to 7 are suppressed, others rounded to the nearest 5.",
    )
    for number, note in enumerate(notes, len(lines) + 3):
        sheet.write_string(number, 0, note)


def _checklist(sheet: Worksheet, styles: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, 62)
    sheet.set_column(1, 2, 42)
    for number, line in enumerate(CHECKLIST):
        for column, text in enumerate(line):
            sheet.write_string(number, column, text, styles["head" if not number else "plain"])


def _lists() -> dict[str, tuple[str, ...]]:
    """Ids of every closed list, by sheet and field."""
    return {
        f"{sheet.name}.{field.name}": tuple(field.choices)
        for sheet in SHEETS
        for field in sheet.fields
        if field.kind == CHOICE
    }


def _write_lists(sheet: Worksheet, lists: Mapping[str, Sequence[str]], styles: Mapping[str, Format]) -> None:
    for column, (name, values) in enumerate(lists.items()):
        labels = _field(name).choices
        sheet.write_string(0, 2 * column, name, styles["head"])
        sheet.write_string(0, 2 * column + 1, "meaning", styles["head"])
        for number, value in enumerate(values, 1):
            sheet.write_string(number, 2 * column, value)
            sheet.write_string(number, 2 * column + 1, labels[value])


def _field(name: str) -> Field:
    sheet, _, field = name.partition(".")
    return SHEET_BY_NAME[sheet].by_name[field]


def _sheet(
    out: Worksheet,
    sheet: Sheet,
    rows: Sequence[Mapping[str, Any]],
    styles: Mapping[str, Format],
    lists: Mapping[str, Sequence[str]],
) -> None:
    out.write_string(0, 0, sheet.title, styles["title"])
    out.write_string(1, 0, sheet.doc)
    out.set_column(0, 0, 14)
    out.freeze_panes(HEADER + 1, 2)
    out.write_string(HEADER, 0, "Row", styles["head"])
    out.write_string(HEADER + 1, 0, "What goes in", styles["doc"])
    examples = EXAMPLES[sheet.name]
    for number in range(len(examples)):
        out.write_string(HEADER + 2 + number, 0, "Example", styles["doc"])
    for column, field in enumerate(sheet.fields, 1):
        out.set_column(column, column, 34 if field.kind == "long" else 24 if field.kind == "text" else 16)
        out.write_string(HEADER, column, field.label, styles["must" if field.required else "head"])
        out.write_string(HEADER + 1, column, field.doc, styles["doc"])
        for number, example in enumerate(examples, HEADER + 2):
            _cell(out, (number, column), field, example.get(field.name), styles["doc"])
        _drop_down(out, sheet, field, column, lists)
        for number, row in enumerate(rows, FIRST):
            _cell(out, (number, column), field, row.get(field.name), styles["plain"])


def _cell(out: Worksheet, at: tuple[int, int], field: Field, value: Any, style: Format) -> None:
    if value is None or value == "":
        return
    if field.kind in (NUMBER, MONEY, WHOLE) and not isinstance(value, str):
        out.write_number(*at, value, style)
    else:
        out.write_string(*at, str(value), style)


def _drop_down(out: Worksheet, sheet: Sheet, field: Field, column: int, lists: Mapping[str, Sequence[str]]) -> None:
    """A list of choices, or of the rows of the sheet that a field refers to; other texts are told, not refused."""
    source = ""
    if field.kind == CHOICE:
        name = f"{sheet.name}.{field.name}"
        letter = xl_col_to_name(2 * list(lists).index(name))
        source = f"=Lists!${letter}$2:${letter}${len(lists[name]) + 1}"
    elif field.refers:
        other, _, name = field.refers.partition(".")
        letter = xl_col_to_name(1 + [one.name for one in SHEET_BY_NAME[other].fields].index(name))
        source = f"='{SHEET_BY_NAME[other].title}'!${letter}${FIRST + 1}:${letter}${ROWS}"
    if source:
        out.data_validation(
            FIRST,
            column,
            ROWS,
            column,
            {"validate": "list", "source": source, "error_type": "warning", "ignore_blank": True},
        )
