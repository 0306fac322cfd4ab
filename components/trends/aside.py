"""What stands beside a control chart: what it may say, the figures behind that, and the other profile."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from components import icons, states, text


@dataclass(frozen=True)
class Verdict:
    """What a chart may say. sign: an icon's name; heading in words; plain sentences; facts as (figure, words)."""

    sign: str
    heading: str
    sentences: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Switch:
    """A link that shows the same view in another way."""

    words: str
    href: str


def aside(verdict: Verdict, switch: Switch | None) -> html.Aside:
    """The verdict with its reasons, and a link to the widened limits or back."""
    facts = [part for figure, words in verdict.facts for part in (html.Dt(figure), html.Dd(words))]
    parts = [
        html.P("What the chart may say", className="kick"),
        html.H2([icons.sign(verdict.sign), verdict.heading], className="finding verdict"),
        *(html.P(sentence) for sentence in verdict.sentences),
        *([html.Dl(facts, className="facts")] if facts else []),
        *([html.A(switch.words, href=switch.href, className="btn second")] if switch else []),
    ]
    return html.Aside(parts, className="panel say", **{"aria-label": "How to read this chart"})


def profiles(name: str, other: str, differing: Sequence[str], switch: Switch) -> html.Section:
    """How the other profile would class the same months, month by month."""
    changes = "month changes" if len(differing) == 1 else "months change"
    said = f"{len(differing)} {changes} class: {', '.join(differing)}." if differing else "no month changes class."
    return html.Section(
        [
            html.H2(f"Read by another rule book: {other}", className="finding"),
            html.P(f"Shown here: {name}. By {other}, {said}"),
            html.P(html.A(switch.words, href=switch.href), className="note"),
        ],
        className="panel",
    )


def ignored(keys: Sequence[str]) -> list[html.Div]:
    """A calm line about parts of an address that could not be used; nothing when all were."""
    if not keys:
        return []
    named = text.join([f"‘{key}’" for key in dict.fromkeys(keys)])
    parts = "part" if len(set(keys)) == 1 else "parts"
    could = "could not be used and is" if len(set(keys)) == 1 else "could not be used and are"
    months = " Months are written as 2018-01." if {"to", "rebase"} & set(keys) else ""
    return [states.banner([f"The {parts} {named} of this address {could} left out.{months}"])]


def marks(signs: Sequence[tuple[str, str]]) -> html.Section:
    """The marks of the page and what they mean."""
    items = [
        html.Li([html.Span(className=f"key key-{kind}", **{"aria-hidden": "true"}), words]) for kind, words in signs
    ]
    return html.Section(
        [html.H2("Marks used on this page", className="finding"), html.Ul(items, className="keys")], className="panel"
    )


MARKS = (
    ("dot", "month with no rule met"),
    ("diamond", "month that meets a rule, named in the lane and in the table"),
    ("band", "between the limits"),
    ("event", "event or change of definition"),
)
SEASON = (*MARKS, ("dotted", "as published, before the season was removed"))
