"""The monthly files of the discharge ready date, in the three layouts of the workbook and as text."""

from typing import Any

from domain import areas, periods
from domain.discharge_ready import BANDS, DELAYED
from etl.demo import books, calendar
from etl.demo.ready_figures import READY_MONTHS, Ready, areas_of

TITLE = "Discharge Ready Date: Timeliness of Acute Hospital Discharges"
LONG_FROM, NARROW = "2024-04", "2023-11"  # 39 columns from; the month with neither Region nor ICB nor Data Source
TEXT_MONTHS = frozenset(READY_MONTHS[-1:])
_NAMES = {"0": "No delay", "1": "1 day delay", "2_3": "2-3 day delay", "4_6": "4-6 day delay"}
_NAMES |= {"7_13": "7-13 day delay", "14_20": "14-20 day delay", "21_plus": "21 days or more"}
_BEFORE = "Number of patients discharged where, between the Discharge Ready Date and Discharge Date, there is "
_TEXTS = {band: _BEFORE + ("No delay" if band == "0" else f"a {name}") for band, name in _NAMES.items()}
_TEXTS["21_plus"] = _BEFORE + "a delay of 21 days or more"
_DAYS = "Total bed days after Discharge Ready Date for patients discharged within "
_DAY_NAMES = {"1": "1 day", "2_3": "2-3 days", "4_6": "4-6 days", "7_13": "7-13 days", "14_20": "14-20 days"}
_DAY_NAMES |= {"21_plus": "21 days or more"}
_AVERAGE = "Average days from Discharge Ready Date to date of discharge"
_SAME = ["Date of discharge is same as Discharge Ready Date", "Date of Discharge is 1+ days after Discharge Ready Date"]
_TYPES = {areas.COUNTRY: "National", "nhs_region": "Regional", "icb": "ICB", "provider": "Provider"}
Numbers = dict[str, Any]


def file(month: str) -> tuple[str, bytes]:
    """File name and bytes of a month."""
    label = periods.label(month).replace(" ", "")
    if month in TEXT_MONTHS:
        return f"Discharge-Ready-Date-monthly-data-csv-{label}-demo.csv", _text(month)
    return f"Discharge-Ready-Date-monthly-data-webfile-{label}-demo.xlsx", _workbook(month)


def _numbers(one: Ready) -> Numbers:
    """Every number of an area; none where its data are not acceptable."""
    if not one.people or not one.days:
        return {}
    total, delayed = sum(one.people.values()), sum(one.people[band] for band in DELAYED)
    days = sum(one.days.values())
    return {
        "total": total,
        "days": days,
        "same": [one.people["0"] / total, delayed / total],
        "people": [one.people[band] for band in BANDS],
        "share": [one.people[band] / total for band in BANDS],
        "delayed": [one.people[band] / delayed for band in DELAYED],
        "bed_days": [one.days[band] for band in DELAYED],
        "averages": [days / total, days / delayed],
    }


def _head(month: str) -> list[list[Any]]:
    return [
        ["Title:", None, TITLE],
        ["Period:", None, periods.first_day(month)],
        ["Source:", None, books.SOURCE_LINE],
        ["Published:", None, calendar.words(calendar.published(month))],
        ["Revised:", None, "-"],
        ["Status:", None, books.STATUS_LINE],
        [None],
    ]


def _workbook(month: str) -> bytes:
    found = areas_of(month)
    providers = [one for one in found if one.kind != areas.COUNCIL]
    sheets = {"Cover Sheet": _head(month), "Provider": _provider(month, providers)}
    if month >= LONG_FROM:
        sheets["UTLA Acceptable"] = _council(month, [one for one in found if one.kind == areas.COUNCIL])
    return books.workbook(sheets)


def _groups(numbers: Numbers, *, long: bool) -> list[Any]:
    """Everything behind total and shares, with empty columns between the groups."""
    if long:
        groups = [(len(BANDS), "people"), (len(BANDS), "share"), (len(DELAYED), "delayed"), (len(DELAYED), "bed_days")]
        cells = [cell for size, name in groups for cell in [None, *numbers.get(name, ["-"] * size)]]
        return [*cells, None, *numbers.get("averages", ["-"] * 2)]
    share = numbers.get("share", ["-"] * len(BANDS))[1:]
    average = numbers.get("averages", ["-"] * 2)[1:]
    return [None, *share, None, *numbers.get("bed_days", ["-"] * len(DELAYED)), None, *average]


