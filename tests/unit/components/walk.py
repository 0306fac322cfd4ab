"""Walking trees of components: every component, every text, every id."""

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import tables


def every(tree: Any) -> Iterator[Component]:
    """Every component of a tree, outermost first."""
    tree = _component(tree)
    if isinstance(tree, Component):
        yield tree
        yield from every(getattr(tree, "children", None))
    elif isinstance(tree, list | tuple):
        for part in tree:
            yield from every(part)


def _component(part: Any) -> Any:
    """A component that was made ready to send, as a component again; anything else as it is."""
    namespace = part.get("namespace") if isinstance(part, dict) else ""
    if namespace == tables.NAMESPACE:
        return _rows(**part["props"])
    return getattr(html, part["type"])(**part["props"]) if namespace == "dash_html_components" else part


def _rows(heads: list[list[str]], rows: list[list[Any]]) -> list[Component]:
    """Head and body of a table as assets/tables.js draws them."""
    head = html.Tr([html.Th(words, scope="col", className=side) for words, side in heads])
    return [html.Thead(head), html.Tbody([_row(heads, row) for row in rows])]


def _row(heads: list[list[str]], row: list[Any]) -> Component:
    first, *rest = row
    cells, place = [html.Th(first, scope="row")], 1
    for cell in rest:
        if isinstance(cell, list):
            cells.append(html.Td(cell[0], className="away", colSpan=cell[1]))
            place += cell[1]
        else:
            cells.append(html.Td(cell, className=heads[place][1]))
            place += 1
    return html.Tr(cells)


def of(tree: Any, kind: type | str) -> list[Component]:
    """The components of one kind (a class, or a class name such as ``Th``)."""
    name = kind if isinstance(kind, str) else kind.__name__
    return [component for component in every(tree) if type(component).__name__ == name]


def words(tree: Any) -> str:
    """All text of a tree, in order."""
    if tree is None:
        return ""
    tree = _component(tree)
    if isinstance(tree, Component):
        return words(getattr(tree, "children", None))
    if isinstance(tree, list | tuple):
        return "".join(words(part) for part in tree)
    return str(tree)


def ids(tree: Any) -> list[str]:
    """Ids of all components that have one, in order."""
    return [component.id for component in every(tree) if getattr(component, "id", None)]


def properties(component: Component) -> dict[str, Any]:
    """Properties of a component as the browser gets them, ``aria-*`` included."""
    return component.to_plotly_json()["props"]
