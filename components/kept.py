"""Parts that many answers share, made ready to send once: a month's row in a table, the lower half of a page."""

from typing import Any, TypeVar

from dash.development.base_component import Component

Part = TypeVar("Part", bound=Component)


def ready(part: Part) -> Part:
    """The part itself, with its form on the wire kept: it must not be changed afterwards."""
    sent = _sent(part)
    vars(part)["to_plotly_json"] = lambda: sent
    return part


def _sent(part: Any) -> Any:
    """A component and everything inside it as the plain values that go out as JSON."""
    if isinstance(part, Component):
        plain = part.to_plotly_json()
        return {**plain, "props": {name: _sent(value) for name, value in plain["props"].items()}}
    return [_sent(one) for one in part] if isinstance(part, list | tuple) else part
