"""The community discharge situation report: people who no longer need to stay in a community rehabilitation bed.

Monthly workbooks by NHS region, board and provider since June 2023; the first carried a national series since
October 2022. Boards and providers leave out people discharged to a hospice, and so do their counts of everybody.
"""

from domain import discharge
from etl import layout
from etl.sitrep import discover as links
from etl.sitrep import read
from etl.source import Browse, Discovery, Parsed, Source

ID = discharge.SOURCE_OF_SETTING[discharge.COMMUNITY]


def parse(data: bytes) -> Parsed:
    """Tidy tables of a workbook or long file; raises FileRefused, or NotThisPublication for another report."""
    return read.read(data, layout.load(ID), whole=(discharge.REMAINING,))


def discover(browse: Browse) -> Discovery:
    """Every file of the page of community data."""
    return links.files(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="Community discharge situation report",
    title="Community discharge situation report: people who no longer meet the criteria to reside, by provider",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/discharge-delays-community-data/",
    hosts=frozenset({"www.england.nhs.uk"}),
    discover=discover,
    parse=parse,
    check=read.check,
    sniff=read.sniff,
    national=False,
    lag_days=17,
    tables=("discharge", "organisations"),
)
