"""Claims of reports as they stand on the page: an overview, then each with its computations and its verdict.

A verdict is words with a shape beside them; the shape never stands alone and colour means nothing.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import dcc, html

from analysis.claims import AGREES, DIFFERS, FITS, NEAR, Checked, Line
from components import tables, text
from components.tables import Column, Table
from domain import periods
from domain.claims import claim as kinds

SHAPES = {
    kinds.HOLDS: "holds",
    kinds.NEARLY: "nearly",
    kinds.ONLY: "only",
    kinds.OTHER: "other",
    kinds.FAILS: "fails",
    kinds.REDRAWN: "redrawn",
    kinds.QUOTED: "quoted",
    kinds.NOT_HELD: "quoted",
    kinds.OFFICIAL_ONLY: "quoted",
}
# Beside what a claim's own words give: the other readings that its verdict speaks of.
BESIDE = {kinds.OTHER: ("What fits: ", (AGREES, NEAR)), kinds.ONLY: ("What differs: ", (DIFFERS,))}
CSV = "/export/methods-claims.csv"
COLUMNS = (
    Column("reading", "Measure, area and window", kind="text"),
    Column("computed", "Computed"),
    Column("fits", "Against the claim", kind="text"),
    Column("now", "Later"),
    Column("then", "Earlier"),
)


def shape(verdict: str) -> html.Span:
    """A verdict in words with its shape."""
    image = html.Img(src=f"/assets/verdict-{SHAPES[verdict]}.svg", width=20, height=20, alt="")
    return html.Span([image, html.Span(kinds.VERDICTS[verdict])], className="verdict")


def overview(found: Sequence[Checked], *, numbers: bool) -> html.Div:
    """Every claim with its verdict in one table; the claim leads to its computations."""
    head = ["Claim", "Verdict", "What its words give: value, measure, window" if numbers else "Claimed by"]
    rows = []
    for one in found:
        name = [html.A(one.claim.title, href=f"#{place(one)}"), html.Br(), words(one)] if numbers else one.claim.title
        last = _own(one) if numbers else f"{one.claim.source}, {one.claim.dated}"
        rows.append(html.Tr([html.Th(name, scope="row"), html.Td(shape(one.verdict)), html.Td(last)]))
    caption = "Claims of reports and what the figures say"
    table = html.Table(
        [
            html.Caption(html.Span(caption)),
            html.Thead(html.Tr([html.Th(one, scope="col") for one in head])),
            html.Tbody(rows),
        ]
    )
    return html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": caption})


def place(one: Checked) -> str:
    """Address of a claim on its page."""
    return f"claim-{one.claim.id}"


def words(one: Checked) -> str:
    """A claim as it was put: its own words between quotation marks, or ours."""
    return f"‘{one.claim.words}’" if one.claim.quoted else one.claim.words


def _own(one: Checked) -> list[Any]:
    """What the claim's own words give, a line for each measure; then what fits instead, or what does not."""
    own = [line for line in one.lines if line.literal and line.then[0]]
    if not own:
        return ["no file held can check it"]
    prefix, wanted = BESIDE.get(one.verdict, ("", ()))
    others = [line for line in one.lines if not line.literal and line.fits in wanted]
    return [_said("", line) for line in own] + [_said(prefix, line) for line in others]


def _said(prefix: str, line: Line) -> html.Div:
    return html.Div([prefix, html.B(computed(line)), f" {line.reading}, {_window(line)}"])


def draw(one: Checked) -> html.Section:
    """A claim: its words, who said it, the verdict, the computations and what to know beside them."""
    claim = one.claim
    ours = "" if claim.quoted else ". (In our words.)"
    children: list[Any] = [
        html.H3(claim.title),
        html.P(words(one) + ours, className="said"),
        html.P(f"{claim.source}, {claim.dated}", className="meta"),
        html.P(shape(one.verdict)),
    ]
    if one.lines:
        rows = tuple(_row(line) for line in one.lines)
        about = Table(f"computations of {claim.title}", f"{claim.title}: computed from the files", COLUMNS, rows)
        children.append(html.Div(tables.draw(about, label=about.caption), className="small-table"))
    children += [html.P(claim.note, className="note"), *_files(one)]
    if claim.link:
        children.append(html.P(dcc.Link("Open this window on the national page", href=claim.link)))
    return html.Section(children, id=place(one), className="claim anchored", tabIndex=-1)


def _row(line: Line) -> tuple[str, ...]:
    reading = line.reading if line.literal else f"{line.reading} (another reading)"
    window = f": {_window(line)}" if line.now[0] else ""
    fits = FITS.get(line.fits, "")
    later, earlier = _value(line.value_now, line.unit), _value(line.value_then, line.unit)
    return (reading + window, computed(line), fits, later, earlier)


def _window(line: Line) -> str:
    return f"{_stretch(*line.now)} against {_stretch(*line.then)}"


def _stretch(start: str, end: str) -> str:
    """Months in their short form: ``Jan 2018``, ``Jan to Dec 2017``, ``Feb 2017 to Jan 2018``."""
    last = periods.short_label(end).replace(" ", text.NBSP)
    if start == end:
        return last
    first = periods.short_label(start).replace(" ", text.NBSP)
    return f"{first.split(text.NBSP)[0] if start[:4] == end[:4] else first} to {last}"


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return "–" if not unit else "not held"
    return text.decimal(value, 1) if unit == "people per day" else text.whole(value)


def computed(line: Line) -> str:
    """The result with its sign and unit, exact enough to be compared with the claim."""
    if line.computed is None:
        return "not held"
    if not line.then[0]:
        return f"{text.decimal(line.computed, 1)}{text.NBSP}%"
    sign = "+" if line.computed > 0 else ""
    if line.computed_unit == "%":
        return f"{sign}{text.decimal(line.computed, 2)}{text.NBSP}%"
    return f"{sign}{text.whole(line.computed)}"


def _files(one: Checked) -> list[Any]:
    found: dict[str, None] = {}
    for line in one.lines:
        if line.files:
            issued = text.join([text.day(date.fromisoformat(one)) for one in line.vintage.split(", ")])
            found.setdefault(f"{'; '.join(line.files)} (issued {issued})")
    return [html.P(f"Files: {'; '.join(found)}.", className="src note")] if found else []
