"""Delayed days by council: the monthly ``LA-Type-B`` workbooks, April 2011 to February 2020.

One workbook a month with three council sheets (responsible body, type of care, reason). The month is the
``Period:`` inside the file: December 2017 was published under a file name that says December 2018.
"""

from collections.abc import Sequence

from domain import areas
from etl import checks, delay_sheets, discovery, layout, metadata
from etl.blocks import Block, read_block
from etl.delay_sheets import SHEETS
from etl.problems import FileRefused, NotThisPublication
from etl.source import Browse, Columns, Discovery, Parsed, Source
from etl.workbook import Workbook

ID = "dtoc_councils"


def parse(data: bytes) -> Parsed:
    """Tidy rows of one workbook; raises FileRefused, or NotThisPublication for a workbook of another kind."""
    lay, book = layout.load(ID), Workbook(data)
    names = {lay.name("sheet", sheet): sheet for sheet in book.sheets}
    known = [kind for kind in SHEETS if kind in names]
    if not known:
        raise NotThisPublication("no council sheet such as 'LA - by responsible org'")
    sheet = names[known[0]]
    meta = metadata.read(book.rows(sheet), lay)
    delay_sheets.identify(meta, sheet, lay, "Local Authority")
    if len(known) < len(SHEETS):
        missing = " and by ".join(kind for kind in SHEETS if kind not in names)
        raise FileRefused(f"sheets {', '.join(book.sheets)}", f"a council sheet by {missing}")
    month = metadata.month(meta.get("period"), f"sheet '{sheet}', Period")
    blocks = [read_block(book.rows(names[kind]), kind=kind, sheet=names[kind], lay=lay) for kind in SHEETS]
    return Parsed(
        key=month,
        title=str(meta.get("title", "")),
        start=month,
        end=month,
        published=metadata.day(meta.get("published")),
        revised=metadata.day(meta.get("revised")),
        tables={"delays": tidy(blocks), "areas": council_areas(blocks[0])},
        controls=blocks,
        notes=metadata.dated_notes(meta),
    )


def tidy(blocks: Sequence[Block]) -> Columns:
    """Long columns nhs_code, ons_code, body, reason, care_type, value (None where not submitted)."""
    columns: Columns = {name: [] for name in ("nhs_code", "ons_code", "body", "reason", "care_type", "value")}
    for block, (body, reason, care), values in delay_sheets.cuts(blocks):
        codes, ons = _codes(block)
        size = len(values)
        columns["nhs_code"] += codes
        columns["ons_code"] += ons
        columns["body"] += [body] * size
        columns["reason"] += [reason] * size
        columns["care_type"] += [care] * size
        columns["value"] += values
    return columns


def _codes(block: Block) -> tuple[list[str], list[str]]:
    codes = [lead["nhs_code"] for lead in block.leads]
    ons = [lead.get("ons_code", "") for lead in block.leads]
    ons[0] = areas.ENGLAND
    return codes, ons


def council_areas(block: Block) -> Columns:
    """Columns nhs_code, ons_code, name, region of the councils and of people resident outside England."""
    leads = block.leads[1:]
    names = ("nhs_code", "ons_code", "name", "region")
    return {name: [lead.get(name, "") for lead in leads] for name in names}


def check(parsed: Parsed) -> None:
    """Reconcile every column of the three sheets to England's row; raises FileRefused with the cell."""
    blocks: list[Block] = parsed.controls
    for block in blocks:
        checks.unique_codes(block)
        checks.parts_make_total(block)
        checks.rows_make_england(block)
    checks.same_totals(blocks)
    checks.published_after_period(parsed)


def discover(browse: Browse) -> Discovery:
    """Council workbooks on the year pages that the landing page links to."""
    return discovery.monthly(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="Delayed Transfers of Care, monthly workbooks by local authority",
    title="Delayed transfers of care: delayed days by local authority, monthly workbooks",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/",
    hosts=frozenset({"www.england.nhs.uk", "transparency.dh.gov.uk", "webarchive.nationalarchives.gov.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    national=False,
    ended="2020-02",
    tables=("delays", "areas"),
)
