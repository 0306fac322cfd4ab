"""Every indicator that a list may offer, in the groups in which readers look for it.

Delays that ended and what came after them stand in groups of their own: neither continues the other.
"""

from domain import provider_indicators
from domain.documented_indicators import BED_SHARE, DOCUMENTED, READY
from domain.indicators import DELAYS, EMERGENCY, INDICATORS, Indicator
from domain.provider_indicators import PROVIDER_INDICATORS
from domain.successors import DISCHARGE, SUCCESSORS

EVERY = (*INDICATORS, *PROVIDER_INDICATORS, *SUCCESSORS, *DOCUMENTED)
BY_ID = {one.id: one for one in EVERY}
ENDED = (DELAYS, BED_SHARE)  # families of the count that ended in February 2020
GROUPS = {
    "Delayed transfers of care (ended February 2020)": ENDED,
    "Discharge since 2021": (DISCHARGE,),
    "Discharge ready date": (READY,),
    "Emergency care": (EMERGENCY,),
}
NO_CONTINUATION = (
    "Not comparable with the discharge reports and ready dates of later years, which count other people by other tests."
)


def key(indicator: Indicator) -> str:
    """What a list of measures calls an indicator: a share is a measure of its own, the rest are forms of theirs."""
    return indicator.id if indicator.unit == "%" else indicator.measure


def caveats(indicator: Indicator, *, below: bool) -> tuple[str, ...]:
    """What a reader must know before comparing an indicator; ``below``: of an NHS organisation, not of England."""
    if indicator.family in ENDED:
        return (*indicator.caveats, NO_CONTINUATION)
    if indicator.family != EMERGENCY:
        return indicator.caveats
    known = provider_indicators.caveats(indicator)
    return known if below else tuple(one for one in known if one not in provider_indicators.BELOW_ENGLAND)
