"""Responsible bodies, reasons for delay and types of care of the delayed transfers of care collection.

Which body may own a reason is constrained by the collection's guidance; it holds in all 115 published
months (NHS England, *Delayed Transfer of Care, NHS Organisations, England*, August 2010 to February 2020).
"""

from dataclasses import dataclass

NHS, SOCIAL_CARE, BOTH, ALL = "nhs", "social_care", "both", "all"
BODIES = (NHS, SOCIAL_CARE, BOTH)  # always in this order, in tables, charts and keys
BODY_LABELS = {NHS: "NHS", SOCIAL_CARE: "Social care", BOTH: "Both", ALL: "All"}

ACUTE, NON_ACUTE = "acute", "non_acute"
CARE_TYPES = (ACUTE, NON_ACUTE)
CARE_LABELS = {ACUTE: "Acute", NON_ACUTE: "Non-acute", ALL: "All"}


@dataclass(frozen=True)
class Reason:
    """A reason for delay.

    code:     the letter of the publication (``A`` to ``O``; ``DI`` and ``DII`` are two reasons).
    label:    what the letter stands for, in the wording of the latest publication.
    bodies:   who can be named responsible for it.
    """

    code: str
    label: str
    bodies: tuple[str, ...]


REASONS = (
    Reason("A", "Completion of assessment", BODIES),
    Reason("B", "Public funding", BODIES),
    Reason("C", "Further non-acute NHS care", (NHS,)),
    Reason("DI", "Residential home placement or availability", (NHS, SOCIAL_CARE)),
    Reason("DII", "Nursing home placement or availability", BODIES),
    Reason("E", "Care package in own home", BODIES),
    Reason("F", "Community equipment and adaptations", BODIES),
    Reason("G", "Patient or family choice", (NHS, SOCIAL_CARE)),
    Reason("H", "Disputes", (NHS, SOCIAL_CARE)),
    Reason("I", "Housing: patients not covered by the Care Act", (NHS,)),
    Reason("O", "Other (first used April 2017, non-acute only)", BODIES),
)
REASON_CODES = tuple(reason.code for reason in REASONS)
REASON_BY_CODE = {reason.code: reason for reason in REASONS}
CANNOT_OWN = "cannot own"  # in tables, where a number cannot stand
O_FIRST_USED = "2017-04"


def can_own(body: str, reason: str) -> bool:
    """Whether the collection lets ``body`` be responsible for ``reason`` (``all`` is always possible)."""
    return ALL in (body, reason) or body in REASON_BY_CODE[reason].bodies
