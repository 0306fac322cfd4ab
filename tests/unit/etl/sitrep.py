"""Small workbooks of the discharge reports, drawn from a few numbers, with each drift of the real ones as an option.

Two NHS regions, two boards and three providers of the demonstration range over three days of January 2024. Each
provider counts 10 people more than the one before, of whom it discharges 4; one more person a day goes to a hospice.
"""

from copy import deepcopy
from datetime import date

from etl.demo.books import workbook
from etl.sitrep.facts import FACTS, PLACES, SLOTS

DAYS = (date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 3))
PEOPLE, DISCHARGED, REMAINING = HEADS = (
    "Number of patients who no longer meet the criteria to reside",
    "Number of patients discharged",
    "Number of patients remaining in hospital who no longer meet the criteria to reside",
)
SPLIT = (
    PEOPLE,
    "Number of patients discharged by 17:00",
    "Number of patients discharged between 17:01 and 23:59",
    HEADS[2],
)
PROVIDERS = {
    "DMT01": ("MOOR AND TARN", "DMI01"),
    "DMT02": ("MOOR AND TARN", "DMI01"),
    "DMT03": ("VALE AND FEN", "DMI02"),
}
REGIONS = ("MOOR AND TARN", "VALE AND FEN")
PLACES_OF_DISCHARGE = (
    "P0 - Domestic home without reablement support",
    "P1 - Other with reablement support",
    "P2 - Hospice \n(short term 24hr support)",
)  # noqa: E501
REASONS = ("Awaiting transport", "No Plan")
TITLES = {
    "Table 1": "Table 1: Number of organisations for whom no data was submitted per day (total organisations in scope=3)",  # noqa: E501
    "Table 2": "Table 2: Number of patients who no longer meet criteria to reside and number of patients who were / were not discharged",  # noqa: E501
    "Table 3": "Table 3: Number of additional days in total patients have remained in hospital since the criteria to be discharged decision was made",  # noqa: E501
    "Table 4": "Table 4: Month total number of patients discharged by their intended discharge destination",
    "Table 5": "Table 5: Weekly snapshot average of the total number of people per day with length of stay 14 days or over who no longer meet the criteria to reside but were not discharged, broken down by the reasons why they continued to reside",  # noqa: E501
}


def cover(title="Acute Daily Discharge Situation Report ", start=DAYS[0], end=date(2024, 1, 31), revised="-"):
    return [
        [None],
        [None, "Title:", title],
        [None, "Summary:", "Invented."],
        [None, "Period:", start, "-", end],
        [None, "Source:", "NHS England data collection"],
        [None, "Published:", date(2024, 2, 8)],
        [None, "Revised:", revised],
    ]


def table(title, above, heads, values, *, england="ENGLAND (Type 1 Trusts)", boards=True, lead=1):
    """Rows of a table: ``values`` are rows of cells for England, regions, boards and providers by name or code."""
    pad, gap = [None] * lead, [None] * 3
    labels = [cell for one in above for cell in (one, *[None] * (len(heads) - 1))]
    rows = [[*pad, title], [*pad, "Contents"], [*pad, *gap[:-1], None, *labels][: lead + 3 + len(labels)]]
    rows[2] = [*pad, None, None, None, *labels]
    rows.append([*pad, None, None, None, *[head for _ in above for head in heads]])
    rows.append([*pad, None, None, england, *values["England"]])
    rows += [[*pad, None, None, name, *values[name]] for name in REGIONS]
    if boards:
        rows += [[None], [*pad, "Region", "ICB Code", "ICB Name"]]
        rows += [
            [*pad, region, code, f"NHS {region} BOARD", *values[code]]
            for region, code in zip(REGIONS, ("DMI01", "DMI02"), strict=True)
        ]
    rows += [[None], [*pad, "Region", "Org Code", "Org Name"]]
    rows += [[*pad, region, code, f"TRUST {code}", *values[code]] for code, (region, _) in PROVIDERS.items()]
    return rows


