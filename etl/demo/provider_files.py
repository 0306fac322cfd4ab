"""A&E by provider of the demonstration: a CSV file a month, the last month as a workbook with its boards.

England's month of the national series is shared out among the trusts, so that providers add up to it exactly. One
community trust sent no return in one month: its row has dashes, and England's figures are those of the others.
"""

import csv
import io
import random
from collections.abc import Sequence
from typing import Any

from domain import periods
from etl.demo import books, calendar, cells
from etl.demo.figures import MONTHS, admissions
from etl.demo.organisations import Trust, boards, trusts_of
from etl.demo.series_workbooks import National, national

NO_RETURN = {("DMT07", "2016-11")}
TITLE = "A&E Attendances & Emergency Admission monthly statistics, NHS and independent sector organisations in England"
TYPES = ("t1", "t2", "t3")
FLAT = (
    *(f"Number of A&E attendances {kind}" for kind in ("Type 1", "Type 2", "Other A&E Department")),
    *(f"Number of attendances over 4hrs {kind}" for kind in ("Type 1", "Type 2", "Other A&E Department")),
    "Patients who have waited 4-12 hs from DTA to admission",
    "Patients who have waited 12+ hrs from DTA to admission",
    *(f"Emergency admissions via A&E - {kind}" for kind in ("Type 1", "Type 2", "Other A&E department")),
    "Other emergency admissions",
)
_LONG = (
    "Type 1 Departments - Major A&E",
    "Type 2 Departments - Single Specialty",
    "Type 3 Departments - Other A&E/Minor Injury Unit",
)
Numbers = dict[str, int]


def files(seed: int) -> list[tuple[str, str, bytes]]:
    """Month, file name and bytes of every file, oldest first; the last one is a workbook."""
    found = []
    for t, (month, per_day) in enumerate(zip(MONTHS, admissions(seed), strict=True)):
        shared = share(month, national(month, per_day, t), seed)
        words = periods.label(month).replace(" ", "-")
        if month == MONTHS[-1]:
            found.append((month, f"{words}-AE-by-provider-demo.xlsx", _workbook(month, shared)))
        else:
            found.append((month, f"Monthly-AE-{words}-demo.csv", _csv(month, shared)))
    return found


def share(month: str, whole: National, seed: int) -> dict[Trust, Numbers | None]:
    """Numbers of every trust, in the order of the columns of the CSV file; None where no return was sent."""
    rng = random.Random(f"{seed}/providers/{month}")
    weights = {trust: trust.share * rng.uniform(0.94, 1.06) for trust in trusts_of(month)}
    sent = {trust: weight for trust, weight in weights.items() if (trust.code, month) not in NO_RETURN}
    major = {trust: weight for trust, weight in sent.items() if trust.major}
    eyes = dict(list(major.items())[::6])  # a department of one specialty is at a few trusts only
    own = {"t1": major, "t2": eyes, "t3": sent}
    numbers: dict[Trust, Numbers] = {trust: {} for trust in sent}
    slow = {kind: whole.seen[kind] - whole.quick[kind] for kind in TYPES}
    parts = [(f"seen_{kind}", whole.seen[kind], own[kind]) for kind in TYPES]
    parts += [(f"late_{kind}", slow[kind], _uneven(own[kind], month, seed)) for kind in TYPES]
    parts += [("dta_4_12", whole.waits_4h - whole.waits_12h, major), ("dta_12", whole.waits_12h, major)]
    parts += [(f"via_{kind}", whole.routes[kind], own[kind]) for kind in TYPES]
    parts += [("other", whole.routes["other"], major)]
    for name, total, among in parts:
        shared = cells.split(total, {trust.code: weight for trust, weight in among.items()})
        for trust, values in numbers.items():
            values[name] = shared.get(trust.code, 0)
    return {trust: numbers.get(trust) for trust in weights}


