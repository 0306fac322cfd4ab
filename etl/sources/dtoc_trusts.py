"""Delayed days by trust: the monthly ``Trust-Type-B`` workbooks, the sibling of the council workbooks.

Not yet seen: built from the documented layout (sheets ``Trust - by reason`` and so on, the header after thirteen
rows, then England and an empty row). A sheet or column that is not documented is refused, never passed over.
"""

from collections.abc import Sequence

from domain import organisations
from etl import checks, delay_sheets, discovery, layout, metadata
from etl.blocks import Block, read_block
from etl.delay_sheets import SHEETS
from etl.problems import FileRefused, NotThisPublication
from etl.source import Browse, Columns, Discovery, Parsed, Source
from etl.workbook import Workbook

ID = "dtoc_trusts"
NEEDED = ("body", "reason")  # documented; the sheet by type of care is read where there is one


def parse(data: bytes) -> Parsed:
    """Tidy rows of one workbook; raises FileRefused, or NotThisPublication for a workbook of another kind."""
    lay, book = layout.load(ID), Workbook(data)
    names = {lay.name("sheet", sheet): sheet for sheet in book.sheets}
    known = [kind for kind in SHEETS if kind in names]
    if not known:
        _whose(book, lay)
    sheet = names[known[0]]
    meta = metadata.read(book.rows(sheet), lay)
    delay_sheets.identify(meta, sheet, lay, "Provider")
    _expected_sheets(book, names, lay)
    month = metadata.month(meta.get("period"), f"sheet '{sheet}', Period")
    blocks = [read_block(book.rows(names[kind]), kind=kind, sheet=names[kind], lay=lay) for kind in known]
    return Parsed(
        key=month,
        title=str(meta.get("title", "")),
        start=month,
        end=month,
        published=metadata.day(meta.get("published")),
        revised=metadata.day(meta.get("revised")),
        tables={"trust_delays": tidy(blocks), "organisations": providers(blocks[0])},
        controls=blocks,
        notes=metadata.dated_notes(meta),
    )


def _whose(book: Workbook, lay: layout.Layout) -> None:
    """A workbook without a trust sheet is another one, unless its labels say that it is by provider."""
    expected = "a sheet such as 'Trust - by responsible org'"
    for sheet in book.sheets:
        if lay.name("identity", metadata.read(book.rows(sheet), lay).get("basis", "")) == "basis":
            raise FileRefused(f"the sheets {', '.join(book.sheets)}", expected, "the list of sheets")
    raise NotThisPublication(f"no {expected[2:]}")


def _expected_sheets(book: Workbook, names: dict[str | None, str], lay: layout.Layout) -> None:
    missing = [kind for kind in NEEDED if kind not in names]
    if missing:
        found = f"the sheets {', '.join(book.sheets)}"
        raise FileRefused(found, f"a trust sheet by {' and by '.join(missing)}", "the list of sheets")
    if None in names:
        known = "the documented sheets (Trust - by …, England, Data Quality)"
        raise FileRefused(f"the sheet '{names[None]}'", known, "the list of sheets")


def tidy(blocks: Sequence[Block]) -> Columns:
    """Long columns org_code, body, reason, care_type, value (None where not submitted); England is a control only."""
    columns: Columns = {name: [] for name in ("org_code", "body", "reason", "care_type", "value")}
    for block, (body, reason, care), values in delay_sheets.cuts(blocks):
        size = len(values) - 1
        columns["org_code"] += [lead["nhs_code"] for lead in block.leads[1:]]
        columns["body"] += [body] * size
        columns["reason"] += [reason] * size
        columns["care_type"] += [care] * size
        columns["value"] += values[1:]
    return columns


def providers(block: Block) -> Columns:
    """The organisations of a sheet: code, name, kind, region as printed, and no board (none is printed)."""
    leads = block.leads[1:]
    return {
        "code": [lead["nhs_code"] for lead in leads],
        "name": [lead["name"] for lead in leads],
        "kind": [organisations.PROVIDER] * len(leads),
        "region": [lead.get("region", "") for lead in leads],
        "icb_code": [""] * len(leads),
    }


def check(parsed: Parsed) -> None:
    """Reconcile every column of the sheets to England's row; raises FileRefused with the cell."""
    blocks: list[Block] = parsed.controls
    for block in blocks:
        _are_codes(block)
        checks.unique_codes(block)
        checks.parts_make_total(block)
        checks.rows_make_england(block)
    checks.same_totals(blocks)
    checks.published_after_period(parsed)


def _are_codes(block: Block) -> None:
    for lead, row in zip(block.leads[1:], block.rows[1:], strict=True):
        if not organisations.is_code(lead["nhs_code"]):
            where = f"sheet '{block.sheet}', row {row + 1}"
            raise FileRefused(f"the code '{lead['nhs_code']}'", "the code of an NHS organisation such as RDD", where)


def discover(browse: Browse) -> Discovery:
    """Trust workbooks on the year pages that the landing page links to."""
    return discovery.monthly(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="Delayed Transfers of Care, monthly workbooks by trust",
    title="Delayed transfers of care: delayed days by trust, monthly workbooks",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/",
    hosts=frozenset({"www.england.nhs.uk", "transparency.dh.gov.uk", "webarchive.nationalarchives.gov.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    national=False,
    ended="2020-02",
    seen=False,
    tables=("trust_delays", "organisations"),
)
