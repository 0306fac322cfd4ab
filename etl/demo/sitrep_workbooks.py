"""The discharge reports in the publisher's layout: a workbook a month with five tables, and the national series."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from domain import discharge, periods
from domain.demonstration import NHS_REGIONS
from domain.discharge import ACUTE
from etl.demo import sitrep_figures as figures
from etl.demo.books import STATUS_LINE, block, workbook
from etl.demo.calendar import second_thursday
from etl.demo.organisations import Trust, boards
from etl.demo.sitrep_figures import Counts

SOURCE_LINE = "Demonstration data: invented figures of trusts that do not exist"
TITLES = {
    ACUTE: "Acute Daily Discharge Situation Report ",
    discharge.COMMUNITY: "Community Discharge Situation Report ",
}
_ENGLAND = {ACUTE: "ENGLAND (Type 1 Trusts)", discharge.COMMUNITY: "ENGLAND"}
_DAILY = (
    "Number of patients who no longer meet the criteria to reside",
    "Number of patients discharged",
    "Number of patients remaining in hospital who no longer meet the criteria to reside",
)
_STAYS = {ACUTE: (7, 14, 21), discharge.COMMUNITY: (14, 21)}
_PLACES = {
    ACUTE: {
        "P0 - Domestic home without reablement support": 84.0,
        "P0 - Other without reablement support": 2.0,
        "P1 - Domestic home with reablement support": 8.0,
        "P2 - Care Home \n(short term 24hr support)": 1.6,
        "P2 - Community Rehab Setting\n(short term 24hr support)": 1.6,
        "P3 - Care Home\n(new admission, likely permanent)": 1.2,
        "P3b - Care Home\n(existing resident discharged back)": 1.6,
        "P2 - Hospice \n(short term 24hr support)": 0.0,
    },
    discharge.COMMUNITY: {
        "P0 - Domestic home, no new support need": 28.0,
        "P0 - Other, no new support need": 2.0,
        "P1 - Domestic home, new reablement support": 50.0,
        "P2 - Care Home \n(short term 24hr support)": 5.0,
        "P3 - Care Home\n(new admission, likely permanent)": 12.0,
        "P2 - Hospice \n(short term 24hr support)": 0.0,
    },
}
_REASONS = {
    "Awaiting a medical decision/intervention including writing the discharge summary": 8.0,
    "Awaiting equipment and adaptations to housing": 5.0,
    "Awaiting transport": 2.0,
    "Pathway 1: awaiting availability of resource for assessment and start of care at home": 42.0,
    "Pathway 3: awaiting availability of a bed in a residential or nursing home that is likely to be a permanent "
    "placement": 38.0,
}
Row = list[Any]
Values = Callable[[Sequence[Trust], str], Row]  # providers and region code ("" below regions) to a row of cells


def month_workbook(setting: str, month: str, seed: int) -> bytes:
    """The workbook of a month."""
    tables = {"Table 1": _missing, "Table 2": _days, "Table 3": _weeks, "Table 4": _pathways, "Table 5": _reasons}
    sheets = {"Cover Sheet": _cover(setting, month, month), "Contents": [[None, "Contents"], [None, SOURCE_LINE]]}
    sheets |= {name: make(setting, month, seed) for name, make in tables.items()}
    return workbook(sheets)


def series_workbook(seed: int) -> bytes:
    """England's acute figures by day, from before the first monthly workbook."""
    months = periods.span(figures.SERIES_FROM, figures.MONTHS[ACUTE][-1])
    rows: list[Row] = [[None, "Daily Series: National daily metrics"], [None, SOURCE_LINE], [None, "Date", *_DAILY]]
    for month in months:
        found = figures.england_counts(ACUTE, month, seed)
        rows += [[None, day, *one.cells] for day, one in zip(figures.days(month), found, strict=True)]
    return workbook({"Cover Sheet": _cover(ACUTE, months[0], months[-1]), "Daily Series": rows})


def _cover(setting: str, start: str, end: str) -> list[Row]:
    last = figures.days(end)[-1]
    labels = {
        "Title": TITLES[setting],
        "Summary": "Invented figures for demonstration.",
        "Period": "",
        "Source": SOURCE_LINE,
        "Basis": "Provider",
        "Published": second_thursday(periods.plus(end, 1)),
        "Revised": "-",
        "Status": STATUS_LINE,
    }
    rows = block(labels)
    rows[3] = [None, "Period:", periods.first_day(start), "-", last]
    return rows


def _missing(setting: str, month: str, seed: int) -> list[Row]:
    every = figures.providers(setting)
    title = (
        "Table 1: Number of organisations for whom no data was submitted per day (total organisations in "
        f"scope={len(every)})"
    )
    sent = [figures.counts(setting, one, month, seed) for one in every]
    rows: list[Row] = [[None, title], [None, SOURCE_LINE], [None, "Date", "Missing organisations"]]
    return rows + [[None, day, sum(one[n] is None for one in sent)] for n, day in enumerate(figures.days(month))]


