"""What a register must not hide: gaps in measurement, late and missing data, double claims, money without evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.impact.reasons import GROUPS, NOT_SEPARABLE, SUBSTITUTED, WORKING
from components import text
from components.scheme.money import pounds
from domain import periods
from domain.local.words import SIDES, STAGE_SHORT
from panels.cache import keeping
from panels.schemes import words
from panels.schemes.held import PLAN, Held
from panels.schemes.scope import Where
from warehouse.queries.local import measures
from warehouse.reader import View

Gap = tuple[str, str]  # what kind, and a sentence
EVIDENCE = (WORKING, SUBSTITUTED, "no_effect", "worse")


@keeping(2)
def last_months(view: View, where: Where) -> dict[tuple[str, str], tuple[str, str, tuple[str, ...]]]:
    """First and latest month with a value, and months without one between them, of each local series."""
    found: dict[tuple[str, str], list[tuple[str, bool, str]]] = {}
    for value in measures.values(view, where.place.place_id):
        if value.frequency == "month":
            given = value.status != "not_submitted"
            found.setdefault((value.indicator_id, value.area_code), []).append((value.period, given, value.status))
    answer = {}
    for name, months in found.items():
        held = [month for month, given, _ in months if given]
        if held:
            missing = tuple(month for month in periods.span(min(held), max(held)) if month not in held)
            answer[name] = (min(held), max(held), missing)
    return answer


def gaps(view: View, held: Held) -> list[Gap]:
    """Every gap in words."""
    series = last_months(view, held.where)
    found = [*_double(held), *_levels(held)]
    late = words.overdue(held, {name: months[1] for name, months in series.items()})
    found += [
        (
            "Overdue",
            f"{name}, {held.indicators[name].name}, {held.where.council(area)}: {text.count(months, 'month')} late.",
        )
        for name, area, months in late
    ]
    found += [
        (
            "Missing month",
            f"{name}, {held.where.council(area)}: {_months(missing)}, a gap, never filled in.",
        )
        for (name, area), (_, _, missing) in series.items()
        if missing
    ]
    return found


def _months(months: tuple[str, ...]) -> str:
    return text.join([text.month(month) for month in months])


def _named(held: Held, name: str) -> str:
    return f"{held.indicators[name].name} ({name})"


def _double(held: Held) -> list[Gap]:
    """Schemes that claim the same change: counted for none of them."""
    claimed: dict[str, list[str]] = {}
    for one in held.verdicts:
        if one.indicator_id and one.verdict == NOT_SEPARABLE:
            claimed.setdefault(one.indicator_id, []).append(one.scheme_id)
    return [
        (
            "Double claim",
            f"{text.join(schemes)} claim the same change of {_named(held, name)}: counted for neither.",
        )
        for name, schemes in claimed.items()
    ]


def _levels(held: Held) -> list[Gap]:
    """Schemes without any operational indicator: nothing that the service does is measured."""
    without = [
        scheme.scheme_id
        for scheme in held.schemes
        if (line := held.line(scheme.scheme_id, "operational")) and line.verdict not in GROUPS
    ]
    said = f"{text.join(without)}: nothing that the service does is measured."
    return [("No operational indicator", said)] if without else []


@dataclass(frozen=True)
class Stage:
    """A stage of the care system: schemes, money planned, and how many schemes have evidence either way."""

    name: str
    schemes: int
    plan: float
    with_evidence: int


def stages(held: Held) -> list[Stage]:
    """Stages with schemes, most money first: where most is spent and least is known."""
    found = []
    for key, name in STAGE_SHORT.items():
        schemes = [one for one in held.schemes if one.stage == key]
        if schemes:
            money = sum(held.money(one.scheme_id, PLAN) or 0.0 for one in schemes)
            known = sum((line := held.line(one.scheme_id)) is not None and line.verdict in EVIDENCE for one in schemes)
            found.append(Stage(name, len(schemes), money, known))
    return sorted(found, key=lambda stage: -stage.plan)


def payers(held: Held) -> list[Gap]:
    """Money by who pays and who gains: where they are not the same."""
    other = [one for one in held.schemes if one.payer not in _gains(one.gains)]
    money = sum(held.money(one.scheme_id, PLAN) or 0.0 for one in other)
    if not other:
        return []
    by: dict[str, list[str]] = {}
    for one in other:
        by.setdefault(one.payer, []).append(one.scheme_id)
    parts = [f"{SIDES.get(payer, payer)} pays and does not gain: {', '.join(names)}" for payer, names in by.items()]
    return [("Pays, others gain", f"{pounds(money)} of plan. {'; '.join(parts)}.")]


def _gains(said: str) -> Iterable[str]:
    return [part.strip() for part in said.split(",")]


def waiting(held: Held) -> list[Gap]:
    """When a verdict that cannot be given yet may become another (M19)."""
    months: dict[str, int] = {}
    for one in held.verdicts:
        if one.indicator_id and one.months is not None and one.role == "outcome":
            months[one.scheme_id] = min(one.months, months.get(one.scheme_id, one.months))
    return [
        ("Can change", f"{name}: in {text.count(left, 'month')} at the earliest, if nothing else changes.")
        for name, left in sorted(months.items(), key=lambda pair: pair[1])
    ]
