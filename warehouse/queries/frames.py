"""Series as pandas frames: for notebooks, exports and statistics over many areas; never in the path of a request."""

from collections.abc import Sequence

import pandas

from warehouse.queries.series import Ask, Observation, series
from warehouse.reader import View


def series_frame(view: View, ask: Ask, codes: Sequence[str]) -> pandas.DataFrame:
    """Observations of some areas, one row each, with the fields of ``Observation`` as columns.

    ``period`` is a pandas month (``Period[M]``) and ``value`` a float, NaN where there is none: ``status`` and
    ``shorthand`` then say why. Raises UnknownIndicator.
    """
    found = pandas.DataFrame(series(view, ask, codes), columns=list(Observation._fields))
    found["period"] = pandas.PeriodIndex(found["period"], freq="M")
    return found.astype({"value": float})
