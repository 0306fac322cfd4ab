"""The spend lines of a place as statistics read them: one line with its amounts by version."""

from dataclasses import dataclass

from analysis import spend
from analysis.rates import Refused
from analysis.spend import Line, Scope, Share, Slippage
from domain.local.words import SCOPES, VERSIONS
from panels.schemes.held import FORECAST, GRANT, NEXT, OUTTURN, PLAN, Held
from warehouse.queries.local.plan import SpendLine

PACKAGES = "tier_3"
VERSION_ORDER = (PLAN, "revised", FORECAST, OUTTURN, NEXT)
FEES, MARKET, NHS = "fees", "market", "nhs"


@dataclass(frozen=True)
class Spend:
    """Lines of the grant in one financial year and the plan of the next; names by line."""

    held: Held
    year: str
    lines: tuple[Line, ...]
    names: dict[str, str]
    versions: tuple[str, ...]

    def total(self, version: str) -> float:
        """Pounds of a version."""
        return spend.total(self.lines, version)

    def label(self, version: str) -> str:
        """A version with its year."""
        next_year = max((one.year for one in self.held.lines if one.version == NEXT), default="")
        return f"{VERSIONS[version]} {next_year if version == NEXT else self.year}".strip()

    def share(self, version: str, **wanted: str) -> Share | None:
        """What some lines are of the spend of a version; None where it cannot be said."""
        try:
            return spend.share(self.lines, lambda line: chosen(line, **wanted), version)
        except Refused:
            return None

    def of_allocation(self, version: str, **wanted: str) -> Share | None:
        """The same of the plan's money, whatever was spent of it."""
        try:
            return spend.share(self.lines, lambda line: chosen(line, **wanted), version, allocation=self.total(PLAN))
        except Refused:
            return None

    @property
    def slippage(self) -> Slippage | None:
        """What was planned and not spent where it was planned, at forecast."""
        version = FORECAST if FORECAST in self.versions else OUTTURN
        try:
            return spend.slippage([one for one in self.lines if {PLAN, version} & {*one.amounts}], PLAN, version)
        except Refused:
            return None


def chosen(line: Line, purpose: str = "", stage: str = "", demand: str = "", tag: str = "") -> bool:
    """Whether a line has the purpose, stage, demand and tag that are named."""
    pairs = ((purpose, line.purpose), (stage, line.stage), (demand, line.demand))
    return all(wanted in ("", found) for wanted, found in pairs) and (not tag or tag in line.tags)


def figures(held: Held) -> Spend | None:
    """The spend of a place; None where no line is held."""
    year = held.year
    amounts: dict[str, dict[str, float]] = {}
    first: dict[str, SpendLine] = {}
    for one in held.lines:
        if one.scope == GRANT and (one.year == year or one.version == NEXT):
            amounts.setdefault(one.line_id, {})[one.version] = one.amount
            first.setdefault(one.line_id, one)
    if not amounts:
        return None
    lines = tuple(
        Line(
            name,
            first[name].purpose,
            first[name].stage,
            found,
            {"manages_demand": "manages", "meets_demand": "meets"}.get(first[name].demand_flag, ""),
            _tags(first[name].market, first[name].sustains_nhs),
        )
        for name, found in amounts.items()
    )
    held_versions = {version for line in lines for version in line.amounts}
    versions = tuple(version for version in VERSION_ORDER if version in held_versions)
    return Spend(held, year, lines, {name: one.name for name, one in first.items()}, versions)


def _tags(market: str, nhs: str) -> frozenset[str]:
    found = {MARKET} if market in ("fees", "capacity") else set()
    return frozenset(found | ({FEES} if market == "fees" else set()) | ({NHS} if nhs == "yes" else set()))


def scopes(held: Held) -> tuple[Scope, ...]:
    """Grant, pooled fund and all interface spend, each holding the one before, with what of it has a stage."""
    plan = [one for one in held.lines if one.version == PLAN and one.year == held.year]
    found, amount, classified = [], 0.0, 0.0
    for key, name in SCOPES.items():
        own = [one for one in plan if one.scope == key]
        if own:
            amount += sum(one.amount for one in own)
            classified += sum(one.amount for one in own if one.stage)
            found.append(Scope(name, amount, classified))
    return tuple(found)


__all__ = ["FEES", "FORECAST", "MARKET", "NEXT", "NHS", "OUTTURN", "PACKAGES", "PLAN", "Spend", "figures", "scopes"]
