"""Places, schemes, spend lines and outputs."""

from datetime import datetime
from typing import NamedTuple

from warehouse.queries.local.reading import read
from warehouse.reader import View


class Place(NamedTuple):
    """A council or partnership that uploaded; ``area_codes`` by spaces, ``as_at`` the month it is seen from."""

    place_id: str
    name: str
    area_codes: str
    as_at: str
    uploaded_at: datetime
    uploads: int
    national_build: str


class Scheme(NamedTuple):
    """A scheme as uploaded; months YYYY-MM or empty; ``gains`` by commas."""

    place_id: str
    scheme_id: str
    name: str
    area_code: str
    description: str
    stage: str
    scheme_type: str
    demand_flag: str
    payer: str
    gains: str
    must_act: str
    planned_start: str
    actual_start: str
    ended: str
    registered_on: str
    output_unit: str
    reached_pct: float | None


class SpendLine(NamedTuple):
    """One line of money in one version and year, in pounds."""

    line_id: str
    scheme_id: str
    name: str
    version: str
    year: str
    amount: float
    stage: str
    purpose: str
    demand_flag: str
    market: str
    sustains_nhs: str
    payer: str
    gains: str
    scope: str
    carried: float | None


class Output(NamedTuple):
    """Units of a scheme planned and delivered in a period (``spans``); ``shown_as`` says where they are suppressed."""

    scheme_id: str
    period: str
    planned: float | None
    actual: float | None
    shown_as: str


class Delivered(NamedTuple):
    """Units of a scheme over all its periods; None where there are none, or where they are withheld."""

    scheme_id: str
    planned: float | None
    actual: float | None
    share: float | None


def places(view: View) -> tuple[Place, ...]:
    """Every place, by name."""
    return read(view, Place, "places", order="name")


def schemes(view: View, place_id: str) -> tuple[Scheme, ...]:
    """Schemes of a place by id."""
    return read(view, Scheme, "schemes", place_id=place_id)


def spend_lines(view: View, place_id: str) -> tuple[SpendLine, ...]:
    """Spend lines of a place, all versions, years and scopes."""
    return read(view, SpendLine, "spend_lines", place_id=place_id)


def outputs(view: View, place_id: str, scheme_id: str = "") -> tuple[Output, ...]:
    """Outputs of a place, of one scheme where one is named."""
    return read(view, Output, "outputs", place_id=place_id, **({"scheme_id": scheme_id} if scheme_id else {}))


def delivered(view: View, place_id: str) -> tuple[Delivered, ...]:
    """Units of every scheme of a place over all its periods."""
    return read(view, Delivered, "delivered", place_id=place_id)
