"""Components as HTML text, for pages that must be whole without JavaScript: forms with files, and their answers.

Knows html components, links, inputs and selects; anything else is refused, so that nothing is lost in silence.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

VOID = {"br", "hr", "img", "input", "col", "source", "wbr"}
NAMES = {"className": "class", "htmlFor": "for", "data-autofocus": "autofocus"}
TAGS = {"ObjectEl": "object", "MapEl": "map"}
SCRIPTED = {
    "children", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "n_submit", "n_submit_timestamp", "n_blur",
    "n_blur_timestamp", "debounce", "key", "refresh", "persistence", "persisted_props", "persistence_type", "options",
    "setProps", "loading_state",
}  # fmt: skip


class CannotBeText(TypeError):
    """A component that needs JavaScript."""


def render(part: Any) -> str:
    """HTML text of a component, a list of them, a text or nothing."""
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(render(one) for one in part)
    if isinstance(part, Component):
        part = part.to_plotly_json()
    if isinstance(part, Mapping):
        return _element(part["namespace"], part["type"], part["props"])
    return escape(str(part))


def _element(namespace: str, kind: str, props: Mapping[str, Any]) -> str:
    if namespace == "dash_html_components":
        return _tag(TAGS.get(kind, kind.lower()), props, props.get("children"))
    if kind == "Link" and namespace == "dash_core_components":
        return _tag("a", props, props.get("children") or props.get("href"))
    if kind == "Input":
        return _tag("input", {"type": "text", **props}, None)
    if kind == "Select":
        return _select(props)
    raise CannotBeText(f"{namespace}.{kind} cannot be drawn without JavaScript")


def _tag(tag: str, props: Mapping[str, Any], children: Any) -> str:
    opened = f"<{tag}{''.join(_attribute(name, value) for name, value in props.items())}>"
    return opened if tag in VOID else f"{opened}{render(children)}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if name in SCRIPTED or value is None or value is False:
        return ""
    word = NAMES.get(name) or (name if "-" in name else name.lower())
    if value is True:
        return f" {word}"
    if name == "style":
        value = ";".join(f"{_dashed(key)}:{one}" for key, one in value.items())
    return f' {word}="{escape(str(value))}"'


def _dashed(name: str) -> str:
    """``maxWidth`` as ``max-width``; a custom property stays."""
    return name if name.startswith("--") else "".join(f"-{c.lower()}" if c.isupper() else c for c in name)


def _select(props: Mapping[str, Any]) -> str:
    chosen = str(props.get("value", ""))
    options = "".join(
        f'<option value="{escape(str(one["value"]))}"{" selected" if str(one["value"]) == chosen else ""}>'
        f"{escape(str(one['label']))}</option>"
        for one in props.get("options", ())
    )
    attributes = "".join(_attribute(name, value) for name, value in props.items() if name != "value")
    return f"<select{attributes}>{options}</select>"
