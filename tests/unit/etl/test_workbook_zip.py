"""What a workbook may not carry: bombs, macros, links, embedded files, document types."""

import io
import socket
import zipfile

import pytest
import xlsxwriter

from etl.demo import books
from etl.problems import FileRefused
from etl.workbook import Workbook, check_zip


def plain():
    return books.workbook({"One": [["x"]]})


def with_part(name, body, data=None):
    """A sound workbook with one more part."""
    out = io.BytesIO(data or plain())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


def test_a_harmless_extra_part_is_no_reason_to_refuse():
    assert Workbook(with_part("docProps/note.txt", "hello")).sheets == ("One",)


@pytest.mark.parametrize(
    "part",
    [
        "xl/vbaProject.bin",
        "XL/VBAPROJECT.BIN",
        "xl/embeddings/oleObject1.bin",
        "xl/connections.xml",
    ],
)
def test_macros_connections_and_embedded_files_are_refused_by_the_name_of_the_part(part):
    with pytest.raises(FileRefused) as refused:
        Workbook(with_part(part, "x"))
    assert part.lower() in refused.value.found
    assert "without macros" in refused.value.expected


LINK = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></externalLink>"""
TARGET = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"
Target="http://127.0.0.1:%d/other.xlsx" TargetMode="External"/></Relationships>"""


def test_a_link_to_another_workbook_is_read_as_the_value_last_seen_and_never_followed():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("One").write_formula(0, 0, "='[1]Other'!$A$1", None, 42)
    book.close()
    with socket.socket() as canary:
        canary.bind(("127.0.0.1", 0))
        canary.listen()
        canary.settimeout(0.2)
        linked = with_part("xl/externalLinks/externalLink1.xml", LINK, out.getvalue())
        rels = "xl/externalLinks/_rels/externalLink1.xml.rels"
        found = Workbook(with_part(rels, TARGET % canary.getsockname()[1], linked)).rows("One")
        with pytest.raises(TimeoutError):
            canary.accept()
    assert found == [[42.0]]


def test_an_upload_may_not_carry_links():
    with pytest.raises(FileRefused) as refused:
        check_zip(with_part("xl/externalLinks/externalLink1.xml", LINK))
    assert "xl/externallinks/externallink1.xml" in refused.value.found


def test_a_document_type_is_refused():
    bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><x>&lol;</x>'
    with pytest.raises(FileRefused, match="a document type"):
        Workbook(with_part("xl/evil.xml", bomb))


@pytest.mark.parametrize("size", [3_000_000, 101_000_000])
def test_a_part_that_swells_far_beyond_the_file_is_refused(size):
    with pytest.raises(FileRefused, match=r"parts of [\d,]+ bytes"):
        Workbook(with_part("xl/media/image1.png", b"\0" * size))


def test_far_too_many_parts_are_refused():
    out = io.BytesIO(plain())
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(500):
            archive.writestr(f"xl/media/{number}.txt", "")
    with pytest.raises(FileRefused, match="at most 500 parts"):
        Workbook(out.getvalue())


def test_a_part_whose_bytes_were_changed_is_refused():
    data = bytearray(plain())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    start = info.header_offset + 30 + len(info.filename) + 20
    data[start : start + 4] = bytes(byte ^ 0xFF for byte in data[start : start + 4])
    with pytest.raises(FileRefused):
        Workbook(bytes(data))


def test_an_archive_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(FileRefused, match="damaged workbook"):
        Workbook(out.getvalue())
