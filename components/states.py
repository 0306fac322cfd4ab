"""States of a page that are not the normal one: demonstration, empty, refreshing, something ignored."""

from typing import Any

from dash import html

from domain.demonstration import NOT_REAL

DEMONSTRATION = NOT_REAL


def banner(children: list[Any], *, kind: str = "", id: str = "") -> html.Div:  # noqa: A002
    """A band of text with a thick edge; ``amber`` for demonstration and stale data, never red."""
    extra = {"id": id} if id else {}
    return html.Div(html.P(children), className=f"banner {kind}".strip(), **extra)


def demonstration(words: str = "Councils, regions and every number on this page are invented.") -> html.Div:
    """What every page says first while figures are fictional; ``words`` say what of this page is."""
    return html.Div(banner([html.B(DEMONSTRATION), f" {words}"], kind="amber"), className="demo")


def no_warehouse(refreshing: bool) -> html.Div:
    """The page before there is anything to show: what is happening, and what to do."""
    if refreshing:
        said = (
            "The publishers' files are being fetched and read for the first time. England's figures appear "
            "within a minute; "
        )
        return html.Div(
            [
                html.H2("The first figures are on their way"),
                html.P([said, html.A("the data page", href="/data"), " shows how far it is."]),
            ],
            className="empty",
        )
    steps = [
        html.Li([html.Code("make run"), " sets everything up and loads figures"]),
        html.Li(
            [
                html.Code("python -m etl refresh"),
                " loads the publishers' files; ",
                html.Code("python -m etl demo"),
                " loads demonstration data",
            ]
        ),
    ]
    return html.Div(
        [
            html.H2("No figures are loaded yet"),
            html.P("This page shows figures once a warehouse has been built:"),
            html.Ul(steps),
        ],
        className="empty",
    )


def ignored(keys: tuple[str, ...]) -> list[Any]:
    """A calm line about parts of an address that could not be used; nothing when all were."""
    if not keys:
        return []
    named = " and ".join(f"‘{key}’" for key in dict.fromkeys(keys))
    return [
        banner(
            [
                f"The part {named} of this address could not be used, so the whole period is shown. Months "
                "are written as 2018-01."
            ]
        )
    ]


def nothing(why: str, fill: str) -> html.Div:
    """A panel without figures: why, and what would fill it."""
    return html.Div(html.P([html.B("No figures for this choice. "), why, " ", fill]), className="hole")


def suppressed(held: int, of: int) -> html.Div:
    """Counts of people that are too small to show; figures that are published are never suppressed."""
    words = f"Fewer than eight people in {held} of {of} months, so these months carry no number."
    return banner([html.B("Suppressed (1 to 7). "), words])


def failed(reference: str) -> html.Div:
    """Something that could not be drawn: what still works, what to do, and what to quote."""
    words = "The tables and CSV files still work. Load the page again; if it stays so, tell whoever runs this site: "
    return banner([html.B("This part could not be redrawn. "), words, html.Code(reference), "."])


def loading(words: str) -> html.Div:
    """A panel that is on its way: it keeps its height, and says what is coming."""
    return html.Div(html.P(words), className="skeleton", role="status")
