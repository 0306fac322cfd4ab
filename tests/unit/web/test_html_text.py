"""Components drawn as text: what a browser with JavaScript would show, escaped, and nothing lost in silence."""

from html.parser import HTMLParser

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html

from web.html_text import CannotBeText, render


def read(text: str) -> list[object]:
    """Tags with their attributes in any order, and texts."""
    found: list[object] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, given: found.append((tag, dict(given)))
    parser.handle_endtag = lambda tag: found.append(f"/{tag}")
    parser.handle_data = found.append
    parser.feed(text)
    parser.close()
    return found


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (None, ""),
        ("a & <b>", "a &amp; &lt;b&gt;"),
        (7, "7"),
        (html.P(["a ", html.B("b"), None]), "<p>a <b>b</b></p>"),
        (html.Div(id="x", className="y z", tabIndex=-1), '<div id="x" class="y z" tabindex="-1"></div>'),
        (html.Div(hidden=True), "<div hidden></div>"),
        (html.Label("l", htmlFor="i"), '<label for="i">l</label>'),
        (html.Div(**{"aria-label": 'a"b', "data-autofocus": True}), '<div aria-label="a&quot;b" autofocus></div>'),
        (html.Br(), "<br>"),
        (html.Td("x", colSpan=2), '<td colspan="2">x</td>'),
        (html.Div(style={"maxWidth": "2px", "--at": "3"}), '<div style="max-width:2px;--at:3"></div>'),
        (html.Button("go", n_clicks=0, type="submit", disabled=False), '<button type="submit">go</button>'),
        (dcc.Link("to", href="/x?a=1&b=2", refresh=True), '<a href="/x?a=1&amp;b=2">to</a>'),
        (dcc.Input(type="file", name="f", id="i"), '<input type="file" name="f" id="i">'),
        (html.Form(encType="multipart/form-data"), '<form enctype="multipart/form-data"></form>'),
        ({"namespace": "dash_html_components", "type": "B", "props": {"children": "plain"}}, "<b>plain</b>"),
    ],
    ids=lambda part: str(part)[:30],
)  # fmt: skip
def test_a_component_becomes_its_tag(part, text):
    assert read(render(part)) == read(text)
    assert render([part, part]) == 2 * render(part)


def test_a_select_marks_what_is_chosen():
    options = [{"label": "<A>", "value": "a"}, {"label": "B", "value": "b"}]
    found = render(dbc.Select(id="s", name="n", options=options, value="b"))
    assert '<option value="b" selected>B</option>' in found
    assert '<option value="a">&lt;A&gt;</option>' in found
    assert found.startswith("<select ")
    assert ' value="b"' not in found.split(">")[0]


@pytest.mark.parametrize("part", [dcc.Graph(), dcc.Store(id="x"), dcc.Interval(id="y")])
def test_what_needs_a_script_is_refused(part):
    with pytest.raises(CannotBeText):
        render(html.Div(part))


def test_the_shell_of_the_site_can_be_drawn(site):
    from app import _frame

    tags = read(render(_frame(html.H1("x"), "/upload")))
    current = [one for one in tags if isinstance(one, tuple) and "aria-current" in one[1]]
    assert [(tag, given["href"]) for tag, given in current] == [("a", "/upload")]
