"""What was computed of schemes: effects by design, verdicts, projections."""

from typing import NamedTuple

from warehouse.queries.local.reading import read
from warehouse.reader import View


class Effect(NamedTuple):
    """What one design says; ``refused`` says in words why there is no estimate; ``details`` is JSON."""

    scheme_id: str
    indicator_id: str
    body: str
    design: str
    unit: str
    estimate: float | None
    lower: float | None
    upper: float | None
    lower80: float | None
    upper80: float | None
    p: float | None
    mean_before: float | None
    mean_after: float | None
    pre_first: str
    pre_last: str
    post_first: str
    post_last: str
    pre_points: int | None
    post_points: int | None
    refused: str
    details: str


class Verdict(NamedTuple):
    """A verdict of a scheme × indicator, of a level (no indicator), or of the scheme (no level)."""

    scheme_id: str
    level: str
    indicator_id: str
    body: str
    role: str
    verdict: str
    reason: str
    why: str
    settle: str
    months: int | None
    rests_on: str


class Projected(NamedTuple):
    """A month of a scheme × indicator: its phase (pre, roll_in, post, left_out) and the fitted or projected value."""

    period: str
    phase: str
    fitted: float | None


class Planned(NamedTuple):
    """A target with what became of it (METHODS M23); ``needed`` is JSON: month to value."""

    indicator_id: str
    area_code: str
    period: str
    kind: str
    source: str
    state: str
    unit: str
    plan: float | None
    actual: float | None
    to_date: float | None
    over: float | None
    projection: float | None
    rest_factor: float | None
    needed: str
    change_planned: float | None
    change_actual: float | None
    months: int | None
    refused: str


def planned(view: View, place_id: str) -> tuple[Planned, ...]:
    """Every target of a place with what became of it."""
    return read(view, Planned, "plans", place_id=place_id)


def effects(view: View, place_id: str, **equal: str) -> tuple[Effect, ...]:
    """Effects, of one ``scheme_id``, ``indicator_id``, ``body`` or ``design`` where named."""
    return read(view, Effect, "effects", place_id=place_id, **equal)


def verdicts(view: View, place_id: str, **equal: str) -> tuple[Verdict, ...]:
    """Verdicts of a place, of one ``scheme_id`` where named."""
    return read(view, Verdict, "verdicts", place_id=place_id, **equal)


def projection(view: View, place_id: str, scheme_id: str, indicator_id: str, body: str = "") -> tuple[Projected, ...]:
    """The months of a scheme × indicator, in order."""
    found = read(view, _Projection, "projections", place_id=place_id, scheme_id=scheme_id, indicator_id=indicator_id)
    return tuple(Projected(one.period, one.phase, one.fitted) for one in found if one.body == body)


class _Projection(NamedTuple):
    body: str
    period: str
    phase: str
    fitted: float | None
