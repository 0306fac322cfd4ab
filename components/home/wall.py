"""The wall of March 2020: where the count of delays ends and nothing may be carried across.

What differs is from the definitions of both collections: who is counted, by which test, whose delay it is, and
in which unit. What came after stands in a panel and on axes of its own; while none is loaded that is said.
"""

from collections.abc import Sequence
from typing import Any

from dash import html

DIFFERENCES = (
    ("Who", "All NHS beds for adults, acute and non-acute", "Acute hospitals with a major A&E department only"),
    ("Test", "A clinical decision, a team decision and safe to transfer", "No longer meets the criteria to reside"),
    ("Whose delay", "NHS, social care or both", "Nobody is named"),
    ("Unit", "Days of delay in the month", "People still in hospital at the end of a day"),
)


NOT_LOADED = "No successor series is loaded in this build, so nothing is drawn here."
OUTSIDE = "No month of what came after is held in this window, so nothing is drawn here."


def beyond(drawn: Sequence[Any], empty: str = NOT_LOADED, *, here: bool = True) -> html.Div:
    """The quiet part after the wall; drawn: the panel of what came after; empty: what is said where there is none.

    here: whether it stands at its place on the time axis, beside the delays.
    """
    ends = "ends here" if here else "ended in February 2020"
    why = "because they differ in whom they count, by which test, whose delay it is and in which unit." if drawn else ""
    lead = (
        "From April 2021 NHS England publishes another count. The two are never joined and never compared, "
        f"{why or 'because they differ in:'}"
    )
    rows = [
        html.Li([html.B(what), html.Span(["before: ", before]), html.Span(["after: ", after])])
        for what, before, after in DIFFERENCES
    ]
    head = [
        html.P(html.B("The wall, March 2020"), className="kick"),
        html.H2(f"The count of delays {ends}. What replaced it counts something else", className="finding"),
    ]
    hole = [] if drawn else [html.P(empty, className="hole")]
    listed = html.Ul(rows, className="differences")
    differ = html.Details([html.Summary("Show how the two counts differ"), listed]) if drawn else listed
    words = [*head, html.P(lead, className="sub"), differ, *hole]
    return html.Div([html.Div(words, className="pad"), *drawn], className="after")
