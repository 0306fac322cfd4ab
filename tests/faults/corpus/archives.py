"""Archives whose parts are gone, empty, foreign or monstrous, and sheets that lie about their size."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from functools import partial

from tests.faults.corpus.samples import Sample
from tests.faults.corpus.verdict import Case

Parts = dict[str, bytes]
HARMLESS = ("a sheet in another encoding", "links to other files")  # cells hold the values last seen
BOMB = 25_000_000  # unpacked; more than 200 times any sample


def parts(sample: Sample) -> Iterator[Case]:
    """An archive whose parts are gone, empty or something else; only what nobody needs may be missing."""
    for name in unpacked(sample.body):
        for what, body in (("gone", None), ("empty", b""), ("foreign", b"\x00\xffnot what it says" * 9)):
            yield Case(f"{name} {what}", partial(repacked, sample.body, _put(name, body)), told=False, other=True)


def monsters(sample: Sample) -> Iterator[Case]:
    """Archives made to harm their reader."""
    sheet = main_sheet(sample)
    first = sheet.encode()
    for name, change in {
        "a bomb": lambda p: p.update({"xl/media/bomb.bin": bytes(BOMB)}),
        "a bomb for a sheet": lambda p: p.update({sheet: p[sheet] + b" " * BOMB}),
        "a thousand parts": lambda p: p.update({f"x/{number}": b"" for number in range(1000)}),
        "macros": lambda p: p.update({"xl/vbaProject.bin": b"x"}),
        "links to other files": lambda p: p.update({"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        "an embedded file": lambda p: p.update({"xl/embeddings/oleObject1.bin": b"\xd0\xcf"}),
        "a connection": lambda p: p.update({"xl/connections.xml": b"<x/>"}),
        "a document type": lambda p: p.update({sheet: _doctype(p[sheet], b'<!ENTITY b "c">')}),
        "a document type after a long comment": lambda p: p.update(
            {sheet: _doctype(p[sheet], b'<!ENTITY b "c">', b"<!--" + b"x" * 5000 + b"-->")}
        ),
        "an entity from a file": lambda p: p.update(
            {sheet: _doctype(p[sheet], b'<!ENTITY b SYSTEM "file:///etc/passwd">')}
        ),
        "a thousand million laughs": lambda p: p.update({sheet: _doctype(p[sheet], _laughs())}),
        "a sheet that ends early": lambda p: p.update({sheet: p[sheet][: len(p[sheet]) // 2]}),
        "a sheet in another encoding": lambda p: p.update({sheet: p[sheet].decode().encode("utf-16")}),
    }.items():
        yield Case(name, partial(repacked, sample.body, change), told=False, refused=name not in HARMLESS)
    if sample.kind == "ods":
        for rows, columns in ((1_048_576, 16_384), (1_000_000, 1), (2, 16_384)):
            repeat = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/></table:table-row></table:table>'  # noqa: E501
            change = _replaced(sheet, rb"</table:table>", repeat.encode())
            yield Case(
                f"a cell repeated {rows} x {columns}", partial(repacked, sample.body, change), told=False, refused=True
            )
    yield Case("two parts of one name", _twice(sample.body, sheet), told=False)
    yield Case("a part that says it is encrypted", _flagged(sample.body), told=False, refused=True)
    yield Case("sizes that lie", _lying(sample.body, first), told=False)
    yield Case(
        "an archive in an archive",
        partial(repacked, sample.body, lambda p: (p.clear(), p.update({"a.xlsx": sample.body}))),
        told=False,
        refused=True,
    )  # noqa: E501
    yield Case("an archive behind other bytes", b"PK\x03\x04" + bytes(400) + sample.body, told=False)


def sizes(sample: Sample) -> Iterator[Case]:
    """What a sheet says of its own size is not believed: every row counts, and a far cell is refused."""
    sheet = main_sheet(sample)
    for ref in ("A1", "A1:B2", "A1:XFD1048576", "B900000:C900001", "", "nonsense", "C3:A1"):
        new = f'<dimension ref="{ref}"/>'.encode()
        change = _replaced(sheet, rb"<dimension [^>]*/>", new)
        yield Case(f"a dimension of '{ref}'", partial(repacked, sample.body, change), same=":" in ref or ref == "A1")
    for far in ("XFD1048576", "A1048576", "XFD20", "A250000", "AAA30"):
        row = re.sub(r"\D", "", far)
        cell = f'<row r="{row}"><c r="{far}"><v>1</v></c></row></sheetData>'.encode()
        change = _replaced(sheet, rb"</sheetData>", cell)
        yield Case(f"a far cell {far}", partial(repacked, sample.body, change), told=False, refused=True)
    for what, cell in {
        "a row of number 0": b'<row r="0"><c r="A0"><v>1</v></c></row></sheetData>',
        "a row below zero": b'<row r="-4"><c r="A-4"><v>1</v></c></row></sheetData>',
        "a cell without an address": b"<row><c><v>1</v></c></row></sheetData>",
    }.items():
        yield Case(what, partial(repacked, sample.body, _replaced(sheet, rb"</sheetData>", cell)), told=False)


def unpacked(body: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(body: bytes, change: Callable[[Parts], object]) -> bytes:
    found = unpacked(body)
    change(found)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in found.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def main_sheet(sample: Sample) -> str:
    """The largest part with cells: one that the parser reads."""
    found = {
        n: len(p) for n, p in unpacked(sample.body).items() if n.startswith("xl/worksheets/") or n == "content.xml"
    }
    return max(found, key=lambda name: found[name])


def _put(name: str, body: bytes | None) -> Callable[[Parts], object]:
    return lambda found: found.pop(name) if body is None else found.update({name: body})


def _replaced(name: str, pattern: bytes, new: bytes) -> Callable[[Parts], object]:
    def change(found: Parts) -> None:
        found[name], count = re.subn(pattern, new, found[name], count=1)
        assert count == 1, f"{name} has no {pattern!r}"

    return change


def _doctype(part: bytes, entities: bytes, before: bytes = b"") -> bytes:
    head, _, rest = part.partition(b"?>")
    return head + b"?>" + before + b"<!DOCTYPE a [" + entities + b"]>" + rest


def _laughs() -> bytes:
    lines = [b'<!ENTITY l0 "lol">']
    lines += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">'.encode() for n in range(1, 10)]
    return b"".join(lines)


def _twice(body: bytes, name: str) -> bytes:
    out = io.BytesIO(body)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr(name, b"<worksheet/>")
    return out.getvalue()


def _flagged(body: bytes) -> bytes:
    """The flag of encryption in every entry, with nothing encrypted."""
    changed = bytearray(body)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = body.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = body.find(mark, at + 4)
    return bytes(changed)


def _lying(body: bytes, name: bytes) -> bytes:
    """The archive's list of parts says that the main part is 10 bytes long."""
    changed = bytearray(body)
    at = body.find(b"PK\x01\x02")
    while at >= 0:
        if body[at + 46 : at + 46 + len(name)] == name:
            changed[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = body.find(b"PK\x01\x02", at + 4)
    return bytes(changed)
