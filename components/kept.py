"""Parts that many answers share or hold by hundreds, made ready to send: cells of tables, half a page."""

from typing import Any, TypeVar

from dash.development.base_component import Component

HTML = "dash_html_components"
Part = TypeVar("Part", bound=Component)


def ready(part: Part) -> Part:
    """The part itself, with its form on the wire kept: it must not be changed afterwards."""
    sent = plain(part)
    vars(part)["to_plotly_json"] = lambda: sent
    return part


def part(kind: str, children: Any = None, **properties: Any) -> dict[str, Any]:
    """An element of html as it goes out, made without the checks of a component: for what a page holds by hundreds.

    ``part("Td", "3", className="r")`` is ``plain(html.Td("3", className="r"))``.
    """
    return {"props": {"children": children, **properties}, "type": kind, "namespace": HTML}


def plain(part: Any) -> Any:
    """A component and everything inside it as the plain values that go out as JSON: they must not be changed."""
    if isinstance(part, Component):
        sent = part.to_plotly_json()
        return {**sent, "props": {name: plain(value) for name, value in sent["props"].items()}}
    return [plain(one) for one in part] if isinstance(part, list | tuple) else part
