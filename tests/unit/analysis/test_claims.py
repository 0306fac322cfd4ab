"""Numbers against claims: rounding, nearness, 'more than', rises, and what several comparisons add up to."""

import pytest

from analysis.claims import AGREES, BEYOND, DIFFERS, NEAR, NO_VALUE, fit, verdict
from domain.claims import claim as kinds
from domain.claims.claim import AT_LEAST, MORE_THAN, RISE, Said


@pytest.mark.parametrize(
    ("said", "value", "expected"),
    [
        (Said(4.5, step=0.1), 4.51, AGREES),
        (Said(4.5, step=0.1), 4.449, NEAR),
        (Said(4.5, step=0.1), 4.60, NEAR),
        (Said(4.5, step=0.1), 4.66, DIFFERS),
        (Said(4.5, step=0.1), -4.5, DIFFERS),
        (Said(7), 6.86, AGREES),
        (Said(7), 6.49, NEAR),
        (Said(7), 5.4, DIFFERS),
        (Said(-16), -15.85, AGREES),
        (Said(185_000, "days", 1_000), 184_610, AGREES),
        (Said(-313_000, "days", 1_000), -313_750, NEAR),
        (Said(-26, kind=MORE_THAN), -26.68, AGREES),
        (Said(-26, kind=MORE_THAN), -26.0, AGREES),
        (Said(-26, kind=MORE_THAN), -25.99, DIFFERS),
        (Said(-26, kind=MORE_THAN), -27.0, BEYOND),
        (Said(-26, kind=MORE_THAN), 26.5, DIFFERS),
        (Said(-40, kind=AT_LEAST), -62.5, AGREES),
        (Said(-40, kind=AT_LEAST), -39.9, DIFFERS),
        (Said(0, kind=RISE), 4.4, AGREES),
        (Said(0, kind=RISE), 0.9, DIFFERS),
        (Said(0, kind=RISE), -4.4, DIFFERS),
        (Said(7), None, NO_VALUE),
    ],
)
def test_a_number_against_a_claim(said, value, expected):
    assert fit(said, value) == expected


@pytest.mark.parametrize(
    ("literal", "others", "expected"),
    [
        ([AGREES], [], kinds.HOLDS),
        ([AGREES], [AGREES], kinds.HOLDS),
        ([AGREES, NEAR], [], kinds.NEARLY),
        ([AGREES], [DIFFERS], kinds.ONLY),
        ([AGREES, DIFFERS], [], kinds.ONLY),
        ([DIFFERS], [NEAR], kinds.OTHER),
        ([DIFFERS], [BEYOND], kinds.FAILS),
        ([DIFFERS], [], kinds.FAILS),
        ([AGREES, NO_VALUE], [AGREES], kinds.NOT_HELD),
        ([], [], kinds.QUOTED),
    ],
)
def test_what_several_comparisons_add_up_to(literal, others, expected):
    assert verdict(literal, others) == expected
