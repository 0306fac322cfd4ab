"""The sections of the style guide."""

from typing import Any

from dash import html

from components import chart_panel, icons, progress, states, tables
from components.data import fresh
from components.styleguide import specimens
from components.trends import aside
from domain.freshness import STALE, Freshness


def sections() -> list[Any]:
    """All sections in the order in which a page is read."""
    return [_type(), _colours(), _controls(), _states(), _panel(), _verdicts(), _table()]


def _section(title: str, said: str, children: list[Any]) -> html.Section:
    return html.Section([html.H2(title), html.P(said, className="sub"), *children], className="sec")


def _type() -> html.Section:
    rows = [
        html.Li([html.Span(size, className="sub"), html.Span(words, className=f"t-{name}")])
        for size, name, words in specimens.SIZES
    ]
    said = "Atkinson Hyperlegible, regular and bold; tabular figures for every number; 60 to 75 characters a line."
    return _section("Type", said, [html.Ul(rows, className="types")])


def _colours() -> html.Section:
    items = [
        html.Li([html.Span(className="swatch", style={"background": f"var(--{token})"}), html.B(name), html.Span(use)])
        for token, name, use in specimens.COLOURS
    ]
    said = "A colour has one job on all pages. Shape and word come first, hue second."
    return _section("Colour", said, [html.Ul(items, className="swatches")])


def _controls() -> html.Section:
    select = html.Select(
        [html.Option("Quillshire"), html.Option("Ambermoor")], id="styleguide-area", className="select"
    )
    row = [
        html.Div([html.Label("Area", htmlFor="styleguide-area"), select]),
        html.Button("Download pack", type="button", className="btn"),
        html.Button("Show widened limits", type="button", className="btn second"),
        html.Button("Nothing to download", type="button", className="btn", disabled=True),
    ]
    return _section("Controls", "Native, 44 px high. A button says what happens.", [html.Div(row, className="row")])


def _states() -> html.Section:
    parts = [
        html.Div([html.H3(name), part], className="state")
        for name, part in (
            ("Demonstration", states.demonstration()),
            ("Loading", states.loading("The chart of delays is on its way.")),
            ("Empty: no warehouse", states.no_warehouse(refreshing=False)),
            ("Empty: first figures on their way", states.no_warehouse(refreshing=True)),
            (
                "Empty: nothing for this choice",
                states.nothing("Reasons by body are published for England only.", "Choose England."),
            ),
            ("A refresh is running", progress.draw(specimens.RUNNING)),
            ("Stale", html.P(fresh.said([("A monthly series", Freshness(STALE))]))),
            ("Suppressed", states.suppressed(7, 12)),
            ("Part of an address that could not be used", states.ignored(("from",))[0]),
            ("Error", states.failed("7f3a91c2")),
        )
    ]
    return _section("States", "Amber warns, ink stops, grey explains; never red.", parts)


def _panel() -> html.Section:
    said = "Under every chart: the same numbers as a table, a CSV and the source. One accent a chart."
    return _section(
        "Chart panel", said, [chart_panel.draw(specimens.panel(), level=3, size="control"), aside.marks(aside.MARKS)]
    )


def _verdicts() -> html.Section:
    items = [
        html.Li([icons.sign(sign), html.B(heading), html.Span(f" {said}")])
        for sign, heading, said in specimens.VERDICTS
    ]
    return _section("What a chart may say", "Seven shapes with their words.", [html.Ul(items, className="signs")])


def _table() -> html.Section:
    said = "Caption, scopes, right-aligned numbers, units in the header; scrolls in a labelled region."
    return _section("Table", said, [tables.draw(specimens.TABLE, label=specimens.TABLE.caption)])
