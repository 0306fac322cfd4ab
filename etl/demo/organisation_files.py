"""The demonstration's list of NHS trusts and the directory's answers, with one merger."""

import csv
import io
import json
import zipfile

from domain import periods
from etl.demo.books import SOURCE_LINE
from etl.demo.organisations import MERGED_ON, SUCCESSOR, merged, trusts

OPENED = "20010401"


def trust_list() -> bytes:
    """The archive with the list: 27 columns without a header."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    for trust in (*trusts(), merged()):
        closed = _last_day().replace("-", "") if trust == merged() else ""
        row = [trust.code, trust.name.upper(), trust.board.region_code, trust.board.code, SOURCE_LINE.upper()]
        row += [""] * 5 + [OPENED, closed]
        writer.writerow(row + [""] * (27 - len(row)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("etr.csv", (2019, 5, 9, 0, 0, 0)), out.getvalue())
    return packed.getvalue()


def search() -> bytes:
    """The directory's list of trusts with their status."""
    every = [(one.code, "Active") for one in trusts()] + [(merged().code, "Inactive")]
    return json.dumps({"Organisations": [{"OrgId": code, "Status": status} for code, status in every]}).encode()


def answer() -> bytes:
    """The directory's answer about the trust that ended."""
    one = merged()
    return json.dumps(
        {
            "Organisation": {
                "Name": one.name.upper(),
                "Date": [{"Type": "Legal", "Start": "2001-04-01", "End": _last_day()}],
                "OrgId": {"extension": one.code},
                "Status": "Inactive",
                "Succs": {"Succ": [{"Type": "Successor", "Target": {"OrgId": {"extension": SUCCESSOR}}}]},
            }
        }
    ).encode()


def _last_day() -> str:
    month = periods.plus(MERGED_ON, -1)
    return f"{month}-{periods.days_in(month)}"