def daily(*, split=False, days=DAYS):
    """Cells of the daily table; England and the first region have one more discharged, to a hospice."""
    own = {code: (20 + 10 * n, 4) for n, code in enumerate(PROVIDERS)}
    members = {name: [c for c, (region, _) in PROVIDERS.items() if region == name] for name in REGIONS}
    members |= {"DMI01": members[REGIONS[0]], "DMI02": members[REGIONS[1]], "England": list(PROVIDERS)}
    members |= {code: [code] for code in PROVIDERS}
    found = {}
    for name, some in members.items():
        people, gone = sum(own[c][0] for c in some), sum(own[c][1] for c in some) + (name in ("England", REGIONS[0]))
        parts = [gone - 1, 1] if split else [gone]
        found[name] = [people, *parts, people - gone] * len(days)
    return found


def weekly():
    return {name: [100 * n, 80 * n, 50 * n] * 2 for name, n in _shares().items()}


def pathways():
    """Discharges of three days by place: of boards and providers without the hospice."""
    england = {"England": [30, 6, 3], REGIONS[0]: [20, 4, 3], REGIONS[1]: [10, 2, 0]}
    local = {"DMI01": [20, 4, "-"], "DMI02": [10, 2, "-"]}
    return england | local | {code: [10, 2, "-"] for code in PROVIDERS}


def reasons():
    return {name: [2.5 * n, 0.5 * n] for name, n in _shares().items()}


def _shares():
    return {"England": 3, REGIONS[0]: 2, REGIONS[1]: 1, "DMI01": 2, "DMI02": 1, **dict.fromkeys(PROVIDERS, 1)}


def sheets():
    """The sheets of a plain acute workbook; change them, then ``workbook`` them."""
    weeks = ("w/c 01/01/2024 (daily snapshot)", "w/c 08/01/2024 (daily snapshot)")
    stays = [f"Number of additional bed days, patients with length of stay of {n}+ days" for n in (7, 14, 21)]
    missing = [[None, TITLES["Table 1"]], [None, "Contents"], [None, "Date", "Missing organisations"]]
    return deepcopy(
        {
            "Cover Sheet": cover(),
            "Contents": [[None, "Contents"]],
            "Table 1": missing + [[None, day, 0] for day in DAYS],
            "Table 2": table(TITLES["Table 2"], DAYS, HEADS, daily()),
            "Table 3": table(TITLES["Table 3"], weeks, stays, weekly()),
            "Table 4": table(TITLES["Table 4"], ["January 2024 - Total"], PLACES_OF_DISCHARGE, pathways()),
            "Table 5": table(TITLES["Table 5"], ["January 2024 - Average"], REASONS, reasons()),
        }
    )


def data(changed=None, **replaced):
    """Bytes of a workbook: the plain sheets, or those given; ``replaced`` sets single sheets (``Table_2=...``)."""
    found = changed or sheets()
    found |= {name.replace("_", " "): rows for name, rows in replaced.items()}
    return workbook(found)


def figures(parsed):
    """Every figure by area, measure, period, pathway and detail: a number, or the mark that stands for it."""
    tables = parsed.tables
    places, slots = tables[PLACES], tables[SLOTS]
    rows = list(zip(*(slots[name] for name in slots if name != "slot"), strict=True))
    named = [dict(zip([name for name in slots if name != "slot"], row, strict=True)) for row in rows]
    found = {}
    for place, slot, value, mark in zip(*(tables[FACTS][n] for n in ("place", "slot", "value", "mark")), strict=True):
        of = named[slot]
        key = (places["area_code"][place], of["measure"], of["period"], of["pathway"], of["detail"], of["series"])
        assert key not in found
        found[key] = value if mark == 0 else MARKS[mark]
    return found


MARKS = {1: "not submitted", 2: "suppressed", 3: "not applicable"}


def day(found, code, measure, when="2024-01-01"):
    """One daily or weekly figure of the monthly file."""
    return found[code, measure, when, "all", "", "monthly"]
