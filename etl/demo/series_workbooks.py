"""The two England series: delayed transfers of care, and A&E attendances and emergency admissions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain import delays, periods
from etl.demo import books, calendar, cells, figures
from etl.demo.cells import Cells
from etl.demo.council_workbooks import _LONG as LABELS
from etl.demo.council_workbooks import TITLE
from etl.demo.figures import MONTHS

AE_LAST = MONTHS[-1]


def delays_workbook(england: Mapping[str, Cells]) -> bytes:
    """The time series of delays: three sheets by one dimension and one with the full cross."""
    return books.workbook(
        {
            "Delayed Days by type": _by(
                england, {c: delays.CARE_LABELS[c] for c in delays.CARE_TYPES}, "care", beds=True
            ),
            "Delayed Days by responsible org": _by(
                england, {b: delays.BODY_LABELS[b] for b in delays.BODIES}, "body", beds=True
            ),
            "Delayed Days by reason": _by(england, LABELS, "reason", beds=False),
            "Delayed Days": _cross(england),
        }
    )


def _head(source: str = "Provider") -> list[list[Any]]:
    labels = {
        "Title": TITLE,
        "Summary": (
            "Number of Delayed Days during the reporting period, Acute and Non-Acute, for NHS Organisations in England"
        ),
        "": None,
        "Period": f"{periods.label(MONTHS[0])} - {periods.label(MONTHS[-1])}",
        "Source": books.SOURCE_LINE,
        "Basis": source,
        "Published": calendar.words(calendar.published(MONTHS[-1])),
        "Revised": "",
        "Status": books.STATUS_LINE,
    }
    return books.up_to([row if row[1:2] != [":"] else [None] for row in books.block(labels)], 12)


def _when(month: str) -> list[Any]:
    return [None, periods.financial_year(month), periods.label(month).split()[0]]


def _by(england: Mapping[str, Cells], labels: Mapping[str, str], kind: str, *, beds: bool) -> list[list[Any]]:
    header = [None, "Year", "Period", *labels.values(), "Total", *([None, *labels.values(), "Total"] if beds else [])]
    above: list[Any] = [None] * len(header)
    if beds:
        above[3], above[3 + len(labels) + 2] = "Delayed Days", "DTOC Beds"
    rows = [*_head(), [None, "Provider Level Data"], above, header, [None]]
    for month, found in england.items():
        values = [cells.days(found, **{kind: key}) for key in labels]
        values.append(sum(values))
        days = periods.days_in(month)
        rows.append([*_when(month), *values, *([None, *(value / days for value in values)] if beds else [])])
    return [*rows, [None], [None, "Notes:"], [None, "1. " + books.SOURCE_LINE + "."]]


def _cross(england: Mapping[str, Cells]) -> list[list[Any]]:
    keys = [
        (c, r, b) for c in delays.CARE_TYPES for r in LABELS for b in delays.BODIES if r != "O" or c == delays.NON_ACUTE
    ]
    cares = _first([delays.CARE_LABELS[c] for c, _, _ in keys])
    reasons = _first([f"{c}{LABELS[r]}" for c, r, _ in keys])
    names = [LABELS[r] if mark else None for mark, (_, r, _) in zip(reasons, keys, strict=True)]
    rows = [
        *_head(),
        [None],
        [None, "Provider Level Data"],
        [None, None, None, *cares, "Total"],
        [None, None, None, *names, "-"],
    ]
    rows.append([None, "Year", "Period Name", *(delays.BODY_LABELS[b] for _, _, b in keys), "NHS"])
    rows.append([None])
    for month, found in england.items():
        values = [found.get(key, 0) for key in keys]
        rows.append([*_when(month), *values, cells.days(found, body="nhs")])
    return [*rows, [None], [None, "Notes:"]]


def _first(labels: Sequence[str]) -> list[str | None]:
    """Each label only where it begins, as in merged cells."""
    return [label if place == 0 or labels[place - 1] != label else None for place, label in enumerate(labels)]


def admissions_workbook(seed: int) -> bytes:
    """The A&E time series: activity and performance by month."""
    titles = {
        "Title": (
            "A&E Attendances & Emergency Admission statistics, NHS and independent sector organisations in England"
        ),
        "Summary": "The estimated total of booked and non-booked attendances",
        "Period": f"{periods.label(MONTHS[0])} - present",
        "Source": books.SOURCE_LINE,
        "Basis": "Provider",
        "Published": calendar.words(calendar.second_thursday(periods.plus(AE_LAST, 1))),
        "Revised": "",
        "Status": books.STATUS_LINE,
    }
    activity = [
        [None],
        *books.block(titles)[1:],
        *[[None]] * 2,
        [None, "England Level Data"],
        [None, None, "A&E attendances", None, None, None, "Emergency Admissions"],
    ]
    performance = [*activity[:-2], [None, "England Level Data"], [None]]
    types = [
        "Type 1 Departments - Major A&E",
        "Type 2 Departments - Single Specialty",
        "Type 3 Departments - Other A&E/Minor Injury Unit",
    ]
    routes = [
        "Emergency Admissions via Type 1 A&E",
        "Emergency Admissions via Type 2 A&E",
        "Emergency Admissions via Type 3 and 4 A&E",
    ]
    waits = [f"Number of patients spending >{h} hours from decision to admit to admission" for h in (4, 12)]
    totals = [
        "Total Emergency Admissions via A&E",
        "Other Emergency Admissions (i.e not via A&E)",
        "Total Emergency Admissions",
    ]
    activity.append([None, "Period", *types, "Total Attendances", *routes, *totals, *waits])
    performance.append(
        [
            None,
            "Period",
            *types,
            "Total Attendances < 4 hours",
            *types,
            "Total Attendances > 4 hours",
            "Percentage in 4 hours or less (all)",
        ]
    )
    for t, per_day in enumerate(figures.admissions(seed)):
        late, early = _month_rows(MONTHS[t], per_day, t)
        activity.append(late)
        performance.append(early)
    return books.workbook({"Activity": activity, "Performance": performance, "Notes": [[None, 1, books.SOURCE_LINE]]})


@dataclass(frozen=True)
class National:
    """A month of A&E in the demonstration's England: attendances and those in time by type, admissions by route."""

    seen: dict[str, int]
    quick: dict[str, int]
    routes: dict[str, int]
    waits_4h: int
    waits_12h: int


