"""A provider together with those whose work it took over: one line across a merger, England untouched.

Counts are added month by month. A share is worked out again from the added counts. Nothing is added where an
organisation sent no return: the month then says so.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from domain import status
from warehouse.queries import organisations
from warehouse.queries.series import Ask, Observation, indicator, series
from warehouse.reader import View

ATTENDANCES, OVER, SHARE = "ae_attendances", "ae_over_4h", "ae_within_4h_pct"


def bridged(view: View, ask: Ask, code: str) -> tuple[Observation, ...]:
    """The series of a provider with that of its forerunners, by month."""
    codes = [code, *(one.code for one in organisations.forerunners(view, code))]
    if len(codes) == 1:
        return series(view, ask, codes)
    if ask.indicator == SHARE:
        return _shares(view, ask, code, codes)
    by_month = _by_month(series(view, ask, codes))
    return tuple(_together(code, found) for _, found in sorted(by_month.items()))


def _by_month(found: Sequence[Observation]) -> dict[str, list[Observation]]:
    by_month: dict[str, list[Observation]] = defaultdict(list)
    for one in found:
        by_month[one.period].append(one)
    return by_month


def _together(code: str, found: Sequence[Observation]) -> Observation:
    """One month: the organisation's own figure where it stands alone, else the sum, or nothing where one is missing."""
    if len(found) == 1 and found[0].area_code == code:
        return found[0]
    others = ", ".join(one.area_code for one in found if one.area_code != code)
    missing = [one.area_code for one in found if one.value is None]
    note = f"with {others}, before the merger"
    if missing:
        text = f"{note}; {', '.join(missing)} not submitted"
        empty = {"status": status.NOT_SUBMITTED, "shorthand": status.NOT_AVAILABLE, "note": text}
        return found[0]._replace(area_code=code, value=None, **empty)
    total = sum(one.value or 0 for one in found)
    vintage = max(one.vintage for one in found)
    return found[0]._replace(area_code=code, value=total, status=status.DERIVED, vintage=vintage, note=note)


def _shares(view: View, ask: Ask, code: str, codes: Sequence[str]) -> tuple[Observation, ...]:
    """Shares of the added counts; a month in which one of them has no share has none, unless nobody attended there."""
    shares = _by_month(series(view, ask, codes))
    seen, late = (_by_month(series(view, replace(ask, indicator=name), codes)) for name in (ATTENDANCES, OVER))
    joined = []
    for month, found in sorted(shares.items()):
        if len(found) == 1 and found[0].area_code == code:
            joined.append(found[0])
            continue
        counted = [one for one in found if one.shorthand != status.NOT_APPLICABLE]
        one = _together(code, counted or found)
        if one.value is not None:
            whole = sum(each.value or 0 for each in seen[month])
            share = 100 * (whole - sum(each.value or 0 for each in late[month])) / whole
            one = one._replace(value=share, unit=indicator(SHARE).unit)
        joined.append(one)
    return tuple(joined)
