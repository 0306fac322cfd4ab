"""The one place that asks for a series of the trends page, whichever publication answers."""

from collections.abc import Iterable

from components import text
from components.trends.choice import BY_PATHWAY, Choice
from domain import delays
from domain import discharge as known
from domain.successors import DISCHARGE
from warehouse.queries import discharge, versions
from warehouse.queries.discharge import Figure
from warehouse.queries.series import Ask, NotPublished, Observation, series
from warehouse.reader import View


def observed(view: View, choice: Choice, code: str, body: str) -> dict[str, Observation]:
    """Observations by month; none of the reason that came late before it was in use, which files hold as 0."""
    return {one.period: one for one in _held(view, choice, code, body)}


def unheld(view: View, choice: Choice, code: str, body: str, held: Iterable[str]) -> tuple[str, ...]:
    """Months that were out on the day of the version, in a version that is not held."""
    return versions.lacking(view, lambda current: _held(current, choice, code, body), frozenset(held))


def _held(view: View, choice: Choice, code: str, body: str) -> Iterable[Observation]:
    """Nothing while no file of a publication that the indicator needs has loaded."""
    try:
        return tuple(_every(view, choice, code, body))
    except NotPublished:
        return ()


def _every(view: View, choice: Choice, code: str, body: str) -> Iterable[Observation]:
    if choice.defined.family == DISCHARGE:
        pathway = choice.pathway if choice.indicator == BY_PATHWAY else ""
        found = discharge.series(view, discharge.Ask(choice.indicator, choice.setting, pathway=pathway), [code])
        return [_observation(one, choice) for one in found]
    start = delays.O_FIRST_USED if choice.reason == "O" else ""
    return series(view, Ask(choice.indicator, start=start, body=body, reason=choice.reason), [code])


def _observation(one: Figure, choice: Choice) -> Observation:
    """A figure of a discharge report with what is behind it in its note."""
    unit = "weekly snapshot" if choice.indicator in known.BED_DAYS else "day"
    days = text.count(one.days, unit) if one.days else ""
    several = f"{one.organisations} providers" if one.organisations and one.organisations > 1 else ""
    return Observation(*one[:9], "; ".join(part for part in (days, several, one.note) if part))
