"""All designs of a scheme's claims on one screen, and how the verdict follows."""

from components import text
from components.chart_panel import Panel
from components.figures.effects import Said, effects_chart
from components.tables import Column, Table
from components.url_state import href
from panels.schemes import words
from panels.schemes.chain import query
from panels.schemes.held import Held
from warehouse.queries.local.evidence import Effect, Verdict
from warehouse.queries.local.plan import Scheme

NAMES = {
    "before_after": "Before and after",
    "same_months": "Same months last year",
    "its": "Interrupted time series",
    "its_chosen_left_out": "Unusual run left out",
    "england": "Over and above England",
    "survey": "Survey, before and after",
}
ROLES = ("outcome", "balancing")
STRIKING = "Half of all made-up start dates would look as striking in a before-and-after reading."


def judged(held: Held, scheme: Scheme) -> list[Verdict]:
    """The claims that have any estimate, outcomes first."""
    found = [one for one in held.linked(scheme.scheme_id) if one.role in ROLES and estimates(held, one)]
    return sorted(found, key=lambda one: ROLES.index(one.role))


def estimates(held: Held, verdict: Verdict) -> list[Effect]:
    """The designs of a claim that give a number, in the order of the page."""
    return [effect for name in NAMES if (effect := held.effect(verdict, name)) and effect.estimate is not None]


def panel(held: Held, scheme: Scheme, verdict: Verdict, number: int) -> Panel:
    """The designs of one claim."""
    found = estimates(held, verdict)
    unit = f"{text.NBSP}%" if found[0].unit == "percent" else ""
    rows = [_said(effect) for effect in found]
    claim = f"{verdict.indicator_id}.{verdict.body}" if verdict.body else verdict.indicator_id
    return Panel(
        f"scheme-designs-{number}",
        finding=held.indicators[verdict.indicator_id].name,
        subtitle=f"Change after {scheme.scheme_id}. Hollow: described only. Solid: a design, with its 95 % interval.",
        figure=effects_chart(rows, unit=unit),
        table=table(held, scheme, verdict),
        source=words.source_line(held),
        csv=href("/export/scheme-designs.csv", f"{query(held, scheme)}&indicator={claim}"),
    )


def _said(effect: Effect) -> Said:
    solid = effect.lower is not None
    said = words.interval(effect) if solid else words.change(effect)
    return Said(NAMES[effect.design], effect.estimate or 0.0, effect.lower, effect.upper, said)


COLUMNS = (
    Column("design", "Design", kind="text"),
    Column("indicator", "Indicator", kind="text"),
    Column("unit", "Unit", kind="text"),
    Column("estimate", "Estimate", 1),
    Column("lower", "Lower, 95 %", 1),
    Column("upper", "Upper, 95 %", 1),
    Column("p", "p of placebo areas", 3),
    Column("before", "Months before", kind="text"),
    Column("after", "Months after", kind="text"),
    Column("refused", "Why there is none", kind="text"),
)


def table(held: Held, scheme: Scheme, only: Verdict | None = None) -> Table:
    """Every design of a scheme, of one claim where one is named, with the reason where it gives no number."""
    wanted = [
        one
        for one in held.effects
        if one.scheme_id == scheme.scheme_id
        and (only is None or (one.indicator_id, one.body) == (only.indicator_id, only.body))
        and one.design != "placebo_dates"
    ]
    rows = tuple(
        (
            NAMES.get(one.design, one.design.replace("_", " ")),
            f"{one.indicator_id}{' ' + one.body if one.body else ''}",
            "months" if one.design == "could_show" else one.unit or "none",
            one.estimate,
            one.lower,
            one.upper,
            one.p,
            f"{one.pre_first} to {one.pre_last}" if one.pre_first else "none",
            f"{one.post_first} to {one.post_last}" if one.post_first else "none",
            one.refused or "none",
        )
        for one in wanted
    )
    of = f", {only.indicator_id} {held.indicators[only.indicator_id].name} {only.body}".rstrip() if only else ""
    return Table(f"designs{of}", f"Designs and what they say, {scheme.scheme_id} {scheme.name}{of}", COLUMNS, rows)


def steps(held: Held, scheme: Scheme) -> list[str]:
    """How the verdict of the scheme follows, step by step."""
    line = held.line(scheme.scheme_id)
    if line is None:
        return []
    first = next((one for one in held.linked(scheme.scheme_id) if one.indicator_id == line.rests_on), None)
    said = []
    if first:
        said += chosen(held, first)
        name = held.indicators[first.indicator_id].name
        said.append(f"The verdict rests on {name} ({first.indicator_id}): {first.why}.")
    if first and (other := england(held, first)):
        said.append(other)
    worse = [one for one in held.linked(scheme.scheme_id) if one.role == "balancing" and one.verdict == "worse"]
    said += [f"{held.indicators[one.indicator_id].name} got worse: {one.why}." for one in worse]
    if line.verdict == "substituted":
        said.append("The rule puts what got worse above what improved. A scheme’s line is never an average.")
    if first and first.settle:
        said.append(f"What would settle it: {first.settle.replace('*', '')}.")
    return said


def chosen(held: Held, verdict: Verdict) -> list[str]:
    """Why a before and after may not be read here: it started after an unusual run (M17)."""
    described, without = held.effect(verdict, "before_after"), held.effect(verdict, "its_chosen_left_out")
    if described is None or described.estimate is None or without is None:
        return []
    return [
        f"Before and after reads {words.change(described)}, but it started after an unusual run of three months: some "
        f"return was to be expected. Without them: {words.interval(without) or 'no estimate'}."
    ]


def england(held: Held, verdict: Verdict) -> str:
    """What the comparison with England gives where it says something else than the design the verdict rests on."""
    other, own = held.effect(verdict, "england"), held.effect(verdict, *words.PRIMARY)
    if other is None or own is None or not (apart(other) and _way(other) != _way(own)):
        return ""
    return (
        f"Over and above England it reads {words.interval(other)}: the other councils moved otherwise in the same "
        "months. The verdict rests on the registered design, which is its own past; both are shown."
    )


def apart(effect: Effect) -> bool:
    """Whether an interval leaves out no change."""
    return effect.lower is not None and effect.upper is not None and (effect.lower > 0 or effect.upper < 0)


def _way(effect: Effect) -> int:
    """The way of a change: down, up, or neither where the interval holds no change."""
    return 0 if not apart(effect) else 1 if (effect.estimate or 0) > 0 else -1
