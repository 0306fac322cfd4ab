"""Packs while they are made, and what became of them: heading, bar, what can be done; and what is said aloud."""

from dataclasses import dataclass
from typing import Any

from dash import html

from components import progress, text
from components.ids import Ids

STEPS = {
    "reading": "reading the figures",
    "workbook": "writing the workbook",
    "csv": "writing the CSV files",
    "saving": "saving them with the manifest",
    "archive": "putting them into one file",
}
QUARTERS = ("", "A quarter", "Half", "Three quarters")
LEAVE = "You can leave this page: the work goes on, and this shows how far it is when you come back."
SAFE = "Nothing half made can be taken."


@dataclass(frozen=True)
class Shown:
    """A job as a page shows it; ``what`` is what it makes in words, ``state`` one of those of ``exports.jobs.note``."""

    what: str
    state: str
    step: str
    now: str
    done: int
    of: int
    made: int
    place: int
    places: int
    why: str

    @property
    def running(self) -> bool:
        """Whether somebody is at work on it."""
        return self.state in ("running", "stopping")

    @property
    def unfinished(self) -> bool:
        """Whether it can be taken up again."""
        return self.state in ("stopped", "failed", "cut short")


def frame(ids: Ids, job: Shown | None) -> html.Div:
    """The place of the job with its buttons, which are there all the time and hidden when there is nothing to do."""
    running, unfinished = bool(job and job.state == "running"), bool(job and job.unfinished)
    buttons = [
        html.Button("Cancel", id=ids.of("cancel"), className="btn second", n_clicks=0, hidden=not running),
        html.Button("Take it up again", id=ids.of("again"), className="btn", n_clicks=0, hidden=not unfinished),
    ]
    place = {"role": "group", "aria-label": "Packs that are being made", "tabIndex": -1}  # takes over a lost focus
    return html.Div([html.Div(draw(ids, job), id=ids.of("job")), *buttons], className="job", **place)


def draw(ids: Ids, job: Shown | None) -> list[Any]:
    """Heading, bar and words of a job; nothing when there is none to speak of."""
    if job is None or (job.state == "done" and job.of == 1):
        return []
    if job.running:
        bar = progress.bar(ids.of("bar"), _where(job), job.place, job.places)
        note = "It stops after the step that runs now." if job.state == "stopping" else LEAVE
        return [html.H2(f"{text.sentence(job.what)}: being made"), bar, html.P(note, className="note")]
    return [html.H2(_heading(job)), *(html.P(words) for words in _ending(job))]


def _where(job: Shown) -> str:
    """How far it is: the step of one pack, or the packs of many."""
    if job.of == 1:
        return f"Step {job.place + 1} of {job.places}: {STEPS[job.step]}"
    if job.step == "archive":
        return f"{job.done} of {job.of} packs made; {STEPS['archive']}"
    return f"{job.done} of {job.of} packs made" + (f", the last of {job.now}" if job.done else f"; {STEPS['reading']}")


def _heading(job: Shown) -> str:
    ends = {"done": "ready", "stopped": "stopped", "failed": "not finished", "cut short": "cut short"}
    return f"{text.sentence(job.what)}: {ends[job.state]}"


def _ending(job: Shown) -> list[str]:
    if job.state == "done":
        there = job.of - job.made
        before = f", and {there} {'was' if there == 1 else 'were'} there already" if there else ""
        return [f"{job.made} of {text.count(job.of, 'pack')} {'was' if job.made == 1 else 'were'} made{before}."]
    reasons = {
        "stopped": "It was cancelled.",
        "failed": job.why,
        "cut short": "The work ended before it was done, as it does when the server stops.",
    }
    kept = f"{job.done} of {job.of} packs are made and kept; taking it up again makes the others." if job.of > 1 else ""
    return [f"{reasons[job.state]} {kept or SAFE}"]


def aloud(job: Shown | None) -> str:
    """What a screen reader is told of a job: its start, its quarters and its end, not every step."""
    if job is None:
        return ""
    if job.state == "stopping":
        return "Stopping."
    if job.state == "done":
        return f"{text.sentence(job.what)}: ready."
    if not job.running:
        return f"{_heading(job)}. {' '.join(_ending(job))}"
    quarter = 4 * job.done // job.of if job.of > 1 else 0
    far = f" {QUARTERS[min(quarter, 3)]} of the packs are made." if quarter else ""
    return f"{text.sentence(job.what)}: being made.{far}"
