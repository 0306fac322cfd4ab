"""The monthly extract by trust, council, reason and body, with Year and Period Name or with one Period column."""

from collections.abc import Mapping

from domain import delays, periods
from etl.demo.books import SOURCE_LINE
from etl.demo.trust_cells import Shared

ONE_COLUMN_FROM = "2018-10"  # months with Period in place of Year and Period Name
_REASONS = {
    "A": "A_COMPLETION_ASSESSMENT",
    "B": "B_PUBLIC_FUNDING",
    "C": "C_FURTHER_NON_ACUTE_NHS",
    "DI": "DI_RESIDENTIAL_HOME",
    "DII": "DII_NURSING_HOME",
    "E": "E_CARE_PACKAGE_IN_HOME",
    "F": "F_COMMUNITY_EQUIP_ADAPT",
    "G": "G_PATIENT_FAMILY_CHOICE",
    "H": "H_DISPUTES",
    "I": "I_HOUSING",
    "O": "O_OTHER",
}
_REST = (
    "Provider Parent Org Code,Provider Parent Name,Provider Org Code,Provider Org Name,Local Authority Code,"
    "Local Authority Name,Acute Or Non Acute Description,Reason For Delay,NHS A SUM,NHS B SUM,Social Care A SUM,"
    "Social Care B SUM,Both A SUM,Both B SUM"
)


def text(month: str, shared: Shared, names: Mapping[str, str]) -> bytes:
    """The extract of one month: three lines, the header, and a line for each trust, council, reason and care."""
    label = periods.label(month)
    one = month >= ONE_COLUMN_FROM
    when = f"{periods.financial_year(month)},{label.split()[0].upper()}"
    when = f"MSitDT-{label.upper().replace(' ', '-')}" if one else when
    lines = [SOURCE_LINE, f"Period:,{label}", "", f"{'Period' if one else 'Year,Period Name'},{_REST}"]
    for trust, held in shared.items():
        lead = f'{when},{trust.board.region_code},{trust.board.region.upper()},{trust.code},"{trust.name.upper()}"'
        for council, found in held.items():
            for care in delays.CARE_TYPES:
                for reason in delays.REASON_CODES:
                    days = [found.get((care, reason, body), 0) for body in delays.BODIES]
                    if any(days):
                        values = ",".join(f"0,{value}" for value in days)
                        where = f'{council},"{names[council]}",{delays.CARE_LABELS[care]},{_REASONS[reason]}'
                        lines.append(f"{lead},{where},{values}")
    return ("\r\n".join(lines) + "\r\n").encode()
