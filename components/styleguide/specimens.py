"""Invented specimens: a series, a panel, a verdict of every kind, a table with every kind of missing value."""

from analysis import spc
from components.chart_panel import Panel
from components.figures.control import control_chart
from components.figures.control_view import Control
from components.tables import Column, Table
from domain import breaks, periods

MONTHS = periods.span("2015-04", "2019-03")
VALUES = {
    month: 40.0 + 0.3 * (place * 7 % 11) + (14 if place == 30 else 0)
    for place, month in enumerate(MONTHS)
    if place != 20
}
CHART = spc.chart([VALUES.get(month) for month in MONTHS[12:]])
TABLE = Table(
    "kinds of value",
    "A table with every kind of value (invented)",
    (
        Column("period", "Month", kind="month"),
        Column("people", "People a day", 1),
        Column("change", "Change", kind="change"),
        Column("status", "Status", kind="text"),
    ),
    (
        ("2018-11", 41.25, 0.031, "published"),
        ("2018-12", 0.0, -1.0, "published: a true zero"),
        ("2019-01", "not submitted", "not submitted", "no return was sent"),
        ("2019-02", "suppressed", "suppressed", "1 to 7 people"),
        ("2019-03", None, None, "no file is held"),
        ("2019-04", 38.5, -0.067, "revised"),
    ),
    ("Missing, not submitted, suppressed and zero are four things.",),
)
VERDICTS = (
    ("common", "No change seen", "Ordinary variation from month to month."),
    ("improving", "Improving: lower", "Unlikely to be chance."),
    ("worsening", "Worsening: higher", "Unlikely to be chance."),
    ("higher", "Higher than usual", "Unlikely to be chance; neither way is good or bad."),
    ("lower", "Lower than usual", "Unlikely to be chance; neither way is good or bad."),
    ("direction", "Direction only", "Months are not independent, so no icon is given."),
    ("none", "No stable level", "More than half of the months meet a rule."),
)
COLOURS = (
    ("ink", "Ink", "text, totals, the wall"),
    ("ink-2", "Quiet ink", "method lines, sources"),
    ("context", "Context", "context lines, control edges"),
    ("link", "Link", "links and buttons"),
    ("main", "Main", "the NHS, or the one series"),
    ("accent", "Accent", "the one thing a chart is about; shapes only"),
    ("limits", "Limits", "between the limits; decoration with words beside it"),
    ("amber-edge", "Amber edge", "demonstration data"),
)
SIZES = (
    ("36 px", "h1", "Delays fell 12 % to March 2019"),
    ("28 px", "h2", "Where one month says little"),
    ("22 px", "lead", "41 people were delayed on an average day."),
    ("16 px", "body", "Both are true at once; neither is said to cause the other."),
    ("14 px", "method", "Source, unit, vintage and build."),
)
RUNNING = {
    "doing": "fetching",
    "builds": ["one"],
    "sources": {
        "a national series": {"state": "done", "found": 1, "fetched": 1},
        "monthly workbooks": {"state": "fetching", "found": 92, "fetched": 40},
    },
}


def panel() -> Panel:
    """A control chart with an event, a gap and a point outside the limits."""
    figure = control_chart(
        Control(
            name="Quillshire",
            months=MONTHS,
            values=VALUES,
            limited=MONTHS[12:],
            chart=CHART,
            marks=breaks.between(MONTHS[0], MONTHS[-1]),
        )
    )
    rows = tuple((month, VALUES.get(month), None, "") for month in MONTHS)
    return Panel(
        "styleguide-panel",
        finding="The title is the finding, in one sentence with its month",
        subtitle="What is drawn, where, in which unit, over which months.",
        figure=figure,
        table=Table("the specimen", "An invented series", TABLE.columns, rows),
        source="Source: invented for the style guide.",
        csv="/export/home-delays.csv",
        kick="A kicker says which part of the page this is",
        note="A note says what limits the reading: gaps, phases, estimated months.",
    )
