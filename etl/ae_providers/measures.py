"""From the columns of a file to the measures of the warehouse, the same for every era.

Attendances and waits include booked appointments, as in England's series; those are also given on their own.
A number that is printed is taken as printed. A sum takes the parts that were submitted; with none of them it is
not submitted, never zero. The share within four hours needs the waits of every type that has attendances.
"""

from collections.abc import Sequence

from domain import breaks
from etl.ae_providers.rows import Table, Values
from etl.problems import FileRefused

TYPES = ("1", "2", "3")
ATTENDANCES, OVER, BOOKED, OVER_BOOKED = "ae_attendances", "ae_over_4h", "ae_attendances_booked", "ae_over_4h_booked"
PERCENT = "ae_within_4h_pct"
Measures = dict[str, Values]  # measure to values, England first
_ADMISSIONS = {
    "adm_1": "emergency_admissions_via_type_1",
    "adm_2": "emergency_admissions_via_type_2",
    "adm_3": "emergency_admissions_via_type_3_4",
    "adm_other": "emergency_admissions_other",
}
REQUIRED = (*_ADMISSIONS, "dta_12")
EITHER = (
    *((f"att_{kind}", f"plain_{kind}") for kind in TYPES),
    *((f"over_{kind}", f"over_plain_{kind}") for kind in TYPES),
    ("dta_4", "dta_4_12"),
)


def complete(table: Table) -> None:
    """Raises FileRefused when a column that every era has is not there."""
    lost = [name for name in REQUIRED if name not in table.numbers]
    lost += [" or ".join(names) for names in EITHER if not any(name in table.numbers for name in names)]
    if lost:
        where = f"sheet '{table.sheet}'" if table.sheet else "the header"
        raise FileRefused(f"no column for {', '.join(lost)}", "the columns of the monthly return", where)


def of(table: Table, booked: Table | None, month: str) -> Measures:
    """Measures of England (first) and of every provider."""
    found: Measures = {}
    _attendances(found, table, booked)
    for name, measure in _ADMISSIONS.items():
        found[measure] = table.numbers[name]
    routes = [found[f"emergency_admissions_via_type_{kind}"] for kind in ("1", "2", "3_4")]
    found["emergency_admissions_via_ae"] = table.numbers.get("adm_ae") or _sum(routes)
    both = [found["emergency_admissions_via_ae"], found["emergency_admissions_other"]]
    found["emergency_admissions"] = table.numbers.get("adm") or _sum(both)
    found["dta_waits_12h"] = table.numbers["dta_12"]
    found["dta_waits_4h"] = table.numbers.get("dta_4") or _sum([table.numbers["dta_4_12"], table.numbers["dta_12"]])
    found[PERCENT] = _percent(found, month)
    return found


def _attendances(found: Measures, table: Table, booked: Table | None) -> None:
    """Attendances and waits by type with booked appointments, and booked appointments on their own."""
    numbers = table.numbers
    apart: Measures = booked.numbers if booked else {}
    for measure, of_booked, block, plain, with_booked in (
        (ATTENDANCES, BOOKED, "att", "plain", "booked"),
        (OVER, OVER_BOOKED, "over", "over_plain", "over_booked"),
    ):
        for kind in TYPES:
            own = numbers.get(f"{with_booked}_{kind}") or apart.get(f"{block}_{kind}")
            if own is not None:
                found[f"{of_booked}_type_{kind}"] = own
            printed = numbers.get(f"{block}_{kind}")
            columns = [numbers.get(f"{plain}_{kind}"), numbers.get(f"{with_booked}_{kind}")]
            found[f"{measure}_type_{kind}"] = printed or _sum([one for one in columns if one is not None])
        parts = [found[f"{measure}_type_{kind}"] for kind in TYPES]
        found[measure] = numbers.get(block) or _sum(parts)
        if f"{of_booked}_type_1" in found:
            parts = [found[f"{of_booked}_type_{kind}"] for kind in TYPES]
            found[of_booked] = apart.get(block) or _sum(parts)


def _sum(parts: Sequence[Values]) -> Values:
    """Row by row the sum of what was submitted; None where nothing was."""
    if not parts:
        return []
    return [
        sum(given) if (given := [value for value in row if value is not None]) else None
        for row in zip(*parts, strict=True)
    ]


def _percent(found: Measures, month: str) -> Values:
    """Per cent within four hours. None where a type with attendances sent no waits, and where there was nobody.

    From May 2019 to May 2023 fourteen trusts sent no four-hour figures: a major department without one wait over
    four hours among all its attendances is one of them, not a department that kept everybody under four hours.
    """
    every = zip(
        *(found[f"{ATTENDANCES}_type_{kind}"] for kind in TYPES),
        *(found[f"{OVER}_type_{kind}"] for kind in TYPES),
        strict=True,
    )
    first, last = breaks.CRS_EXCLUDED
    excluded = first <= month <= last
    shares: list[float | None] = []
    for row in every:
        given = [(seen, over) for seen, over in zip(row[:3], row[3:], strict=True) if seen]
        untold = any(over is None for _, over in given) or (excluded and bool(row[0]) and not row[3])
        seen = sum(seen for seen, _ in given)
        shares.append(100 * (seen - sum(over or 0 for _, over in given)) / seen if given and not untold else None)
    return shares
