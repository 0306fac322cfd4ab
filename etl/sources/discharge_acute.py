"""The acute discharge situation report: people who no longer need to stay in an acute trust with a major A&E.

Monthly workbooks by NHS region, board and trust since April 2022, a national series since April 2021, and a long
file beside the workbooks of 2026. Boards and trusts leave discharges to a hospice out; England and regions do not.
"""

from domain import discharge
from etl import layout
from etl.sitrep import discover as links
from etl.sitrep import read
from etl.source import Browse, Discovery, Parsed, Source

ID = discharge.SOURCE_OF_SETTING[discharge.ACUTE]


def parse(data: bytes) -> Parsed:
    """Tidy tables of a workbook or long file; raises FileRefused, or NotThisPublication for another report."""
    return read.read(data, layout.load(ID), whole=(discharge.PATIENTS,))


def discover(browse: Browse) -> Discovery:
    """Every file of the page of acute data."""
    return links.files(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="Acute discharge situation report",
    title="Acute discharge situation report: people who no longer meet the criteria to reside, by trust",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/discharge-delays-acute-data/",
    hosts=frozenset({"www.england.nhs.uk"}),
    discover=discover,
    parse=parse,
    check=read.check,
    sniff=read.sniff,
    national=False,
    lag_days=17,
    tables=("discharge", "organisations"),
)
