"""Which body can own which reason for delay, and the lists that every table shares."""

import pytest

from domain import delays

N, S, B = delays.NHS, delays.SOCIAL_CARE, delays.BOTH
OWNERS = {
    "A": {N, S, B},
    "B": {N, S, B},
    "C": {N},
    "DI": {N, S},
    "DII": {N, S, B},
    "E": {N, S, B},
    "F": {N, S, B},
    "G": {N, S},
    "H": {N, S},
    "I": {N},
    "O": {N, S, B},
}


def test_the_reasons_are_those_of_the_publication_in_its_order():
    assert list(OWNERS) == list(delays.REASON_CODES)


@pytest.mark.parametrize("reason", OWNERS)
@pytest.mark.parametrize("body", delays.BODIES)
def test_a_body_owns_the_reasons_that_the_collection_gives_it(body, reason):
    assert delays.can_own(body, reason) == (body in OWNERS[reason])


@pytest.mark.parametrize("reason", OWNERS)
def test_all_bodies_together_own_every_reason(reason):
    assert delays.can_own(delays.ALL, reason)


@pytest.mark.parametrize("body", [*delays.BODIES, delays.ALL])
def test_every_body_owns_all_reasons_together(body):
    assert delays.can_own(body, delays.ALL)


def test_bodies_and_types_of_care_are_labelled_in_their_fixed_order():
    assert list(delays.BODY_LABELS) == ["nhs", "social_care", "both", "all"]
    assert list(delays.CARE_LABELS) == ["acute", "non_acute", "all"]
