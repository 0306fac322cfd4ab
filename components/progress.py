"""Bars of work that takes a while, and a refresh while it runs: what is being done, how far each source has come."""

from typing import Any

from dash import html

from components import text

DOING = {
    "looking": "looking at the publishers' pages",
    "fetching": "fetching files",
    "reading": "reading files",
    "building": "building the warehouse",
}


def draw(status: dict[str, Any]) -> html.Div:
    """Bars for the sources of a running refresh; says so when none is running."""
    if not status:
        return html.Div(html.P("No refresh has run yet."))
    if status.get("finished_at"):
        return html.Div(html.P(_finished(status)))
    doing = DOING.get(status.get("doing", ""), "starting")
    bars = [_bar(name, source) for name, source in status["sources"].items()]
    built = len(status.get("builds", []))
    said = (
        f"A refresh is running: {doing}. {built} {'build has' if built == 1 else 'builds have'} been published "
        "by it; figures appear here without a reload."
    )
    return html.Div([html.P(said), *bars])


def bar(name: str, words: str, done: int, of: int) -> html.Div:
    """A native bar with its words as label, which a screen reader also says in place of a share."""
    # html.Progress wants text; what has not been looked at yet shows an empty bar
    said = {"aria-valuetext": words}
    drawn = html.Progress(id=name, max=str(max(of, 1)), value=str(done), **said)
    return html.Div([html.Label(words, htmlFor=name), drawn], className="bar")


def _bar(name: str, source: dict[str, Any]) -> html.Div:
    found, fetched = source["found"], source["fetched"]
    words = f"{name}: {source['state']}, {fetched} of {found} files" if found else f"{name}: {source['state']}"
    return bar(f"progress-{name}", words, fetched, found)


def _finished(status: dict[str, Any]) -> str:
    when = text.moment(status["finished_at"])
    endings = {
        0: "everything was refreshed",
        3: "some files could not be refreshed; their last good data are kept",
        4: "nothing could be published",
    }
    if status.get("doing") in ("interrupted", "failed"):
        return f"The last refresh, begun on {when}, was interrupted; what it had fetched is used by the next one."
    return f"The last refresh ended on {when}: {endings.get(int(status.get('exit_code') or 0))}."
