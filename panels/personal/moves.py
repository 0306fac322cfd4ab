"""What changed in a measure from the round before to the latest one (METHODS M20)."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis import survey
from analysis.rates import Refused
from analysis.survey import Margin, Move
from domain.outcomes import Measure
from warehouse.queries.outcomes import Compared, Point


@dataclass(frozen=True)
class Latest:
    """The latest figure of a measure against the round before. refused: why there is no change to judge."""

    measure: Measure
    now: Point | None
    then: Point | None = None
    move: Move | None = None
    refused: str = ""

    @property
    def moved(self) -> bool:
        """Whether the change is larger than both margins allow."""
        return self.move is not None and self.move.counts


def latest(compared: Compared) -> Latest:
    """The latest figure of an area against the one before."""
    held = [point for point in compared.area if point.value is not None]
    if not held:
        return Latest(compared.measure, None)
    if len(held) == 1:
        return Latest(compared.measure, held[0], refused="There is no earlier figure.")
    return against(compared.measure, held[-2], held[-1])


def since(compared: Compared) -> Latest | None:
    """The latest figure against the first that it may be compared with; None where that is the round before."""
    held = [point for point in compared.area if point.value is not None]
    for then in held[:-2]:
        if (found := against(compared.measure, then, held[-1])).move is not None:
            return found
    return None


def against(measure: Measure, then: Point, now: Point) -> Latest:
    """Two figures of a measure, the earlier one first."""
    why = measure.not_comparable(then.year, now.year)
    if why or not measure.margins:
        return Latest(measure, now, then, refused=why or "No margin is published for counts from records.")
    try:
        moved = survey.published(_margin(then), _margin(now), decimals=measure.decimals)
    except Refused as problem:
        return Latest(measure, now, then, refused=f"{str(problem)[:1].upper()}{str(problem)[1:]}.")
    return Latest(measure, now, then, moved)


def _margin(point: Point) -> Margin:
    return Margin(point.value or 0.0, -1.0 if point.margin is None else point.margin)


def surveys(measures: Sequence[Compared]) -> list[Latest]:
    """The survey measures of which a change can be judged, in the order of the registry."""
    return [found for one in measures if one.measure.margins and (found := latest(one)).move is not None]
