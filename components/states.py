"""States of a page that are not the normal one: demonstration, empty, refreshing, something ignored."""

from typing import Any

from dash import html

DEMONSTRATION = "Demonstration data — not real figures."


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