def _titles(*, long: bool) -> list[Any]:
    every, delayed = [_NAMES[band] for band in BANDS], [_NAMES[band] for band in DELAYED]
    if long:
        middle = [None, *every, None, *every, None, *delayed, None, *delayed]
        return [*middle, None, f"{_AVERAGE} (inc 0 day delays)", f"{_AVERAGE} (exc 0 day delays)"]
    return [None, *delayed, None, *delayed, None, _AVERAGE]


def _provider(month: str, found: list[Ready]) -> list[list[Any]]:
    long, narrow = month >= LONG_FROM, month == NARROW
    leads = ["Code", "Organisation Name", "# of providers with acceptable data", "% of providers with acceptable data"]
    header = leads if narrow else ["Region", "ICB", *leads, "Data Source"]
    totals = ["Number of patients discharged in total", "Total bed days lost due to delayed discharge"] if long else []
    rows = [[*header, *totals, *([None] if long else []), *_SAME, *_titles(long=long)]]
    for one in found:
        good, every = one.providers or (0, 0)
        lead: list[Any] = [one.code, one.name, good, good / every if every else "-"]
        if not narrow:
            lead = [one.region or "-", one.icb or "-", *lead, "SUS"]
        numbers = _numbers(one)
        total = [numbers.get("total", "-"), numbers.get("days", "-"), None] if long else []
        rows.append([*lead, *total, *numbers.get("same", ["-", "-"]), *_groups(numbers, long=long)])
    return [*_head(month), *rows]


def _council(month: str, found: list[Ready]) -> list[list[Any]]:
    leads = ["Summary Type", "UTLA Code", "UTLA", "Region", "ICB", "Code", "Organisation Name", "Data Source"]
    totals = [
        "% of all UTLA discharges that are from acceptable trusts",
        "Total Discharges of UTLA patients from provider",
        "Total Discharges for UTLA from acceptable trusts",
        "Total bed days lost due to delayed discharge",
    ]
    rows = [[*leads, *totals, None, *_SAME, *_titles(long=True)]]
    for one in found:
        numbers = _numbers(one)
        every = round(numbers["total"] / 0.97)
        lead = ["UTLA Aggregate", one.code, one.name, "-", "-", "-", "-", "SUS"]
        middle = [numbers["total"] / every, every, numbers["total"], numbers["days"], None]
        rows.append([*lead, *middle, *numbers["same"], *_groups(numbers, long=True)])
    total: list[Any] = ["-"] * (len(rows[0]) - 3)
    rows.append(["UTLA Aggregate", "#N/A", "Outside England", *total])
    return [*_head(month), *rows]


def _text(month: str) -> bytes:
    lines = [
        "Date,Data Source,Data Type,Upper Tier Local Authority Code,Upper Tier Local Authority,Region (of Provider),"
        "ICB (of Provider),Code,Organisation Name,Measure,Value"
    ]
    for one in areas_of(month):
        council = one.kind == areas.COUNCIL
        kind = "UTLA Aggregate" if council else _TYPES[one.kind]
        code = "ENGLAND" if one.code == "National" else one.code
        utla = [one.code, one.name] if council else ["[z]", "[z]"]
        org = ["[z]", "[z]"] if council else [code, one.name]
        lead = [periods.label(month), "SUS", kind, *utla, one.region or "[z]", one.icb or "[z]", *org]
        written = ",".join(f'"{cell}"' for cell in lead)
        lines += [f'{written},"{measure}",{value}' for measure, value in _measures(one, council=council)]
    return ("\r\n".join(lines) + "\r\n").encode()


def _measures(one: Ready, *, council: bool) -> list[tuple[str, Any]]:
    numbers = _numbers(one)
    good, every = one.providers or (0, 0)
    found: list[tuple[str, Any]] = []
    if not council:
        found.append(("% of providers submitting acceptable data", good / every))
    if not numbers:
        return [*found, ("Number of patients discharged in total", "[z]")]
    total = "Total Discharges for UTLA from acceptable trusts" if council else "Number of patients discharged in total"
    found += [(total, numbers["total"]), ("Total bed days lost due to delayed discharge", numbers["days"])]
    found += list(zip(_SAME, numbers["same"], strict=True))
    found += [(_TEXTS[band], value) for band, value in zip(BANDS, numbers["people"], strict=True)]
    found += [(_DAYS + _DAY_NAMES[band], value) for band, value in zip(DELAYED, numbers["bed_days"], strict=True)]
    names = (f"{_AVERAGE} (inc 0 day delays)", f"{_AVERAGE} (exc 0 day delays)")
    averages = zip(names, numbers["averages"], strict=True)
    return [*found, *averages]
