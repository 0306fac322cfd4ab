"""Which counts of people stand behind an observation, and whether it may be shown by itself (METHODS M25)."""

import re

from analysis.disclosure.pools import shown
from analysis.disclosure.rounding import is_small
from etl.local.upload import Row

PROPORTION, COUNT, RATE = "proportion", "count", "rate"
WORDS = re.compile(
    r"\b(people|persons?|patients?|residents?|carers?|clients?|adults?|children|users?|customers?|members)\b",
    re.IGNORECASE,
)
UNKNOWN = "the number of people behind it is not given"
SMALL = "1 to 7 people"
BEHIND = "1 to 7 people stand behind it"


def protected(indicator: Row) -> bool:
    """Whether small numbers matter: it counts people, or is said per person."""
    return bool(indicator["counts_people"] == "yes" or indicator["exposure"] == "person")


def counts(indicator: Row, row: Row) -> list[int]:
    """The counts of people behind an observation that is no share: itself, or what it is an average of."""
    value, top, out_of = row["value"], row["numerator"], row["denominator"]
    of_people = indicator["counts_people"] == "yes"
    kind, found = indicator["kind"], []
    if of_people and kind == COUNT:
        found.append(top if value is None else value)
    if of_people and kind == RATE:
        found.append(top)
    if indicator["exposure"] == "person" or (of_people and kind not in (COUNT, PROPORTION)):
        found.append(out_of)
    return [round(one) for one in found if one is not None]


def withheld(indicator: Row, row: Row) -> str:
    """Why an observation may not be shown by itself; empty where it may."""
    top, out_of = row["numerator"], row["denominator"]
    if not protected(indicator):
        return ""
    if indicator["kind"] == PROPORTION:
        if top is None or out_of is None:
            return "" if row["margin"] is not None or indicator["counts_people"] != "yes" else UNKNOWN
        return "" if shown(round(top), round(out_of)) else "fewer than 8 people on one side, or fewer than 30 in all"
    if indicator["counts_people"] == "yes" and indicator["kind"] == RATE and top is None:
        return UNKNOWN
    if any(is_small(one) for one in counts(indicator, row)):
        return SMALL if indicator["kind"] == COUNT else BEHIND
    return ""


def unit_of_people(unit: str) -> bool:
    """Whether a unit of output says that people are counted."""
    return bool(WORDS.search(unit))
