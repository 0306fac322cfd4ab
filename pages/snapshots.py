"""Can I take this month to the board? Month packs to make and to take away, for commissioners and analysts."""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, callback, clientside_callback, ctx, dcc, html, no_update

from components import page_head, shell, states
from components.ids import Ids
from components.snapshots import job as job_panel
from components.snapshots import shelf
from exports import counter, shown
from exports.counter import NoPack
from exports.jobs.note import Job
from warehouse import serving
from warehouse.reader import View

dash.register_page(__name__, path="/snapshots", title="Snapshots", nav="Snapshots", order=80, areas=True)
ids = Ids("snapshots")
QUESTION = "Can I take this month to the board?"
LEAD = (
    "A month pack holds an area's figures for a month and the two years before it as an accessible workbook and tidy "
    "CSV files, with every source file, its fingerprint and what was revised since the month before."
)
NO_FIGURES = "No figures are loaded yet."
CHOICES = (ids.of("area"), ids.of("month"))
POLL = 500  # milliseconds between looks at packs that are being made


def layout(**query: Any) -> html.Div:
    """The form, the job and the shelf; ``area`` and ``month`` in the query choose what the form begins with."""
    view = serving.view()
    if view is None:
        children = [page_head.bare(QUESTION), states.no_warehouse(serving.refreshing())]
        return shell.page(title="Snapshots – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    banner = [states.demonstration()] if view.mode == "demo" else []
    head = page_head.draw(QUESTION, [LEAD], f"Build {view.id}. The same build gives the same bytes.")
    chosen, job = shown.choice(view, query), shown.job(view, counter.state(view))
    there = shown.ready(view, chosen.area, chosen.month)
    children = [
        *banner,
        head,
        *shelf.ignored(chosen.ignored),
        shelf.form(ids, chosen.areas, chosen.months, area=chosen.area, month=chosen.month, packs=there.packs),
        html.Div(shelf.ready(there.one, there.packs, there.why), id=ids.of("ready")),
        html.Div(id=ids.of("answer")),
        job_panel.frame(ids, job),
        html.P(job_panel.aloud(job), id=ids.of("status"), role="status", className="vh"),
        dcc.Interval(id=ids.of("clock"), interval=POLL, disabled=not (job and job.running)),
        html.Section([html.H2("On the shelf"), html.Div(_shelf(view), id=ids.of("shelf"))], className="sec"),
        html.Span(id=ids.of("written"), hidden=True),
    ]
    return shell.page(title="Snapshots – Interface Monitor", children=children, doc_title_id=ids.of("title"))


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    *(Input(field, "value") for field in CHOICES),
    prevent_initial_call=True,
)


@callback(
    Output(ids.of("job"), "children"),
    Output(ids.of("cancel"), "hidden"),
    Output(ids.of("again"), "hidden"),
    Output(ids.of("status"), "children"),
    Output(ids.of("answer"), "children"),
    Output(ids.of("clock"), "disabled"),
    Output(ids.of("ready"), "children"),
    Output(ids.of("make"), "children"),
    Output(ids.of("shelf"), "children"),
    *(Input(ids.of(button), "n_clicks") for button in ("make", "cancel", "again")),
    Input(ids.of("clock"), "n_intervals"),
    *(Input(field, "value") for field in CHOICES),
    prevent_initial_call=True,
)
def act(*values: Any) -> tuple[Any, ...]:
    """Do what was pressed, and show how far the packs are that are being made; the lists change when they end."""
    view, area, month = serving.view(), str(values[-2] or ""), shown.month_of(values[-1])
    if view is None:
        return (*[no_update] * 3, NO_FIGURES, [states.banner([NO_FIGURES])], True, *[no_update] * 3)
    pressed, found, problem = str(ctx.triggered_id or ""), None, ""
    try:
        found = _do(view, pressed, area, month)
    except NoPack as refused:
        problem = str(refused)
    job = shown.job(view, found or counter.state(view))
    panel = job_panel.draw(ids, job)
    running = bool(job and job.running)
    ticked = pressed == ids.of("clock")
    return (
        panel,
        not (job and job.state == "running"),
        not (job and job.unfinished),
        problem or job_panel.aloud(job),
        no_update if ticked else [states.banner([problem])] if problem else [],
        not running,
        *((no_update, no_update) if ticked and running else _ready(view, area, month)),
        no_update if running or pressed in CHOICES else _shelf(view),
    )


def _do(view: View, pressed: str, area: str, month: str) -> Job | None:
    """What a button asks for; the job that it began, or that was done already. Raises NoPack."""
    if pressed == ids.of("make"):
        return counter.order(view, area, month)
    if pressed == ids.of("again"):
        return counter.again(view)
    if pressed == ids.of("cancel"):
        counter.cancel(view)
    return None


def _ready(view: View, area: str, month: str) -> tuple[list[Any], str]:
    """What is ready of the choice, and what the button says."""
    there = shown.ready(view, area, month)
    return shelf.ready(there.one, there.packs, there.why), shelf.button_words(there.packs)


def _shelf(view: View) -> list[Any]:
    return shelf.shelf(*shown.on_shelf(view), demonstration=view.mode == "demo")
