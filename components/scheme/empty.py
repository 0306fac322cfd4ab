"""What a page of schemes shows where no place has uploaded."""

from dash import html


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
