"""Line charts beside the table that they draw, each with its alternative text."""

from typing import Any

from components import theme
from exports.chart_sheet import Chart
from exports.sheets import Sheet
from exports.styles import plain

SIZE = {"width": 860, "height": 400}
ROWS = 20  # between the tops of two charts
DASHES = ("solid", "dash", "square_dot", "long_dash_dot")  # lines differ without their colours
MARKS = ("circle", "square", "triangle", "diamond")


def insert(book: Any, sheet: Any, part: Sheet, row: int) -> None:
    """Put the charts of a sheet to the right of its table, whose header stands in ``row``."""
    for number, chart in enumerate(part.charts):
        drawn = _drawn(book, part, chart, row)
        place = (row + number * ROWS, len(part.table.columns) + 1)
        sheet.insert_chart(*place, drawn, {"description": plain(chart.words), "object_position": 3})


def _drawn(book: Any, part: Sheet, chart: Chart, row: int) -> Any:
    line = book.add_chart({"type": "line"})
    titles, last = [column.title for column in part.table.columns], row + len(part.table.rows)
    for number, name in enumerate(chart.columns):
        at = titles.index(name)
        look = {"color": chart.colours[number], "width": 2.25, "dash_type": DASHES[number]}
        fill = {"color": chart.colours[number]}
        line.add_series(
            {
                "name": [part.name, row, at],
                "categories": [part.name, row + 1, 0, last, 0],
                "values": [part.name, row + 1, at, last, at],
                "line": look,
                "marker": {"type": MARKS[number], "size": 5, "fill": fill, "border": fill},
            }
        )
    font = {"name": "Arial", "size": 11, "color": theme.INK}
    line.set_title({"name": plain(chart.title).replace("!", " "), "name_font": {**font, "size": 13}, "overlay": False})
    line.set_x_axis({"num_format": "mmm yyyy", "num_font": {**font, "rotation": -45}, "date_axis": True})
    line.set_y_axis({"name": chart.axis, "name_font": font, "num_font": font, "min": 0, "num_format": "#,##0"})
    line.set_legend({"position": "bottom", "font": font})
    line.show_blanks_as("gap")
    line.set_size(SIZE)
    return line