def _days(setting: str, month: str, seed: int) -> list[Row]:
    title = (
        "Table 2: Number of patients who no longer meet criteria to reside and number of patients who were / were "
        "not discharged"
    )

    def values(some: Sequence[Trust], region: str) -> Row:
        return _flat(_counts(setting, month, seed, some, region))

    return _table(setting, title, figures.days(month), _DAILY, values)


def _counts(setting: str, month: str, seed: int, some: Sequence[Trust], region: str) -> Sequence[Counts | None]:
    """Counts of each day: of England, of a region, of a board's providers, or of one provider."""
    if region == "all":
        return figures.england_counts(setting, month, seed)
    if region:
        return figures.region_counts(setting, region, month, seed)
    found = [figures.counts(setting, one, month, seed) for one in some]
    if len(found) == 1:
        return found[0]
    return [figures.together(day) if any(day) else None for day in zip(*found, strict=True)]


def _flat(found: Sequence[Counts | None]) -> Row:
    return [cell for one in found for cell in (one.cells if one else "---")]


def _weeks(setting: str, month: str, seed: int) -> list[Row]:
    title = (
        "Table 3: Number of additional days in total patients have remained in hospital since the criteria to be "
        "discharged decision was made"
    )
    weeks, stays = figures.weeks(month), _STAYS[setting]
    heads = [f"Number of additional bed days, patients with length of stay of {stay}+ days" for stay in stays]
    labels = [f"w/c {week:%d/%m/%Y} (daily snapshot)" for week in weeks]

    def values(some: Sequence[Trust], _: str) -> Row:
        found = [[figures.bed_days(setting, one, week, seed)[-len(stays) :] for one in some] for week in weeks]
        return [sum(stay) for week in found for stay in zip(*week, strict=True)]

    return _table(setting, title, labels, heads, values)


def _pathways(setting: str, month: str, seed: int) -> list[Row]:
    title = "Table 4: Month total number of patients discharged by their intended discharge destination"
    *weights, _ = _PLACES[setting].values()

    def places(trust: Trust) -> list[int]:
        sent = figures.together(figures.counts(setting, trust, month, seed)).discharged
        return figures.shared(sent, weights, f"{seed}/{setting}/{trust.code}/{month}/places")

    def values(some: Sequence[Trust], region: str) -> Row:
        found = [sum(column) for column in zip(*map(places, some), strict=True)]
        if not region:
            return [*found, "-"]
        whole = figures.together(_counts(setting, month, seed, some, region)).discharged
        return [*found, whole - sum(found)]

    said = [f"{periods.label(month)} - Total number of patients discharged"]
    return _table(setting, title, said, list(_PLACES[setting]), values)


def _reasons(setting: str, month: str, seed: int) -> list[Row]:
    title = (
        "Table 5: Weekly snapshot average of the total number of people per day with length of stay 14 days or over "
        "who no longer meet the criteria to reside but were not discharged, broken down by the reasons why they "
        "continued to reside"
    )
    snapshots = len(figures.weeks(month))

    def of_trust(trust: Trust) -> list[int]:
        whole = figures.bed_days(setting, trust, figures.weeks(month)[0], seed)[1] // 3
        return figures.shared(whole, list(_REASONS.values()), f"{seed}/{setting}/{trust.code}/{month}/reasons")

    def values(some: Sequence[Trust], _: str) -> Row:
        return [sum(column) / snapshots for column in zip(*map(of_trust, some), strict=True)]

    return _table(setting, title, [periods.label(month)], list(_REASONS), values)


def _table(setting: str, title: str, above: Sequence[str | date], heads: Sequence[str], values: Values) -> list[Row]:
    """England, regions, boards and providers below the headings; a label stands over the first of its columns."""
    every, lead = figures.providers(setting), [None] * 4
    wide = len(heads) if len(above) > 1 else 0
    labels = [cell for label in above for cell in (label, *[None] * (wide - 1 if wide else 0))]
    columns = [head for _ in above for head in heads]
    rows: list[Row] = [[None, title], [None, SOURCE_LINE], [*lead, *labels], [*lead, *columns]]
    rows.append([None, None, None, _ENGLAND[setting], *values(every, "all")])
    for code, name in NHS_REGIONS.items():
        here = [one for one in every if one.board.region_code == code]
        rows.append([None, None, None, name.upper(), *values(here, code)])
    rows += [[None], [None, "Region", "ICB Code", "ICB Name"]]
    for board in boards():
        here = [one for one in every if one.board == board]
        if here:
            rows.append([None, board.region.upper(), board.code, board.name.upper(), *values(here, "")])
    rows += [[None], [None, "Region", "Org Code", "Org Name"]]
    for one in sorted(every, key=lambda trust: (trust.board.region_code, trust.name)):
        rows.append([None, one.board.region.upper(), one.code, one.name.upper(), *values([one], "")])
    return rows
