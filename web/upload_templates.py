"""The workbook to fill in, and each of its sheets as CSV."""

import csv
import functools
import io
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask, Response

from domain.local.examples import EXAMPLES
from domain.local.sheets import SHEET_BY_NAME
from web.upload_child import Failed, TooLong, run

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(server: Flask) -> None:
    """Add ``/upload/template.xlsx`` and ``/upload/template/<sheet>.csv``."""
    server.add_url_rule("/upload/template.xlsx", "upload_template", _workbook)
    server.add_url_rule("/upload/template/<name>.csv", "upload_template_sheet", _sheet)


def _workbook() -> Response:
    try:
        body = template()
    except (Failed, TooLong):
        return Response("The workbook cannot be made just now; please try again.\n", 503, mimetype="text/plain")
    headers = {"Content-Disposition": 'attachment; filename="interface-monitor-template.xlsx"'}
    return Response(body, mimetype=XLSX, headers=headers)


@functools.cache
def template() -> bytes:
    """The workbook, made once: it depends on nothing but the declared sheets."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "template.xlsx"
        run(Path(folder) / "demo", "template", ["--out", str(file)])
        if not file.is_file():
            raise Failed("no template was written")
        return file.read_bytes()


def _sheet(name: str) -> Response:
    sheet = SHEET_BY_NAME.get(name)
    if sheet is None:
        return Response("There is no such sheet.\n", status=404, mimetype="text/plain")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["Row", *(field.label for field in sheet.fields)])
    writer.writerow(["What goes in", *(field.doc for field in sheet.fields)])
    for example in EXAMPLES[name]:
        writer.writerow(["Example", *(example.get(field.name, "") for field in sheet.fields)])
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response("\ufeff" + out.getvalue(), mimetype="text/csv", headers=headers)
