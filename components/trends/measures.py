"""The measures that the trends page offers, and the forms in which each is shown."""

from collections.abc import Callable, Sequence

from domain import catalogue
from domain.catalogue import EVERY, key
from domain.documented_indicators import READY
from domain.indicators import INDICATOR_BY_ID, Indicator
from domain.successors import DISCHARGE

COUNT, DAY, RATE, SHARE, LEVEL = "count", "day", "rate", "share", "level"
MEASURES = tuple(dict.fromkeys(key(one) for one in EVERY))
_DELAYS = key(INDICATOR_BY_ID["dtoc_days"])


def form(indicator: Indicator) -> str:
    """In which form an indicator shows its measure.

    In total, per day, per 100,000 adults, as a share, or as a level: a mean of days or people that never adds up.
    """
    if indicator.unit == "%":
        return SHARE
    if indicator.family == DISCHARGE or (indicator.family == READY and indicator.unit == "days"):
        return LEVEL
    return RATE if indicator.per_adults else DAY if indicator.per_day else COUNT


def forms(measure: str) -> dict[str, Indicator]:
    """The indicators of a measure by form."""
    return {form(one): one for one in EVERY if key(one) == measure}


def label(measure: str) -> str:
    """The name of a measure in the list of choices."""
    return "Delayed transfers of care" if measure == _DELAYS else next(iter(forms(measure).values())).label


def grouped(offered: Callable[[Indicator], bool]) -> tuple[tuple[str, Sequence[tuple[str, str]]], ...]:
    """The measures of which an indicator is offered, as groups of (measure, name)."""
    found = []
    for group, families in catalogue.GROUPS.items():
        measures = dict.fromkeys(key(one) for one in EVERY if one.family in families and offered(one))
        if measures:
            found.append((group, tuple((measure, label(measure)) for measure in measures)))
    return tuple(found)
