"""Filters as a plain form: native selects that work without scripts and stand in the address."""

from collections.abc import Mapping, Sequence

import dash_bootstrap_components as dbc
from dash import html

from components.ids import Ids

Choices = Mapping[str, str]
ANY = "any"  # the choice that narrows nothing; the browser leaves it out of the address


def draw(ids: Ids, selects: Sequence[tuple[str, str, Choices, str]], *, label: str, tools: object = None) -> html.Div:
    """Selects of (key, label, choices by value, chosen); the first choice is the one for all."""
    drawn = [
        html.Div(
            [
                html.Label(name, htmlFor=ids.of(key)),
                dbc.Select(
                    id=ids.of(key),
                    options=[{"value": value, "label": said} for value, said in choices.items()],
                    value=chosen,
                    className="select",
                ),
            ]
        )
        for key, name, choices, chosen in selects
    ]
    written = html.Span(id=ids.of("written"), hidden=True)
    return html.Div(
        [*drawn, written, *([tools] if tools else [])], className="controls", role="group", **{"aria-label": label}
    )
