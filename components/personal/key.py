"""What the marks of the charts of outcomes are: one key for all of them."""

from dash import html


def draw(area: str, *, region: str = "", england: bool = True) -> html.Ul:
    """The key: the area's point with its margin, England's tick, the region's diamond."""
    items = [html.Li([html.Span(className="dot-own"), f"{area}, with the publisher’s margin as a bar"])]
    items += [html.Li([html.Span(className="dot-tick"), "England"])] if england else []
    items += [html.Li([html.Span(className="dot-diamond"), region])] if region else []
    return html.Ul(items, className="dot-key")
