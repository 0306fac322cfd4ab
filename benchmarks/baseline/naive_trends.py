"""The trends page as a first attempt: Dash as it comes, everything held in one long frame, Plotly Express.

``gunicorn -w 2 benchmarks.baseline.naive_trends:server``; ``NAIVE_BUILD`` names the warehouse file to read facts
from. It does less than the product's page: no regions, no rules but the limits, no verdict, no events.
"""

import os

import duckdb
import pandas
import plotly.express as px
from dash import Dash, Input, Output, callback, dcc, html

ENGLAND = "E92000001"
MEASURES = {
    "delayed_days": "Delayed transfers of care",
    "emergency_admissions": "Emergency admissions",
    "emergency_admissions_via_ae": "Emergency admissions via A&E",
    "ae_attendances": "A&E attendances",
    "ae_within_4h_pct": "A&E four-hour performance",
    "dta_waits_4h": "Waits over 4 hours from decision to admit",
    "dta_waits_12h": "Waits over 12 hours from decision to admit",
}
FORMS = {"count": "Total in the month", "day": "Per day", "rate": "Per 100,000 adults"}
BODIES = {"all": "All", "nhs": "NHS", "social_care": "Social care", "both": "Both"}

with duckdb.connect(os.environ["NAIVE_BUILD"], read_only=True) as connection:
    tables = [connection.execute(f"SELECT * FROM {name}").df() for name in ("delays", "emergency_care", "population")]
    files = connection.execute("SELECT snapshot_id, source, file_name, published, is_current FROM snapshots").df()
    names = connection.execute("SELECT area_code, area_name FROM areas WHERE area_type <> 'region'").df()
FACTS = pandas.concat(tables, ignore_index=True).merge(files, on=["snapshot_id", "source"])
FACTS = FACTS[FACTS["is_current"]]
AREAS = names.set_index("area_code")["area_name"].sort_values()
del tables

app = Dash(__name__)
server = app.server


def dropdown(name: str, options: dict[str, str], value: str) -> html.Label:
    """One control with its label."""
    return html.Label([name, dcc.Dropdown(options, value, id=name, clearable=False)])


ends = sorted(FACTS["period"].dt.strftime("%Y-%m").unique(), reverse=True)
app.layout = html.Div(
    [
        html.H1("Is this going up or down?"),
        dropdown("area", AREAS.to_dict(), ENGLAND),
        dropdown("measure", MEASURES, "delayed_days"),
        dropdown("as", FORMS, "rate"),
        dropdown("body", BODIES, "all"),
        dropdown("to", {"latest": "Latest month", **{month: month for month in ends}}, "latest"),
        dropdown("limits", {"36": "Latest 36 months", "all": "Whole series"}, "36"),
        html.Div(id="page"),
    ]
)


@callback(
    Output("page", "children"),
    Input("area", "value"),
    Input("measure", "value"),
    Input("as", "value"),
    Input("body", "value"),
    Input("to", "value"),
    Input("limits", "value"),
)
def draw(*chosen: str) -> list[object]:
    """The control chart of one view with its sentence, table and sources."""
    area, measure, form, body, to, limits = chosen
    if measure != "delayed_days":
        area, body = ENGLAND, "all"
    months = control(series(area, measure, form, body, to), limits)
    if months["value"].isna().all():
        return [html.P("Nothing is held of this measure for this area and these months.")]
    title = f"{MEASURES[measure]}, {AREAS[area]}"
    chart = px.line(months, x="period", y=["value", "mean", "lower", "upper"], markers=True, title=title)
    outside = months[months["outside"]]
    chart.add_scatter(x=outside["period"], y=outside["value"], mode="markers", name="outside a limit")
    last = months.dropna(subset="value").iloc[-1]
    used = months["file_name"].dropna().unique()
    return [
        html.P(f"{title}: {last['value']:,.1f} in {last['period']:%B %Y}; {len(outside)} months outside the limits."),
        dcc.Graph(figure=chart),
        table(months),
        html.P(f"Sources: {', '.join(used)}"),
    ]


def series(area: str, measure: str, form: str, body: str, to: str) -> pandas.DataFrame:
    """Period, value and file of every month of one view."""
    found = FACTS[(FACTS["measure"] == measure) & (FACTS["area_code"] == area)]
    if measure == "delayed_days":
        found = found[(found["body"] == body) & (found["reason"] == "all") & (found["care_type"] == "all")]
    found = found[found["source"] != "ae_providers"]  # whose files hold England, too
    found = found.sort_values(["period", "source"]).drop_duplicates("period", keep="last")  # the national series
    if to != "latest":
        found = found[found["period"].dt.strftime("%Y-%m") <= to]
    found = found[["period", "value", "file_name"]].copy()
    if form in ("day", "rate") and measure != "ae_within_4h_pct":
        found["value"] /= found["period"].dt.days_in_month
    if form == "rate" and measure == "delayed_days":
        found["value"] *= 100_000 / found["period"].dt.year.map(adults(area, found["period"].dt.year.unique()))
    return found


def adults(area: str, years: list[int]) -> dict[int, float]:
    """Residents aged 18 and over in each year, of the nearest year held that is at most two years away."""
    people = FACTS[(FACTS["measure"] == "population") & (FACTS["area_code"] == area) & (FACTS["age"] >= 18)]
    held = people.groupby(people["period"].dt.year)["value"].sum()
    found = {}
    for year in years:
        near = [one for one in held.index if abs(one - year) <= 2]
        found[year] = held[min(near, key=lambda one: (abs(one - year), one))] if near else float("nan")
    return found


def control(found: pandas.DataFrame, limits: str) -> pandas.DataFrame:
    """XmR limits from the latest 36 months or from all, with at most 60 months before them."""
    held = found.dropna(subset="value")
    if held.empty:
        return found
    every = pandas.DataFrame({"period": pandas.date_range(held["period"].min(), held["period"].max(), freq="MS")})
    months = every.merge(found, on="period", how="left")
    if limits != "all":
        months = months.tail(96)
    limited = months if limits == "all" else months.tail(36)
    mean, reach = limited["value"].mean(), 2.66 * limited["value"].diff().abs().mean()
    if limited["value"].count() < 6:
        reach = float("nan")
    inside = months["period"] >= limited["period"].min()
    months = months.assign(mean=mean, lower=mean - reach, upper=mean + reach)
    months[["mean", "lower", "upper"]] = months[["mean", "lower", "upper"]].where(inside & pandas.notna(reach))
    return months.assign(outside=(months["value"] > months["upper"]) | (months["value"] < months["lower"]))


def table(months: pandas.DataFrame) -> html.Details:
    """All months as a table."""
    columns = ["period", "value", "mean", "lower", "upper"]
    head = html.Tr([html.Th(name) for name in columns])
    rows = months[columns].round(dict.fromkeys(columns[1:], 1)).astype(str).itertuples(index=False)
    return html.Details([html.Summary("Table"), html.Table([head, *(html.Tr([html.Td(c) for c in r]) for r in rows)])])


server.test_client().get("/")  # a worker of plain Dash knows its own scripts only after it has sent a page