def national(month: str, per_day: float, t: int) -> National:
    """A month, from admissions a day."""
    total = round(per_day * periods.days_in(month))
    routes = cells.split(total, {"t1": 68, "t2": 1.2, "t3": 1.8, "other": 29})
    seen = cells.split(round(total * 3.85), {"t1": 64, "t2": 2.6, "t3": 33.4})
    share = 0.93 - 0.0012 * t - 0.02 * (periods.split(month)[1] in (12, 1, 2))
    quick = {key: round(value * (share - 0.03 if key == "t1" else 0.985)) for key, value in seen.items()}
    long_waits = round(total * (0.09 + 0.001 * t + 0.04 * (periods.split(month)[1] in (12, 1, 2))))
    return National(seen, quick, routes, long_waits, long_waits // 160)


def _month_rows(month: str, per_day: float, t: int) -> tuple[list[Any], list[Any]]:
    """A month of activity and of performance, from admissions a day."""
    one = national(month, per_day, t)
    routes, everyone = one.routes, sum(one.seen.values())
    via = routes["t1"] + routes["t2"] + routes["t3"]
    day = periods.first_day(month)
    admitted = [routes["t1"], routes["t2"], routes["t3"], via, routes["other"], via + routes["other"]]
    activity = [None, day, *one.seen.values(), everyone, *admitted, one.waits_4h, one.waits_12h]
    slow = [one.seen[key] - one.quick[key] for key in one.seen]
    in_time = sum(one.quick.values())
    performance = [None, day, *one.quick.values(), in_time, *slow, sum(slow), in_time / everyone]
    return activity, performance
