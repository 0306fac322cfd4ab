"""What an impact page says: the verdict in plain words for leaders, diagnostics for analysts."""

import json
from typing import Any

from dash import html

from analysis.impact.reasons import WORDS
from components import text
from domain import delays
from panels.impact.choice import Choice
from panels.schemes import words
from panels.schemes.designs import NAMES
from panels.schemes.held import Held
from warehouse.queries.local.evidence import Effect

STRIKING = "Half of all made-up start dates would look as striking in a before-and-after reading."


def question(choice: Choice) -> str:
    """The question of the page."""
    return f"{choice.scheme.scheme_id} {choice.scheme.name}: did it move what it claims?"


def indicator(held: Held, choice: Choice) -> str:
    """The indicator with its part."""
    name = held.indicators[choice.link.indicator_id].name
    return f"{name}, {delays.BODY_LABELS[choice.link.body]}" if choice.link.body else name


def lead(held: Held, choice: Choice) -> list[Any]:
    """The verdict with its figure, why, and what would settle it."""
    found = choice.verdict
    effect = held.effect(found, *words.PRIMARY)
    said = f" {words.interval(effect)} against its own past." if effect and words.interval(effect) else ""
    settle = f" What would settle it: {found.settle.replace('*', '')}." if found.settle else ""
    return [
        f"{indicator(held, choice)}: ",
        html.B(WORDS.get(found.verdict, found.verdict).lower()),
        f".{said} {text.sentence(found.why)}.{settle}",
    ]


def method(held: Held, choice: Choice) -> str:
    """Which months were compared, by which registered design, and the code of the reason."""
    effect = held.effect(choice.verdict, *words.PRIMARY)
    if effect is None or not effect.pre_first or not effect.post_first:
        return f"No design could be run. Reason code: {choice.verdict.reason}."
    before, after = (
        text.stretch(effect.pre_first, effect.pre_last),
        text.stretch(effect.post_first, effect.post_last),
    )
    unusual = ", the unusual run before the start left out" if effect.design == "its_chosen_left_out" else ""
    design = NAMES["its" if unusual else effect.design].lower()
    return (
        f"Registered design: {design}{unusual}, {before} against {after}; the roll-in is left out. "
        f"Reason code: {choice.verdict.reason}."
    )


def chosen(held: Held, choice: Choice) -> str:
    """Whether it started after an unusual run (M17)."""
    if held.effect(choice.verdict, "its_chosen_left_out") is None:
        return (
            "The three months before the start were no unusual run on the bad side, or too few months are held to tell."
        )
    return (
        "Started after an unusual run; some return was to be expected. Both results are shown, without and with the "
        "three months before the start; the verdict uses the one without them."
    )


def showing(held: Held, choice: Choice) -> str:
    """Could it ever show? (M19)."""
    found = held.effect(choice.verdict, "could_show")
    expected = choice.link.expected
    if not expected:
        return "No effect was registered as expected, so it cannot be said when it could show."
    said = words.signed(expected, choice.link.expected_unit)
    if found is None:
        return f"{said} is expected; from this history it cannot be worked out when that could show."
    if found.refused:
        return f"{said} is expected; {found.refused}."
    details = json.loads(found.details)
    if found.estimate is None:
        return (
            f"{said} is expected: it would never show in this indicator, with this history. Measure the people reached."
        )
    months = text.count(round(found.estimate), "month")
    return f"{said} is expected: it can show {months} after the roll-in (80{text.NBSP}% power; r1 {details['r1']:g})."


def diagnostics(held: Held, choice: Choice) -> list[tuple[str, str]]:
    """Figures for analysts, as (what, words)."""
    found = []
    for name in ("its", "its_chosen_left_out"):
        effect = held.effect(choice.verdict, name)
        if effect and effect.estimate is not None:
            found += _own_past(effect)
    england = held.effect(choice.verdict, "england")
    if england and england.details:
        found += _england(england)
    areas = held.effect(choice.verdict, "placebo_areas")
    if areas and areas.p is not None:
        found.append(("p of placebo areas", f"{areas.p:.3g}"))
    return found


def _own_past(effect: Effect) -> list[tuple[str, str]]:
    details = json.loads(effect.details or "{}")
    least = details.get("least_squares")
    name = NAMES[effect.design]
    rows = [
        (f"{name}: months before and after", f"{effect.pre_points} and {effect.post_points}"),
        (f"{name}: autocorrelation of most weight", f"{details.get('rho', 0):g}"),
    ]
    if least:
        said = _signed(f"{least[0]:g} ({least[1]:g} to {least[2]:g}), se {least[3]:g}, {details.get('df')} df")
        scale = ", on the log scale" if effect.unit == "percent" else ""
        rows.append((f"{name}: ordinary least squares, a diagnostic only{scale}", said))
    return rows


def _england(effect: Effect) -> list[tuple[str, str]]:
    details = json.loads(effect.details)
    slope = details["slope"]
    return [
        (
            "England: councils in the comparator",
            f"{details['areas']}, {details['incomplete']} left out for missing months",
        ),
        ("England: trend before the start, % a year", _signed(f"{slope[0]:g} ({slope[1]:g} to {slope[2]:g})")),
        ("England: what that trend alone would explain", text.share(min(9.99, details["explained"]))),
    ]


def _signed(words: str) -> str:
    """Numbers with a true minus."""
    return words.replace("-", "\u2212")


def refusals(held: Held, choice: Choice) -> list[tuple[str, str]]:
    """Designs that give no number, with the reason."""
    link = choice.link
    own = [
        one
        for one in held.effects
        if (one.scheme_id, one.indicator_id, one.body) == (link.scheme_id, link.indicator_id, link.body)
    ]
    names = {
        **NAMES,
        "peers": "Peers",
        "placebo_areas": "Placebo areas",
        "placebo_dates": "Placebo dates",
        "could_show": "Could it show",
    }
    return [(names.get(one.design, one.design), one.refused) for one in own if one.refused]
