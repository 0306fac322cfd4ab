"""What a page of schemes shows where no place has uploaded, and what every page of schemes says of made-up data."""

from typing import Any

from dash import html

from components import states

INVENTED = "Every place, scheme and number on this page is made up."


def banner(mode: str | None) -> list[Any]:
    """What a page says first while its figures are demonstration data; nothing else."""
    return [states.demonstration(INVENTED)] if mode == "demo" else []


def nobody() -> html.Div:
    """Empty state: what would stand here, and how to bring it."""
    return html.Div(
        [
            html.H2("No place has uploaded its schemes yet"),
            html.P(
                "This page reads schemes, spend, outputs and indicators that a council or partnership uploads. "
                "National figures do not need any of that."
            ),
            html.P(html.A("Take the template and upload a workbook", href="/upload")),
        ],
        className="empty",
    )
