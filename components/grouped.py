"""A native select with its options in groups; drawn by assets/grouped.js, since Dash's own selects know no groups."""

from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]  # name of a group, and its options as (value, words)


class Select(Component):
    """A select. ``groups`` and ``value`` can be set and followed by callbacks as with any component."""

    _children_props: list[str] = []
    _base_nodes = ["children"]
    _namespace = "interfaceMonitor"
    _type = "Select"

    def __init__(self, id: str, groups: Groups, value: str) -> None:  # noqa: A002
        self._prop_names = ["id", "groups", "value"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        super().__init__(id=id, groups=listed(groups), value=value)


def listed(groups: Groups) -> list[list[Any]]:
    """Groups as they are sent."""
    return [[name, [list(option) for option in options]] for name, options in groups]
