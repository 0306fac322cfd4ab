"""Whole days in every cell of type of care x reason x body, adding up to the figures of a month."""

import random
from collections.abc import Mapping, Sequence

from domain import delays, periods
from etl.demo.councils import Council
from etl.demo.figures import MONTHS, Delays

Cells = dict[tuple[str, str, str], int]  # (type of care, reason, body) to days

# How a body's days fall on reasons where nothing else is said, roughly as in published years.
_WEIGHTS = {
    "nhs": {"A": 15, "B": 3, "C": 30, "E": 8, "F": 2, "G": 18, "H": 1, "I": 5, "DI": 6, "DII": 11, "O": 1},
    "social_care": {"A": 17, "B": 3, "E": 36, "F": 1, "G": 3, "H": 1, "DI": 23, "DII": 15, "O": 1},
    "both": {"A": 34, "B": 5, "E": 24, "F": 15, "DII": 20, "O": 2},
}
_PLACEMENT = ("DI", "DII")
_ACUTE_SHARE = 0.65


def split(whole: int, weights: Mapping[str, float]) -> dict[str, int]:
    """A whole number of days over weights, by largest remainder: the parts add up to the whole."""
    total = sum(weights.values())
    if not whole or not total:
        return dict.fromkeys(weights, 0)
    exact = {key: whole * weight / total for key, weight in weights.items()}
    parts = {key: int(value) for key, value in exact.items()}
    for key in sorted(exact, key=lambda k: (parts[k] - exact[k], k))[: whole - sum(parts.values())]:
        parts[key] += 1
    return parts


def month_cells(council: Council, figures: Delays, t: int, seed: int) -> Cells:
    """All cells of a council in one month."""
    month = MONTHS[t]
    days = periods.days_in(month)
    columns = {body: round(max(values[t], 0.0) * days) for body, values in figures.bodies.items()}
    rng = random.Random(f"{seed}/{council.nhs_code}/{month}")
    placement, choice = _fixed(figures.placement, t, days), _fixed(figures.choice, t, days)
    groups: dict[tuple[str, ...], int] = {("G",): choice} if choice is not None else {}
    groups |= {_PLACEMENT: round(placement * 1.15)} if placement is not None else {}
    reasons = _reasons(columns, groups, month, rng)
    return _care(reasons, placement, _fixed(figures.non_acute, t, days), rng)


def _fixed(values: Sequence[float] | None, t: int, days: int) -> int | None:
    return None if values is None else round(values[t] * days)


def _reasons(
    columns: Mapping[str, int], groups: Mapping[tuple[str, ...], int], month: str, rng: random.Random
) -> dict[tuple[str, str], int]:
    """Days by (reason, body); ``groups`` fixes the total of some reasons over the bodies that can own them."""
    used = {r: 1.0 for r in delays.REASON_CODES if r != "O" or month >= delays.O_FIRST_USED}
    weights = {body: {r: w * rng.uniform(0.8, 1.2) for r, w in _WEIGHTS[body].items() if r in used} for body in columns}
    left = dict(columns)
    found: dict[tuple[str, str], int] = {}
    for reasons, total in groups.items():
        parts = {body: {r: weights[body].pop(r) for r in reasons if r in weights[body]} for body in columns}
        owners = split(total, {body: left[body] * sum(part.values()) for body, part in parts.items()})
        for body, part in parts.items():
            left[body] -= owners[body]
            found |= {(reason, body): value for reason, value in split(owners[body], part).items()}
    for body, rest in left.items():
        found |= {(reason, body): value for reason, value in split(rest, weights[body]).items()}
    return found


def _care(
    reasons: Mapping[tuple[str, str], int], placement: int | None, non_acute: int | None, rng: random.Random
) -> Cells:
    """Split every (reason, body) into acute and non-acute; fixed totals of placement and non-acute days hold."""
    total, waiting = sum(reasons.values()), sum(v for (r, _), v in reasons.items() if r in _PLACEMENT)
    other = sum(v for (r, _), v in reasons.items() if r == "O")
    acute = round(total * _ACUTE_SHARE * rng.uniform(0.97, 1.03)) if non_acute is None else total - non_acute
    acute = min(acute, total - other)  # reason O is non-acute only
    acute_waiting = (
        round(waiting * acute / total) if total and placement is None else min(placement or 0, waiting, acute)
    )
    cells = _spread({k: v for k, v in reasons.items() if k[0] in _PLACEMENT}, acute_waiting)
    cells |= _spread({k: v for k, v in reasons.items() if k[0] not in (*_PLACEMENT, "O")}, acute - acute_waiting)
    for (reason, body), value in reasons.items():
        if reason == "O":
            cells[delays.ACUTE, reason, body], cells[delays.NON_ACUTE, reason, body] = 0, value
    return cells


def _spread(reasons: Mapping[tuple[str, str], int], acute: int) -> Cells:
    """The acute part of each cell in proportion, the rest non-acute."""
    acute = min(acute, sum(reasons.values()))
    keys = {f"{reason}/{body}": value for (reason, body), value in reasons.items()}
    parts = split(acute, keys)
    cells: Cells = {}
    for (reason, body), value in reasons.items():
        part = min(parts[f"{reason}/{body}"], value)
        cells[delays.ACUTE, reason, body], cells[delays.NON_ACUTE, reason, body] = part, value - part
    return cells


def add(cells: Sequence[Cells]) -> Cells:
    """Cells of several councils added up."""
    total: Cells = {}
    for one in cells:
        for key, value in one.items():
            total[key] = total.get(key, 0) + value
    return total


def days(cells: Cells, *, care: str = "", reason: str = "", body: str = "") -> int:
    """Days of all cells that match what is given."""
    return sum(v for (c, r, b), v in cells.items() if care in ("", c) and reason in ("", r) and body in ("", b))
