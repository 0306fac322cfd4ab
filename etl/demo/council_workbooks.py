"""The monthly council workbook in its three layouts: April 2015, July 2015 and April 2017 onwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain import delays, periods
from etl.demo import books, calendar, cells
from etl.demo.cells import Cells
from etl.demo.councils import Council
from etl.demo.figures import MONTHS

OUTSIDE = (("9901", "Resident in Scotland", 4), ("9900", "Resident In Wales", 9), ("9902", "Resident outside GB", 2))
TITLE = "Delayed Transfer of Care, NHS Organisations, England"
_SHORT = {
    "A": "A) COMPLETION OF ASSESSMENT",
    "B": "B) PUBLIC FUNDING",
    "C": "C) WAITING FURTHER NHS NON-ACUTE CARE",
    "DI": "DI) AWAITING RESIDENTIAL HOME PLACEMENT OR AVAILABILITY",
    "DII": "DII) AWAITING NURSING HOME PLACEMENT OR AVAILABILITY",
    "E": "E) AWAITING CARE PACKAGE IN OWN HOME",
    "F": "F) AWAITING COMMUNITY EQUIPMENT AND ADAPTIONS",
    "G": "G) PATIENT OR FAMILY CHOICE",
    "H": "H) DISPUTES",
    "I": "I) HOUSING - PATIENTS NOT COVERED BY NHS AND COMMUNITY CARE ACT",
}
_LONG = {
    "A": "A) Awaiting completion of assessment",
    "B": "B) Awaiting public funding",
    "C": "C) Awaiting further non-acute NHS care",
    "DI": "Di) Awaiting residential home placement or availability",
    "DII": "Dii) Awaiting nursing home placement or availability",
    "E": "E) Awaiting care package in own home",
    "F": "F) Awaiting community equipment and adaptations",
    "G": "G) Patient or family choice",
    "H": "H) Disputes",
    "I": "I) Housing \u2013 patients not covered by NHS and Community Care Act",
    "O": "O) Other",
}
Row = tuple[str, str, str, str, Cells | None]  # region, ONS code, NHS code, name, cells (None: not submitted)


def outside_cells(month: str) -> dict[str, Cells]:
    """A few days of people resident outside England, so that councils alone do not make England."""
    days = periods.days_in(month)
    return {
        code: {("acute", "C", "nhs"): size * days // 2, ("non_acute", "E", "social_care"): size * days // 3}
        for code, _, size in OUTSIDE
    }


def workbook(month: str, figures: Mapping[Council, Cells | None]) -> bytes:
    """The workbook of one month in the layout of its time."""
    rows: list[Row] = [(c.region, c.ons_code, c.nhs_code, c.name, found) for c, found in _in_order(figures)]
    rows += [("-", "-", code, name, outside_cells(month)[code]) for code, name, _ in OUTSIDE]
    total = cells.add([row[4] for row in rows if row[4]])
    rows.insert(0, ("-", "-", "-", "England", total))
    named = "type of care" if month >= delays.O_FIRST_USED else "Type of Care"
    return books.workbook(
        {
            "England": _england(month, total),
            f"LA - by {named}": _sheet(
                month, rows, {c: delays.CARE_LABELS[c] for c in delays.CARE_TYPES}, "care", "Total"
            ),
            "LA - by responsible org": _sheet(
                month, rows, {b: delays.BODY_LABELS[b] for b in delays.BODIES}, "body", "Total"
            ),
            "LA - by reason": _sheet(
                month, rows, _reason_labels(month), "reason", "Total" if month >= delays.O_FIRST_USED else "TOTAL"
            ),
        }
    )


def _in_order(figures: Mapping[Council, Cells | None]) -> list[tuple[Council, Cells | None]]:
    return sorted(figures.items(), key=lambda item: (item[0].region, item[0].name))


def _reason_labels(month: str) -> dict[str, str]:
    labels = dict(_LONG if month >= delays.O_FIRST_USED else _SHORT)
    if month >= "2018-01":
        labels["I"] = "I) Housing - patients not covered by Care Act"
    return labels


def _head(month: str) -> list[list[Any]]:
    revised = calendar.revised(month, MONTHS[-1])
    labels = {
        "Title": TITLE,
        "Summary": (
            "Number of Delayed Days during the reporting period, Acute and Non-Acute, for NHS Organisations in England"
        ),
        "": None,
        "Period": periods.label(month),
        "Source": books.SOURCE_LINE,
        "Basis": "Local Authority",
        "Published": calendar.words(calendar.published(month)),
        "Revised": calendar.words(revised),
        "Status": books.STATUS_LINE,
    }
    rows = [row if row[1:2] != [":"] else [None] for row in books.block(labels)]
    return books.up_to(rows, 12)


def _sheet(month: str, rows: Sequence[Row], labels: Mapping[str, str], kind: str, total: str) -> list[list[Any]]:
    """One council sheet: header in row 14, England in row 15, councils from row 17."""
    leads = ["Region", "ONS Geography" if month >= "2015-07" else None, "Code", "Name"]
    beds = month >= delays.O_FIRST_USED and kind != "reason"
    header = [None, *leads, *labels.values(), total, *([None, *labels.values(), total] if beds else [])]
    above: list[Any] = [None] * len(header)
    if beds:
        above[5], above[5 + len(labels) + 2] = "Delayed Days", "DTOC Beds"
    body = [_line(month, row, list(labels), kind, beds) for row in rows]
    return [*_head(month), above if beds else [None], header, body[0], [None], *body[1:]]


def _line(month: str, row: Row, keys: Sequence[str], kind: str, beds: bool) -> list[Any]:
    region, ons, nhs, name, found = row
    ons = ons if month >= "2015-07" else None  # type: ignore[assignment]
    if found is None:
        empty: list[Any] = ["-"] * len(keys) + [0]
        return [None, region, ons, nhs, name, *empty, *([None, *empty] if beds else [])]
    values = [cells.days(found, **{kind: key}) for key in keys]
    values.append(sum(values))
    days = periods.days_in(month)
    return [None, region, ons, nhs, name, *values, *([None, *(value / days for value in values)] if beds else [])]


def _england(month: str, total: Cells) -> list[list[Any]]:
    """Type of care x reason x body; pairs that cannot be are NA to December 2017 and 0 afterwards."""
    rows: list[list[Any]] = [[None], [None, "Type of Care", "Reason for Delay", "NHS", "Social Care", "Both"]]
    blocks: list[list[Any]] = []
    for care in delays.CARE_TYPES:
        sums = [cells.days(total, care=care, body=body) for body in delays.BODIES]
        rows.append([None, delays.CARE_LABELS[care], "-", *sums])
        for place, (reason, label) in enumerate(_reason_labels(month).items()):
            values: list[Any] = [cells.days(total, care=care, reason=reason, body=body) for body in delays.BODIES]
            if month < "2018-01":
                values = [v if delays.can_own(b, reason) else "NA" for b, v in zip(delays.BODIES, values, strict=True)]
            if reason != "O" or care == delays.NON_ACUTE:
                blocks.append([None, delays.CARE_LABELS[care] if place == 0 else None, label, *values])
    return [*_head(month), *rows, *blocks]
