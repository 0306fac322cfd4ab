"""Parts that many answers share, made ready to send once: a month's row in a table, the lower half of a page."""

from typing import Any, TypeVar

from dash.development.base_component import Component

Part = TypeVar("Part", bound=Component)


def ready(part: Part) -> Part:
    """The part itself, with its form on the wire kept: it must not be changed afterwards."""
    sent = plain(part)
    vars(part)["to_plotly_json"] = lambda: sent
    return part


def plain(part: Any) -> Any:
    """A component and everything inside it as the plain values that go out as JSON: they must not be changed."""
    if isinstance(part, Component):
        sent = part.to_plotly_json()
        return {**sent, "props": {name: plain(value) for name, value in sent["props"].items()}}
    return [plain(one) for one in part] if isinstance(part, list | tuple) else part
