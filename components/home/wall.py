"""The wall of March 2020: where the count of delays ends and nothing may be carried across.

What differs is from the definitions of both collections: who is counted, by which test, whose delay it is, and
in which unit. While no successor series is loaded the panel says so and draws nothing.
"""

from dash import html

DIFFERENCES = (
    ("Who", "All NHS beds for adults, acute and non-acute", "Acute hospitals with a major A&E department only"),
    ("Test", "A clinical decision, a team decision and safe to transfer", "No longer meets the criteria to reside"),
    ("Whose delay", "NHS, social care or both", "Nobody is named"),
    ("Unit", "Days of delay in the month", "People still in hospital at the end of a day"),
)


def beyond() -> html.Div:
    """The quiet panel after the wall."""
    lead = (
        "From April 2021 NHS England publishes another count. The two are never joined and never compared, "
        "because they differ in:"
    )
    rows = [
        html.Li([html.B(what), html.Span(["before: ", before]), html.Span(["after: ", after])])
        for what, before, after in DIFFERENCES
    ]
    head = [
        html.P(html.B("The wall, March 2020"), className="kick"),
        html.H2("The count of delays ends here. What replaced it counts something else", className="finding"),
    ]
    hole = html.P("No successor series is loaded in this build, so nothing is drawn here.", className="hole")
    return html.Div(
        html.Div([*head, html.P(lead, className="sub"), html.Ul(rows, className="differences"), hole], className="pad"),
        className="after",
    )
