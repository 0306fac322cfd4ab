"""What a control chart shows: values, the months with limits, and what stands beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.spc import Chart, Phase
from domain.breaks import Mark
from domain.targets import Target

LANE, FOOT = (0.0, 0.17), 0.27  # shares of the height: the lane of rules, and where the chart above it begins


@dataclass(frozen=True)
class Control:
    """What is drawn. ``limited`` are the months of ``chart``'s points; ``beside`` are comparators by name.

    decimals: of the values; ceiling: the largest value there can be (100 for a share), None for no such.
    marked: whether months that meet a rule are marked (a chart in which most would be says nothing by it).
    widened: lower and upper limit widened for memory; the rules are then off.
    published: the values before their season was removed; empty where it was not.
    """

    name: str
    months: Sequence[str]
    values: Mapping[str, float]
    limited: Sequence[str]
    chart: Chart
    decimals: int = 0
    ceiling: float | None = None
    unit: str = ""
    marks: Sequence[Mark] = ()
    targets: Sequence[Target] = ()
    beside: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    marked: bool = True
    widened: tuple[float, float] | None = None
    published: Mapping[str, float] = field(default_factory=dict)

    @property
    def silent(self) -> bool:
        """Whether no month is marked."""
        return bool(self.widened) or not self.marked

    @property
    def phase(self) -> Phase | None:
        """The latest phase."""
        return self.chart.phases[-1] if self.chart.phases else None

    @property
    def foot(self) -> float:
        """Where the chart begins, as a share of the height: above the lane, or above the names of the years."""
        return 0.07 if self.silent else FOOT

    @property
    def flagged(self) -> dict[str, str]:
        """Month to the rule that names its class."""
        if self.silent:
            return {}
        return {m: p.rule for m, p in zip(self.limited, self.chart.points, strict=True) if p.rule and m in self.values}

    @property
    def top(self) -> float:
        """Top of the axis: above every value, limit, comparator and target."""
        seen = [
            *self.values.values(),
            *self.published.values(),
            *(v for line in self.beside.values() for v in line.values()),
        ]
        seen += [phase.upper for phase in self.chart.phases if phase.upper is not None]
        seen += [target.level for target in self.targets] + ([self.widened[1]] if self.widened else [])
        highest = max(seen) * 1.14 or 1.0
        return min(highest, self.ceiling) if self.ceiling else highest
