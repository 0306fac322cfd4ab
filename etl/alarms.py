"""How often the design of METHODS M13 finds an effect where there was no scheme: measured on the published councils.

Measured once for each national build, after it is published, and kept in a small file beside the builds; web workers
only read it.
"""

from pathlib import Path

from analysis.impact.placebo_dates import false_alarms
from analysis.rates import Refused
from domain import periods
from domain.areas import COUNCIL
from warehouse.builds import Builds
from warehouse.queries import areas
from warehouse.queries.alarms import NOTE
from warehouse.queries.series import Ask, series
from warehouse.reader import View

EVERY = 6  # months from one made-up start to the next: half-year steps take under a second for 150 councils


def keep(root: Path) -> None:
    """Measure the rate for the build that is served, unless that is done."""
    builds = Builds(root)
    national = builds.usable()
    if national is None or builds.read_note(NOTE).get("build") == national.id:
        return
    held = _delays(View(national))
    months = sorted({month for values in held.values() for month in values})
    try:
        found = false_alarms(held, periods.plus(months[-1], 1) if months else "", every=EVERY)
    except Refused:
        return
    counts = {"areas": found.areas, "starts": found.starts, "alarms": found.alarms}
    builds.write_note(NOTE, {"build": national.id, "first": months[0], "last": months[-1], "every": EVERY, **counts})


def _delays(view: View) -> dict[str, dict[str, float]]:
    """People delayed on an average day in every council, by month."""
    found: dict[str, dict[str, float]] = {}
    for one in series(view, Ask("dtoc_beds"), [area.code for area in areas.every(view, COUNCIL)]):
        if one.value is not None:
            found.setdefault(one.area_code, {})[one.period] = one.value
    return found
