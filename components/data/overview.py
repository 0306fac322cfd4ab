"""The list of publications on the data page: narrow tables by group, what is absent, and the long tables on request."""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import tables, text
from components.tables import Table

NOTHING = "nothing"  # data to, of a publication without a file


def section(groups: Sequence[Table], absent: Sequence[tuple[str, str, str]], whole: Table) -> html.Section:
    """A table a group; ``absent`` holds state, names and why of those without a file, ``whole`` every detail."""
    states = [row[1] for group in groups for row in group.rows]
    said = f"Figures are held of {len(states) - states.count(NOTHING)} of {text.count(len(states), 'publication')}."
    parts: list[Any] = [html.P(said)]
    parts += [html.Div(tables.draw(group, label=group.caption), className="narrow-table") for group in groups]
    if absent:
        items = [html.Li([html.B(f"{state}: "), f"{names}. {words}"]) for state, names, words in absent]
        parts.append(html.Ul(items, className="plain"))
    details = [
        html.Summary("Dates of issue, files and figures of every source"),
        tables.draw(whole, label=whole.caption),
    ]
    return html.Section([html.H2("Sources"), *parts, html.Details(details)], className="sec")
