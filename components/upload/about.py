"""The words of the upload page: what it takes, what each sheet is for, the minimum set, admissions by council."""

from typing import Any

from dash import html

from domain.local.sheets import SHEETS

LEAD = (
    "Take the workbook, fill in what you have, and check it here. You see what would change before you confirm; it is "
    "visible within seconds, and every upload can be taken back."
)
MINIMUM = (
    ("under £100,000", "one indicator at any level", "not asked for"),
    ("from £100,000", "indicators at two levels", "not asked for"),
    ("from £500,000", "indicators at all three levels", "planned and delivered"),
)
BEFORE = (
    "24 months of values before the start give evidence that can say more than ‘cannot tell’. Months and quarters are "
    "both read: say which on the line of the indicator. A council may bring its spend lines without any scheme."
)


def take() -> html.Section:
    """The template, and each of its sheets as CSV."""
    sheets = [
        html.Li([html.A(f"{one.title} (CSV)", href=f"/upload/template/{one.name}.csv"), f": {one.doc}"])
        for one in SHEETS
    ]
    return html.Section(
        [
            html.H2("1. Take the workbook"),
            html.P("One workbook with drop-downs, an example row on every sheet and a checklist."),
            html.P(html.A("Download the workbook (XLSX)", href="/upload/template.xlsx", className="btn")),
            html.Details([html.Summary("Each sheet as CSV"), html.Ul(sheets, className="plain")]),
            html.H3("How much is enough"),
            _minimum(),
            html.P(BEFORE, className="note"),
            *_admissions(),
        ],
        className="sec stack",
    )


def _minimum() -> html.Div:
    heads = ("Money of a scheme in its largest year", "Indicators", "Outputs")
    head = html.Tr([html.Th(words, scope="col") for words in heads])
    body = [html.Tr([html.Th(first, scope="row"), *(html.Td(words) for words in rest)]) for first, *rest in MINIMUM]
    caption = html.Caption(html.Span("The minimum set by size of scheme; a check says what is missing"))
    table = html.Table([caption, html.Thead(head), html.Tbody(body)])
    return html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": "The minimum set"})


def _admissions() -> list[Any]:
    words = (
        "No national file has emergency admissions by council. Bring non-elective admissions of your residents by "
        "month or quarter, as you report them for your Health and Wellbeing Board: copy the example ‘NEA’ of the sheet "
        "Indicators (a count for each calendar day, at strategic level), and one row a month in Observations."
    )
    return [html.H3("Emergency admissions of your council"), html.P(words)]


def kept(who: str) -> html.Section:
    """What is kept, what is shown, who may upload, and the command line."""
    points = [
        "A sheet with rows replaces that sheet of the place; a sheet without rows leaves what is held as it is.",
        "A decision or a comment that is recorded from the page of its scheme is added to the record by itself.",
        "Every accepted file is kept as it came, with its fingerprint, the role that uploaded it and the time. "
        "Sign with roles, never with names of people.",
        "Local figures never overwrite national ones: they are kept in a build of their own.",
        "Small counts of people are protected when shown: 1 to 7 are suppressed, others rounded to the nearest 5. "
        "The exact ones stay in the files that are kept.",
        "Files with macros, links to other files or more than 20 MB are refused.",
    ]
    command = html.P(
        ["The same from a terminal: ", html.Code("python -m etl local check FILE"), ", ", html.Code("upload FILE"), "."]
    )
    return html.Section(
        [html.H2("What is kept, and who may upload"), html.Ul([html.Li(one) for one in points]), html.P(who), command],
        className="sec stack",
    )
