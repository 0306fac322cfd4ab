"""Rows of cells as an old workbook (.xls): the smallest file that readers of BIFF8 open. No checksum guards it."""

import struct
from collections.abc import Mapping, Sequence
from typing import Any

SECTOR, END, FREE, FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook of texts and numbers; None and empty text leave a cell empty."""
    bodies = [_sheet(rows) for rows in sheets.values()]
    head, tail = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6)), _record(0x000A)
    names = [_bound(name, 0) for name in sheets]
    at = len(head) + sum(map(len, names)) + len(tail)
    entries = b""
    for name, body in zip(sheets, bodies, strict=True):
        entries += _bound(name, at)
        at += len(body)
    return _compound(head + entries + tail + b"".join(bodies))


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _bound(name: str, position: int) -> bytes:
    return _record(0x0085, struct.pack("<IBBBB", position, 0, 0, len(name), 1) + name.encode("utf-16-le"))


def _sheet(rows: Sequence[Sequence[Any]]) -> bytes:
    width = max((len(row) for row in rows), default=0)
    out = [
        _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 6)),
        _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)),
    ]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            if isinstance(cell, str) and cell:
                out.append(_record(0x0204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le")))
            elif isinstance(cell, int | float):
                out.append(_record(0x0203, place + struct.pack("<d", cell)))
    return b"".join([*out, _record(0x000A)])


def _compound(stream: bytes) -> bytes:
    """The stream in a compound file: header, the stream's sectors, the directory, the allocation table."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    tables = -(-(sectors + 2) // (SECTOR // 4 - 1))
    chain = [*range(1, sectors), END, END, *[FAT] * tables]
    chain += [FREE] * (tables * SECTOR // 4 - len(chain))
    places = [sectors + 1 + number for number in range(tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, sectors, 0, 4096, END, 0, END, 0)
    header += struct.pack(f"<{tables}I", *places)
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, 0, len(stream))
    return (
        header.ljust(SECTOR, b"\xff") + stream + directory.ljust(SECTOR, b"\0") + struct.pack(f"<{len(chain)}I", *chain)
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return text.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xIQQIQ", len(text), kind, 1, FREE, FREE, child, 0, 0, 0, start, size
    )
