"""What may be offered: an indicator is shown only when a file of every publication that it needs has loaded.

A source may be built from a documented layout before an original file has been at hand; until one has loaded there
is nothing to show. Demonstration files count in a demonstration build, which holds no others.
"""

from collections.abc import Iterable

from domain import indicators
from domain.indicators import INDICATORS, Indicator
from warehouse.reader import View

_LOADED = "SELECT DISTINCT source FROM national.snapshots WHERE is_current"


def loaded(view: View) -> frozenset[str]:
    """Ids of the sources that have a file in use in this build."""
    return frozenset(row[0] for row in view.fixed(_LOADED))


def offered(view: View, every: Iterable[Indicator] = INDICATORS) -> tuple[Indicator, ...]:
    """The indicators that a list may offer, in the order given."""
    return indicators.offered(every, loaded(view))