def _uneven(weights: dict[Trust, float], month: str, seed: int) -> dict[Trust, float]:
    """Weights of the waits: some trusts are slower than others, month after month."""
    return {
        trust: weight * random.Random(f"{seed}/slow/{trust.code}").uniform(0.6, 1.5)
        for trust, weight in weights.items()
    }


def _csv(month: str, shared: dict[Trust, Numbers | None]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Period", "Org Code", "Parent Org", "Org name", *FLAT])
    period = f"MSitAE-{periods.label(month).replace(' ', '-').upper()}"
    for trust, numbers in shared.items():
        values = list(numbers.values()) if numbers else ["-"] * len(FLAT)
        writer.writerow([period, trust.code, f"NHS ENGLAND {trust.board.region.upper()} ", trust.name.upper(), *values])
    writer.writerow([*["TOTAL"] * 4, *_england(shared).values()])
    return out.getvalue().encode()


def _england(shared: dict[Trust, Numbers | None]) -> Numbers:
    given = [numbers for numbers in shared.values() if numbers]
    return {name: sum(numbers[name] for numbers in given) for name in given[0]}


def _workbook(month: str, shared: dict[Trust, Numbers | None]) -> bytes:
    """The workbook of a month: by system, and by provider with a column for its board that has no name."""
    given = {trust: numbers for trust, numbers in shared.items() if numbers}
    england = _line(_england(shared))
    systems = [[None, "-", "England", *england], [None]]
    for board in boards():
        of = {trust: numbers for trust, numbers in given.items() if trust.board == board}
        systems.append([None, board.code, board.name, *_line(_england(dict(of)))])
    providers = [[None, "-", "-", "England", *england], [None]]
    for trust, numbers in given.items():
        line = [None, trust.code, f"NHS England {trust.board.region} ", trust.name, *_line(numbers), trust.board.name]
        providers.append(line)
    return books.workbook(
        {
            "System Level Data": [*_head(month, "System Level Data", ["Code", "System"]), *systems],
            "Provider Level Data": [*_head(month, "Provider Level Data", ["Code", "Region", "Name"]), *providers],
        }
    )


def _head(month: str, name: str, lead: Sequence[str]) -> list[list[Any]]:
    labels = {
        "Title": TITLE,
        "Summary": "A&E attendances, performance and emergency admissions",
        "Period": periods.label(month),
        "Source": books.SOURCE_LINE,
        "Basis": "Provider",
        "Published": calendar.words(calendar.second_thursday(periods.plus(month, 1))),
        "Revised": "",
        "Status": books.STATUS_LINE,
    }
    waits = [f"Number of patients spending >{h} hours from decision to admit to admission" for h in (4, 12)]
    routes = [f"Emergency Admissions via Type {kind} A&E" for kind in ("1", "2", "3 and 4")]
    totals = ["Total Emergency Admissions via A&E", "Other Emergency admissions (i.e not via A&E)"]
    shares = [f"Percentage in 4 hours or less ({kind})" for kind in ("all", "type 1")]
    blocks = [*_LONG, "Total attendances", *_LONG, "Total Attendances > 4 hours", *shares]
    header = [None, *lead, *blocks, *routes, *totals, "Total Emergency Admissions", *waits]
    return [*books.up_to(books.block(labels), 13), [None, name], [None], header]


def _line(values: Numbers) -> list[Any]:
    """The columns of the workbook from those of the CSV file."""
    seen, late = ([values[f"{what}_{kind}"] for kind in TYPES] for what in ("seen", "late"))
    shares = [1 - part / whole if whole else "-" for part, whole in ((sum(late), sum(seen)), (late[0], seen[0]))]
    via = [values[f"via_{kind}"] for kind in TYPES]
    admitted = [*via, sum(via), values["other"], sum(via) + values["other"]]
    waits = [values["dta_4_12"] + values["dta_12"], values["dta_12"]]
    return [*seen, sum(seen), *late, sum(late), *shares, *admitted, *waits]
