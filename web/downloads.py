"""CSV of every table on a page, and of any area's delays.

Each row says what it is, which files and build it comes from and whether it is demonstration data, so that a
file on its own cannot be mistaken. Text that a spreadsheet would run as a formula is defused.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from flask import Flask, Response, request

from components.states import DEMONSTRATION
from components.tables import Table
from components.url_state import Window
from domain import vintages
from domain.vintages import VintageError
from exports.csv_files import REAL, safe
from panels.exports import LOCAL, TABLES
from warehouse import serving
from warehouse.queries import areas, freshness
from warehouse.queries.series import Ask, NotPublished, UnknownIndicator, check, series
from warehouse.reader import View

LOCAL_KIND = "Uploaded by the place; not official statistics"


def register(server: Flask) -> None:
    """Add ``/export/<name>.csv`` and ``/export/series.csv``."""
    server.add_url_rule("/export/series.csv", "export_series", _series)
    server.add_url_rule("/export/<name>.csv", "export_table", _table)


def _table(name: str) -> Response:
    view = serving.view()
    maker = TABLES.get(name)
    table = maker(view, request.args.to_dict(flat=False)) if view and maker else None
    if view is None or table is None:
        return _sorry("There is no such table.", 404)
    said = (LOCAL_KIND, view.key) if name in LOCAL else (REAL, view.id)
    return _csv(view, name, [column.key for column in table.columns], _rows(table), said)


def _rows(table: Table) -> Iterable[Sequence[Any]]:
    return table.rows


def _series() -> Response:
    view = serving.view()
    if view is None:
        return _sorry("No figures are loaded yet.", 404)
    window = Window.parse(request.args.to_dict(flat=False))
    ask = Ask(request.args.get("indicator", "dtoc_beds"), window.start, window.end)
    try:
        view = view.at(vintages.parse(request.args.get("vintage", "")))
        area = areas.find(view, request.args.get("area", ""))
        check(ask, area)
        found = series(view, ask, [area.code])
    except (areas.UnknownArea, UnknownIndicator, NotPublished, VintageError) as problem:
        return _sorry(f"{problem}.", 404)
    files = {one.snapshot_id: freshness.file(view, one.snapshot_id) for one in found}
    header = [
        "area_code",
        "area_name",
        "indicator",
        "period",
        "value",
        "unit",
        "status",
        "shorthand",
        "note",
        "vintage",
        "source",
        "file_name",
        "file_sha256",
        "figures_version",
    ]
    rows = []
    for one in found:
        file = files[one.snapshot_id]
        tail = [file.file_name, file.sha256] if file else ["", ""]
        rows.append(
            [
                area.code,
                area.name,
                ask.indicator,
                one.period,
                one.value,
                one.unit,
                one.status,
                one.shorthand,
                one.note,
                one.vintage,
                one.source,
                *tail,
                view.vintage.text,
            ]
        )
    return _csv(view, f"{ask.indicator}-{area.code}", header, rows, (REAL, view.id))


def _csv(
    view: View, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], said: tuple[str, str]
) -> Response:
    """A CSV whose every row says what kind of figures it holds and from which builds."""
    kind, build = said if view.mode != "demo" else (DEMONSTRATION.rstrip("."), said[1])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*header, "data", "build"])
    for row in rows:
        writer.writerow([*(safe(value) for value in row), kind, build])
    prefix = "demonstration-" if view.mode == "demo" else ""
    headers = {"Content-Disposition": f'attachment; filename="{prefix}{name}.csv"'}
    return Response("\ufeff" + out.getvalue(), mimetype="text/csv", headers=headers)


def _sorry(text: str, status: int) -> Response:
    return Response(text + "\n", status=status, mimetype="text/plain")
