"""Whether a computed number is the number of a claim, and what all comparisons together say of it.

A number agrees when it rounds to the one that was given; it is near when it lies within one and a half units of
the last digit given. "More than 26 %" is met from 26.0 up to 27.0: whoever saw 29 would have written it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.change import SIMILAR
from domain.claims import claim as kinds
from domain.claims.claim import Claim, Said, Stretch

AGREES, NEAR, BEYOND, DIFFERS, NO_VALUE = "agrees", "near", "beyond", "differs", "no_value"
FITS = {
    AGREES: "agrees",
    NEAR: "near",
    BEYOND: "goes further than said",
    DIFFERS: "differs",
    NO_VALUE: "months not held",
}


@dataclass(frozen=True)
class Line:
    """One computation of a claim. Values are None where a month is not held; ``fits`` is empty for a mere figure."""

    reading: str
    unit: str
    then: Stretch
    now: Stretch
    value_then: float | None
    value_now: float | None
    computed: float | None
    computed_unit: str
    fits: str = ""
    literal: bool = True
    vintage: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checked:
    """A claim with its lines and the verdict they give."""

    claim: Claim
    lines: tuple[Line, ...]
    verdict: str


def fit(said: Said, value: float | None) -> str:
    """How a computed value (in the unit of the claim) stands to the number given."""
    if value is None:
        return NO_VALUE
    if said.kind == kinds.RISE:
        return AGREES if value > SIMILAR * 100 else DIFFERS
    if said.kind == kinds.ROUNDED:
        return _rounded(said, value)
    size = value * (1 if said.value > 0 else -1)
    if size < abs(said.value):
        return DIFFERS
    return BEYOND if said.kind == kinds.MORE_THAN and size >= abs(said.value) + said.step else AGREES


def _rounded(said: Said, value: float) -> str:
    steps = int(abs(value) / said.step + 0.5)
    if steps == round(abs(said.value) / said.step) and value * said.value > 0:
        return AGREES
    return NEAR if abs(value - said.value) <= 1.5 * said.step + 1e-9 else DIFFERS


def verdict(literal: Sequence[str], others: Sequence[str]) -> str:
    """The verdict on a claim from the fits of what its words mean and of other comparisons."""
    if not literal or NO_VALUE in literal:
        return kinds.NOT_HELD if literal else kinds.QUOTED
    if all(found in (AGREES, NEAR) for found in literal):
        if DIFFERS in others:
            return kinds.ONLY
        return kinds.NEARLY if NEAR in literal else kinds.HOLDS
    if AGREES in literal:
        return kinds.ONLY
    return kinds.OTHER if any(found in (AGREES, NEAR) for found in others) else kinds.FAILS
