"""Everything that is held of a place, read once a build and asked by scheme."""

from dataclasses import dataclass

from panels.cache import keeping
from panels.schemes.scope import Where
from warehouse.queries.local import evidence, measures, plan, record
from warehouse.queries.local.evidence import Effect, Verdict
from warehouse.queries.local.measures import Link, LocalIndicator, Target
from warehouse.queries.local.plan import Delivered, Output, Scheme, SpendLine
from warehouse.queries.local.record import Commentary, Decision, Event, Uploaded
from warehouse.reader import View

PLAN, FORECAST, OUTTURN, NEXT = "plan", "forecast", "outturn", "next_plan"
GRANT = "grant"


@dataclass(frozen=True)
class Held:
    """The plan, measures, evidence and record of a place; ``build`` and ``national`` are the builds read."""

    build: str
    national: str
    where: Where
    schemes: tuple[Scheme, ...]
    lines: tuple[SpendLine, ...]
    outputs: tuple[Output, ...]
    totals: tuple[Delivered, ...]
    indicators: dict[str, LocalIndicator]
    links: tuple[Link, ...]
    targets: tuple[Target, ...]
    effects: tuple[Effect, ...]
    verdicts: tuple[Verdict, ...]
    events: tuple[Event, ...]
    commentary: tuple[Commentary, ...]
    decisions: tuple[Decision, ...]
    uploads: tuple[Uploaded, ...]

    def scheme(self, scheme_id: str) -> Scheme | None:
        """A scheme by id."""
        return next((one for one in self.schemes if one.scheme_id == scheme_id), None)

    def line(self, scheme_id: str, level: str = "") -> Verdict | None:
        """The verdict of a scheme, of a level where one is named."""
        return next(
            (one for one in self.verdicts if (one.scheme_id, one.level, one.indicator_id) == (scheme_id, level, "")),
            None,
        )

    def linked(self, scheme_id: str) -> tuple[Verdict, ...]:
        """The verdicts of a scheme's links."""
        return tuple(one for one in self.verdicts if one.scheme_id == scheme_id and one.indicator_id)

    def effect(self, verdict: Verdict, *designs: str) -> Effect | None:
        """What the first of some designs says of a link."""
        name = (verdict.scheme_id, verdict.indicator_id, verdict.body)
        found = {one.design: one for one in self.effects if (one.scheme_id, one.indicator_id, one.body) == name}
        return next((found[one] for one in designs if one in found), None)

    @property
    def year(self) -> str:
        """The latest financial year that has an outturn, else the latest with a plan; empty without money."""
        years = {version: [one.year for one in self.lines if one.version == version] for version in (OUTTURN, PLAN)}
        return max(years[OUTTURN] or years[PLAN], default="")

    def money(self, scheme_id: str, version: str) -> float | None:
        """Pounds of a scheme in a version of the year; None where it has no line."""
        found = [
            one.amount
            for one in self.lines
            if one.scheme_id == scheme_id
            and one.version == version
            and one.scope == GRANT
            and (one.year == self.year or version == NEXT)
        ]
        return sum(found) if found else None

    def delivered(self, scheme_id: str) -> float | None:
        """Outputs delivered ÷ planned over all periods; None without a plan, or where small numbers withhold it."""
        found = self.total(scheme_id)
        return found.share if found else None

    def total(self, scheme_id: str) -> Delivered | None:
        """Units delivered and planned over all periods; None without outputs."""
        return next((one for one in self.totals if one.scheme_id == scheme_id), None)

    def decision(self, scheme_id: str) -> Decision | None:
        """The latest decision about a scheme, proposed or taken."""
        return next((one for one in self.decisions if one.scheme_id == scheme_id), None)


@keeping(2)
def held(view: View, where: Where) -> Held:
    """What is held of a place."""
    name = where.place.place_id
    return Held(
        view.local.id if view.local else "",
        view.id,
        where,
        plan.schemes(view, name),
        plan.spend_lines(view, name),
        plan.outputs(view, name),
        plan.delivered(view, name),
        {one.indicator_id: one for one in measures.indicators(view, name)},
        measures.links(view, name),
        measures.targets(view, name),
        evidence.effects(view, name),
        evidence.verdicts(view, name),
        record.events(view, name),
        record.commentary(view, name),
        record.decisions(view, name),
        record.uploads(view, name),
    )
