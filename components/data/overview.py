"""The list of publications on the data page: narrow tables by group, what is absent, and the long tables on request."""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import tables, text
from components.tables import Table


def section(groups: Sequence[Table], absent: Sequence[tuple[str, str]], whole: Table) -> html.Section:
    """A table a group; ``absent`` holds name and words of publications without a file, ``whole`` every detail."""
    held = sum(len(group.rows) for group in groups) - len(absent)
    said = f"Figures are held of {held} of {text.count(held + len(absent), 'publication')}."
    parts: list[Any] = [html.P(said)]
    parts += [html.Div(tables.draw(group, label=group.caption), className="narrow-table") for group in groups]
    if absent:
        items = [html.Li([html.B(f"{name}: "), words]) for name, words in absent]
        parts += [html.H3("Without a file"), html.Ul(items, className="plain")]
    details = [
        html.Summary("Dates of issue, files and figures of every source"),
        tables.draw(whole, label=whole.caption),
    ]
    return html.Section([html.H2("Sources"), *parts, html.Details(details)], className="sec")
