"""Small uploads, built: rows by keyword, the place they belong to, and the tables of the local build made of them."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain import periods
from etl.demo.partnership.rows import row
from etl.local import build
from etl.local.computed import computed
from etl.local.journal import Journal
from etl.local.state import places
from etl.local.upload import About, Upload
from warehouse.engines.duckdb import Database
from warehouse.reader import local_builds

AREA = "E06999002"  # Saltmarrow of the demonstration councils
ABOUT = About("Small Place", (AREA,), "2019-04", "analyst")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MONTHS = periods.span("2015-04", "2019-03")


def indicator(**said):
    given = {"indicator_id": "I", "name": "Packages", "level": "operational", "kind": "count", "unit": "people"}
    return row("indicators", **{**given, "good": "down", "frequency": "month", **said})


def scheme(**said):
    given = {"scheme_id": "S", "name": "A scheme", "area_code": AREA, "stage": "discharge", "demand_flag": "enabler"}
    starts = {"payer": "council", "gains": "person", "planned_start": "2017-08", "actual_start": "2017-08"}
    return row("schemes", **{**given, **starts, **said})


def link(**said):
    given = {"scheme_id": "S", "indicator_id": "I", "role": "outcome", "is_primary": "yes", "registered_on": "2017-06"}
    return row("links", **{**given, **said})


def values(some, *, first="2015-04", name="I", area=AREA, step=1, texts=None):
    """Observations of numbers, of (numerator, denominator) pairs, or of None for what was not submitted."""
    found = []
    for place, one in enumerate(some):
        period = texts[place] if texts else periods.plus(first, place * step)
        cells = {"indicator_id": name, "area_code": area, "period": period}
        if one is None:
            cells["not_submitted"] = "yes"
        elif isinstance(one, tuple):
            cells |= {"numerator": one[0], "denominator": one[1]}
        else:
            cells["value"] = one
        found.append(row("observations", **cells))
    return tuple(found)


def quarters(count, first="2015-16"):
    """Texts of quarters from the first of a financial year."""
    year = int(first[:4])
    return [f"{year + at // 4}-{(year + at // 4 + 1) % 100:02d} Q{at % 4 + 1}" for at in range(count)]


def upload(sheets, *, about=ABOUT, at=NOW, undone=""):
    """An accepted upload that is not on any disk."""
    name = hashlib.sha256(f"{at}{sheets}".encode()).hexdigest()[:8]
    return Upload(f"{at:%Y%m%dT%H%M%S}-{name}", about, at.isoformat(), "a.xlsx", name, dict(sheets), {}, undone)


def place(*sheets, about=ABOUT):
    """The place after uploads of these sheets, a day apart."""
    made = [upload(one, about=about, at=NOW + timedelta(days=day)) for day, one in enumerate(sheets)]
    return places(made)[about.place_id]


def tables(view, *sheets, about=ABOUT):
    """The computed tables of a place after uploads of these sheets."""
    return computed(about.place_id, place(*sheets, about=about), view)


def keep(root, sheets, *, about=ABOUT, at=NOW):
    """Put an upload into the journal as if it had been accepted."""
    data = f"{at}{sheets}".encode()
    return Journal(root).accept(about, sheets, file_name="a.xlsx", data=data, now=at, counts={})


def built(root, now=NOW):
    """The local build of what the journal holds, as a database to ask."""
    made = build.rebuild(root, now)
    return made, Database({"local": local_builds(root).get(made.id).file})


def place_named(name, *codes):
    return replace(ABOUT, place_name=name, area_codes=codes or (AREA, "E10999001"))
