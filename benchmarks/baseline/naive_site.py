"""The front page as a first attempt: Dash as it comes, facts in pandas, Plotly Express, tables of every month.

``gunicorn benchmarks.baseline.naive_site:server``; ``NAIVE_BUILD`` names the warehouse file to read facts from.
"""

import os
from urllib.parse import parse_qs

import duckdb
import pandas
import plotly.express as px
from dash import Dash, Input, Output, callback, dcc, html

BODIES = {"nhs": "NHS", "social_care": "Social care", "both": "Both", "all": "All"}
with duckdb.connect(os.environ["NAIVE_BUILD"], read_only=True) as connection:
    DELAYS = connection.execute("SELECT * FROM delays").df()
    EMERGENCY = connection.execute("SELECT * FROM emergency_care").df()
    SNAPSHOTS = connection.execute("SELECT snapshot_id, is_current FROM snapshots").df()
    AREAS = connection.execute("SELECT area_code, area_name FROM areas ORDER BY area_name").df()

app = Dash(__name__)
server = app.server
app.layout = html.Div([dcc.Location(id="where"), html.H1("Where are we, nationally"), html.Div(id="page")])


@callback(Output("page", "children"), Input("where", "search"))
def draw(search: str) -> list[object]:
    """Both charts with their tables, for a window of months."""
    query = {key: values[0] for key, values in parse_qs((search or "").lstrip("?")).items()}
    start, end = query.get("from", "2000-01"), query.get("to", "2100-12")
    beds, admitted = delays(start, end), admissions(start, end)
    return [
        dcc.Graph(figure=px.line(beds, x="period", y="beds", color="body", title="People delayed on an average day")),
        table(beds.pivot_table(index="period", columns="body", values="beds").reset_index()),
        dcc.Graph(figure=px.line(admitted, x="period", y="per_day", title="Emergency admissions a day")),
        table(admitted[["period", "per_day"]]),
        dcc.Dropdown(AREAS["area_name"].tolist()),
    ]


def current(facts: pandas.DataFrame) -> pandas.DataFrame:
    """England's facts of the files that speak for their release, with the days in each month."""
    merged = facts[facts["area_code"] == "E92000001"].merge(SNAPSHOTS, on="snapshot_id")
    found = merged[merged["is_current"]].copy()
    found["days"] = found["period"].dt.days_in_month
    return found


def within(facts: pandas.DataFrame, start: str, end: str) -> pandas.DataFrame:
    """The months of a window."""
    months = facts["period"].dt.strftime("%Y-%m")
    return facts[(months >= start) & (months <= end)].sort_values("period")


def delays(start: str, end: str) -> pandas.DataFrame:
    """People delayed on an average day by body."""
    found = current(DELAYS[DELAYS["source"] == "dtoc_england"])
    found = within(found[(found["reason"] == "all") & (found["care_type"] == "all")], start, end)
    return found.assign(beds=found["value"] / found["days"], body=found["body"].map(BODIES))


def admissions(start: str, end: str) -> pandas.DataFrame:
    """Emergency admissions a day."""
    found = within(current(EMERGENCY[EMERGENCY["measure"] == "emergency_admissions"]), start, end)
    return found.assign(per_day=found["value"] / found["days"])


def table(rows: pandas.DataFrame) -> html.Details:
    """All rows as a table."""
    head = html.Tr([html.Th(str(name)) for name in rows.columns])
    body = [html.Tr([html.Td(str(cell)) for cell in row]) for row in rows.itertuples(index=False)]
    return html.Details([html.Summary("Table"), html.Table([head, *body])])


server.test_client().get("/")  # a worker of plain Dash knows its own scripts only after it has sent a page
