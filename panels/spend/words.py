"""What a spend page says: for leaders what the money does, for analysts which base every share has."""

from typing import Any

from dash import html

from components import text
from components.scheme.money import pounds
from components.scheme.shares import percent
from panels.spend.figures import FEES, FORECAST, MARKET, NEXT, NHS, OUTTURN, PACKAGES, PLAN, Spend


def lead(found: Spend) -> list[Any]:
    """How much sustains what exists, what slipped and where to, and what improvement gets next."""
    sustain, slip = found.share(PLAN, purpose="sustain"), found.slippage
    parts: list[Any] = []
    if sustain:
        parts += [
            html.B(f"{percent(sustain.ratio)} of the plan"),
            f" of {pounds(sustain.base)} sustains what exists. ",
        ]
    if slip and slip.slipped:
        into = slip.moved / slip.slipped
        parts.append(
            f"{percent(slip.slipped / slip.plan)} slipped, {text.percent(into)} of it into other lines and the rest "
            "carried forward. "
        )
    return [*parts, *next_plan(found)]


def next_plan(found: Spend) -> list[str]:
    """Whether improvement gets more or less of the next plan, as a share and in pounds."""
    now, then = found.share(PLAN, purpose="improve"), found.share(NEXT, purpose="improve")
    if not now or not then:
        return []
    share = _way(now.ratio, then.ratio, f"{percent(now.ratio)} of this plan", f"{percent(then.ratio)} of the next")
    money = _way(now.amount, then.amount, pounds(now.amount), pounds(then.amount))
    return [f"Improvement {share} {'and' if share.split()[0] == money.split()[0] else 'but'} {money}."]


def _way(before: float, after: float, then: str, now: str) -> str:
    if before == after:
        return f"stays at {then}"
    return f"{'rises' if after > before else 'falls'} from {then} to {now}"


def slippage(found: Spend) -> list[str]:
    """The split of what slipped, line by line of what it went into."""
    slip = found.slippage
    if slip is None:
        return ["A line lacks its plan or its forecast, or more was spent than planned: nothing is said of slippage."]
    version = FORECAST if FORECAST in found.versions else OUTTURN
    into = [f"{found.names[name]} ({name}) {pounds(amount)}" for name, amount in slip.into.items()]
    return [
        f"{pounds(slip.slipped)} of {pounds(slip.plan)} planned was not spent where it was planned: "
        f"{percent(slip.slipped / slip.plan)} of the plan, at {found.label(version).lower()}.",
        f"{percent(slip.moved / slip.plan)} went into other lines: {text.join(into)}." if into else "",
        f"{percent(slip.carried / slip.plan)} is carried forward: {pounds(slip.carried)}.",
    ]


def cuts(found: Spend) -> list[str]:
    """Cuts that overlap, each with its base: never added up and never stacked."""
    plan = {
        "Support of the care market": found.share(PLAN, tag=MARKET),
        "Fees and pay": found.share(PLAN, tag=FEES),
        "Admission avoidance": found.share(PLAN, stage="admission_avoidance"),
    }
    said = [f"{name}: {pounds(one.amount)}, {percent(one.ratio)} of plan." for name, one in plan.items() if one]
    market, fees = plan["Support of the care market"], plan["Fees and pay"]
    if market and fees and market.amount:
        said.append(f"Fees and pay are {text.percent(fees.amount / market.amount)} of the support of the market.")
    nhs, specific = found.share(PLAN, tag=NHS), found.share(PLAN, stage="specific_social_care")
    if nhs and specific and specific.amount:
        said.append(
            f"NHS services kept going: {pounds(nhs.amount)}, {percent(nhs.amount / specific.amount)} of specific "
            "social care investment."
        )
    packages = found.of_allocation(FORECAST, stage=PACKAGES)
    if packages:
        said.append(f"Long-term care (Tier 3): {percent(packages.ratio)} of the allocation at forecast.")
    return said


def demand(found: Spend) -> list[str]:
    """Managing against meeting demand, in every version."""
    parts = []
    for version in found.versions:
        one = found.share(version, demand="manages")
        if one:
            parts.append(f"{percent(one.ratio)} of {found.label(version).lower()}")
    return [f"Managing demand: {text.join(parts)}."] if parts else []


__all__ = ["cuts", "demand", "lead", "next_plan", "slippage"]
