"""Files of another kind under the name of ours."""

import base64
import bz2
import gzip
import io
import zipfile
from collections.abc import Iterator, Sequence

from tests.faults.corpus.samples import Sample
from tests.faults.corpus.verdict import Case

WORDS = ("JSON", "a PDF", "a mail", "rich text", "a text of one line", "a redirect that was saved")  # a table of one
# column, to who looks for columns
PAGE = b"<html><head><title>Sorry</title></head><body>The page is not available.</body></html>"
BODIES = {
    "nothing": b"",
    "blanks": b" \r\n\t " * 40,
    "zeros": bytes(5000),
    "a web page": b"<!DOCTYPE html>" + PAGE,
    "a web page after blanks and a mark": b"\xef\xbb\xbf\n\n  " + PAGE,
    "a web page in UTF-16": ("<!DOCTYPE html>" + PAGE.decode()).encode("utf-16"),
    "a web page with a table": b"<table><tr><td>Period</td><td>OBS_VALUE</td></tr></table>",
    "XML": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "JSON": b'{"error": {"code": 400, "message": "Unable to complete operation."}}',
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "a mail": b"From: someone\r\nTo: anyone\r\n\r\nPlease sign in again.",
    "rich text": b"{\\rtf1\\ansi Sorry}",
    "an old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048),
    "an empty archive": b"PK\x05\x06" + bytes(18),
    "a text of one line": b"OBS_VALUE",
    "a redirect that was saved": b"HTTP/1.1 302 Found\r\nLocation: https://www.england.nhs.uk/\r\n\r\n",
}


def bodies(sample: Sample) -> Iterator[Case]:
    """Web pages, documents and packed files."""
    for name, body in BODIES.items():
        yield Case(name, body, refused=True, told=False, other=name in WORDS)
    yield Case("itself, packed by gzip", gzip.compress(sample.body), refused=True, told=False)
    yield Case("itself, packed by bzip2", bz2.compress(sample.body), refused=True, told=False)
    yield Case("itself in an archive", _archive(sample.body), refused=True, told=False)
    yield Case("itself as base64", base64.b64encode(sample.body), refused=True, told=False, other=True)


def others(sample: Sample, every: Sequence[Sample]) -> Iterator[Case]:
    """Sound files of the other publications: told apart, never read as ours."""
    for one in every:
        if one.source.id != sample.source.id:
            yield Case(f"a file of {one.source.id} ({one.kind})", one.body, other=True)


def _archive(body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("file.xls", body)
    return out.getvalue()
