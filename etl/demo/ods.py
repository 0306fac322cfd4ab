"""Writing OpenDocument workbooks: rows of cells to .ods, the same bytes each time."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("manifest", "manifest"))
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook of the given sheets; None leaves a cell empty."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>{''.join(map(_row, rows))}</table:table>"
        for name, rows in sheets.items()
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f'{_HEAD}<office:document-content {_SPACES} office:version="1.3">{body}</office:document-content>'
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _TYPE), ("content.xml", "text/xml"))
    )
    manifest = f'{_HEAD}<manifest:manifest {_SPACES} manifest:version="1.3">{entries}</manifest:manifest>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in (("mimetype", _TYPE), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(member, text)
    return out.getvalue()


def _row(cells: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        said = f"<text:p>{escape(cell)}</text:p>"
        return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    )
