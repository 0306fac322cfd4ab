"""The wall of March 2020: where the count of delays ends and nothing may be carried across."""

from dash import html


def beyond() -> html.Div:
    """The quiet panel after the wall while no successor series is loaded."""
    return html.Div(
        html.Div(
            [
                html.P(html.B("The wall, March 2020"), className="kick"),
                html.H2("The count of delays ends here. What replaced it counts something else", className="finding"),
                html.P(
                    "From April 2021 NHS England counts patients who no longer meet the criteria to reside: acute "
                    "hospitals only, at the end of the day, nobody named as responsible. The two are never joined "
                    "and never compared.",
                    className="sub",
                ),
                html.P("No successor series is loaded in this build, so nothing is drawn here.", className="hole"),
            ],
            className="pad",
        ),
        className="after",
    )
