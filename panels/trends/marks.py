"""What a line of the trends page cannot be read across, by its own publication only, and what was expected of it."""

from components.trends.choice import Choice
from domain import areas, breaks, delays, discharge, provider_indicators
from domain.breaks import Mark
from domain.documented_indicators import BED_SHARE, READY
from domain.indicators import EMERGENCY
from domain.successors import DISCHARGE
from domain.targets import Target, targets
from warehouse.queries.areas import Area


def marks(choice: Choice, months: tuple[str, ...]) -> tuple[Mark, ...]:
    """Marks of a view in its months, in time order."""
    start, end, family = months[0], months[-1], choice.defined.family
    if family == READY:
        return ()
    if family == DISCHARGE:
        return breaks.of_discharges(discharge.SOURCE_OF_SETTING[choice.setting], start, end)
    known = breaks.between(start, end)
    if family != EMERGENCY:
        return tuple(mark for mark in known if mark.series != breaks.ADMISSIONS)
    own = (mark for mark in provider_indicators.marks(choice.defined) if start <= mark.month <= end)
    every = dict.fromkeys((*(mark for mark in known if mark.series != breaks.DELAYS), *own))
    return tuple(sorted(every, key=lambda mark: mark.month))


def expected(choice: Choice, area: Area, body: str) -> tuple[Target, ...]:
    """What was expected of all delays; the share of beds was expected of England only."""
    local = choice.defined.family == BED_SHARE and area.type != areas.COUNTRY
    return () if local or choice.reason != delays.ALL else targets(choice.indicator, body)
