"""What can be taken away from a page: its link, the rows of its chart, and the pack of its month.

A page puts ``draw`` beside its controls, gives ``files`` to ``output`` in the callback that its controls call, and
says ``copying`` once. The clientside function ``url.write`` takes back what was said of a link once a control changes.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from dash import ClientsideFunction, Input, Output, clientside_callback, dcc, html

from components.ids import Ids
from components.url_state import href


@dataclass(frozen=True)
class Take:
    """Addresses of the files of a view: rows as CSV, and the page where its month pack is made."""

    csv: str
    pack: str


def pack(area: str, month: str = "") -> str:
    """The address where the pack of an area and a month is made; without a month that of the latest."""
    return href("/snapshots", urlencode({"area": area, **({"month": month} if month else {})}))


def draw(ids: Ids, take: Take) -> html.Div:
    """Copy link, CSV and month pack; beneath them the link in a field, for browsers that do not let it be copied."""
    address = ids.of("address")
    field = dcc.Input(id=address, type="text", readOnly=True, value="", className="text")
    shown = html.Div([html.Label("The link to this view", htmlFor=address), field], id=ids.of("by-hand"), hidden=True)
    line = [
        html.Span(id=ids.of("copied"), role="status", className="said-copied"),
        html.Button("Copy link", id=ids.of("copy"), type="button", className="as-link"),
        html.Span(files(ids, take), id=ids.of("files"), className="tools-line"),
    ]
    return html.Div([html.Div(line, className="tools-line"), shown], className="tools")


def files(ids: Ids, take: Take) -> list[html.A]:
    """The links to the files of a view."""
    return [
        html.A("CSV", id=ids.of("csv"), href=take.csv, download=""),
        html.A("Month pack", id=ids.of("pack"), href=take.pack),
    ]


def output(ids: Ids) -> Output:
    """Where ``files`` go in the callback that the controls call."""
    return Output(ids.of("files"), "children")


def copying(ids: Ids) -> None:
    """Let a click of Copy link do so; said once a page, where its callbacks are."""
    click = Input(ids.of("copy"), "n_clicks")
    clientside_callback(ClientsideFunction("url", "copy"), *copied(ids), click, prevent_initial_call=True)


def copied(ids: Ids) -> list[Output]:
    """Outputs of ``url.copy``: what was done, the link in the field, and whether the field is away."""
    return [
        Output(ids.of("copied"), "children"),
        Output(ids.of("address"), "value"),
        Output(ids.of("by-hand"), "hidden"),
    ]
