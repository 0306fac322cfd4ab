"""What to do at an address that is no page."""

from typing import Any

import dash
from dash import dcc, html

from components import shell
from components.ids import Ids

dash.register_page(__name__, title="Page not found")
ids = Ids("not-found")


def layout(**_: Any) -> html.Div:
    """The page for any unknown address."""
    children = [
        html.Div(html.H1("There is no page at this address", tabIndex=-1), className="head"),
        html.P(
            [
                "If you typed the address, check it. If a link brought you here, please tell its owner. ",
                dcc.Link("Go to the national page", href="/"),
                ".",
            ]
        ),
    ]
    return shell.page(title="Page not found – Interface Monitor", children=children, doc_title_id=ids.of("title"))
