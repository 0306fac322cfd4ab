"""Local indicators, links to them, their values as shown, control limits and targets."""

from typing import NamedTuple

from warehouse.queries.local.reading import read
from warehouse.reader import View


class LocalIndicator(NamedTuple):
    """An indicator of a place; ``national`` names a published series, then there are no values here."""

    indicator_id: str
    name: str
    definition: str
    level: str
    kind: str
    unit: str
    good: str
    frequency: str
    exposure: str
    counts_people: str
    owner: str
    source: str
    caveat: str
    changed: str
    national: str
    national_body: str
    national_reason: str
    decimals: int | None


class Link(NamedTuple):
    """A scheme's claim on an indicator; ``body`` one body's part of delays, or empty."""

    scheme_id: str
    indicator_id: str
    body: str
    role: str
    is_primary: str
    hypothesis: str
    expected: float | None
    expected_unit: str
    lag: int | None
    reached_pct: float | None
    registered_on: str


class Value(NamedTuple):
    """A value as it may be shown; ``rate`` is what is charted, ``status`` and ``shown_as`` say why there is none."""

    indicator_id: str
    area_code: str
    period: str
    frequency: str
    value: float | None
    numerator: float | None
    denominator: float | None
    margin: float | None
    exposure: float | None
    rate: float | None
    status: str
    shown_as: str
    note: str
    value_before: float | None


class Signal(NamedTuple):
    """Control limits of one phase; ``flagged`` is JSON: month to rules."""

    indicator_id: str
    area_code: str
    first_month: str
    last_month: str
    kind: str
    mean: float | None
    lower: float | None
    upper: float | None
    r1: float | None
    mark: str
    icon: str
    why: str
    flagged: str


class Target(NamedTuple):
    """A value planned or hoped for, or a change on the year before."""

    indicator_id: str
    area_code: str
    period: str
    kind: str
    value: float | None
    change_pct: float | None
    source: str


def indicators(view: View, place_id: str) -> tuple[LocalIndicator, ...]:
    """Indicators of a place by id."""
    return read(view, LocalIndicator, "indicators", place_id=place_id)


def links(view: View, place_id: str, **equal: str) -> tuple[Link, ...]:
    """Links of a place, of one ``scheme_id`` or ``indicator_id`` where named."""
    return read(view, Link, "links", place_id=place_id, **equal)


def values(view: View, place_id: str, indicator_id: str = "", area_code: str = "") -> tuple[Value, ...]:
    """Values as shown, in the order of time."""
    equal = {"place_id": place_id, "indicator_id": indicator_id, "area_code": area_code}
    return read(view, Value, "local_values", **{name: value for name, value in equal.items() if value})


def signals(view: View, place_id: str, indicator_id: str = "") -> tuple[Signal, ...]:
    """Control limits of every phase."""
    return read(view, Signal, "signals", place_id=place_id, **({"indicator_id": indicator_id} if indicator_id else {}))


def targets(view: View, place_id: str) -> tuple[Target, ...]:
    """Targets of a place."""
    return read(view, Target, "targets", place_id=place_id)
