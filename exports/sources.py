"""The files behind a pack as a table: publication, dates, address and fingerprint of each."""

from exports.figures import Figures
from exports.pack import Column, Table


def table(found: Figures) -> Table:
    """Every file that a figure of the pack came from."""
    columns = (
        Column("publication", "Publication", "Name of the publication"),
        Column("publisher", "Publisher", "Who issued it"),
        Column("release", "Release", "Month, year or series"),
        Column("file_name", "File", "Name of the file"),
        Column("published", "Published", "Day printed as published, if any"),
        Column("revised", "Revised", "Day printed as revised, if any"),
        Column("vintage", "Vintage", "Day on which this version was issued, else retrieved"),
        Column("url", "Address", "Address at the publisher"),
        Column("sha256", "Fingerprint", "sha256 of the bytes"),
    )
    rows = tuple(
        (
            one.publication,
            one.publisher,
            one.release,
            one.file_name,
            str(one.published or "not printed"),
            str(one.revised or "not printed"),
            str(one.vintage),
            one.url,
            one.sha256,
        )
        for one in found.files.values()
    )
    return Table("files", "Files used", "Every file that a figure of this pack was read from.", columns, rows)
