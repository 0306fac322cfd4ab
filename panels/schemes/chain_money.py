"""Money of a scheme in its chain: every version of the plan beside the outturn."""

from components import text
from components.scheme.chain import Hole, Money
from components.scheme.money import pounds, thousands
from domain.local.words import VERSIONS
from panels.schemes import words
from panels.schemes.held import NEXT, OUTTURN, PLAN, Held
from warehouse.queries.local.plan import Scheme


def money(held: Held, scheme: Scheme) -> Money | Hole:
    """What was planned, forecast and spent, and what is planned next; a hole where no line names the scheme."""
    plan, outturn = held.money(scheme.scheme_id, PLAN), held.money(scheme.scheme_id, OUTTURN)
    if plan is None:
        return Hole("No money", ("No spend line names this scheme.",))
    found = {key: held.money(scheme.scheme_id, key) for key in VERSIONS}
    known = {key: amount for key, amount in found.items() if amount is not None}
    most = max(known.values(), default=0.0) or 1.0
    bars = tuple((VERSIONS[key], thousands(amount), amount / most, key == OUTTURN) for key, amount in known.items())
    heading = f"{pounds(outturn)} spent of {pounds(plan)} planned" if outturn is not None else f"{pounds(plan)} planned"
    after = f"{pounds(known[NEXT])} is planned for the year after." if NEXT in known else ""
    return Money(
        heading,
        f"£000, by version of the plan, {held.year}.",
        bars,
        " ".join(part for part in (_against(plan, outturn), after) if part),
        words.source_line(held),
    )


def _against(plan: float, outturn: float | None) -> str:
    if outturn is None:
        return "Nothing is known of what was spent."
    if not plan:
        return ""
    ratio = outturn / plan - 1
    if abs(ratio) < 0.005:
        return "As planned."
    return f"{text.percent(abs(ratio))} {'under' if ratio < 0 else 'over'} plan."
