"""Invented results of the two surveys: by council and year, with a margin of error and people who answered.

``FIXED`` is the one table in which a council's own figures are set; every other figure is drawn.
"""

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from domain import outcomes, status
from domain.outcomes.measure import PERCENT, RECORDS, SCORE, SCORE_12, SCORE_24, Measure
from etl.demo.councils import AMBERMOOR, QUILLSHIRE, SALTMARROW, Council

YEARS = ("2015-16", "2016-17", "2017-18", "2018-19")
CARERS_YEARS = ("2016-17", "2018-19")
CONTROL, CARERS = "control_over_daily_life", "carers_quality_of_life"


class Answer(NamedTuple):
    """A published result: value, margin of error (95 %), people who answered; or the mark that stands for all three."""

    value: float
    margin: float
    base: int
    mark: str = ""


# Measure, council and year to the published result of the example partnership.
FIXED: dict[tuple[str, str, str], Answer] = {
    (CONTROL, QUILLSHIRE, "2015-16"): Answer(76.2, 2.9, 815),
    (CONTROL, QUILLSHIRE, "2016-17"): Answer(77.4, 2.9, 790),
    (CONTROL, QUILLSHIRE, "2017-18"): Answer(76.6, 2.9, 805),
    (CONTROL, QUILLSHIRE, "2018-19"): Answer(77.9, 2.8, 820),
    (CONTROL, AMBERMOOR, "2015-16"): Answer(74.9, 4.4, 355),
    (CONTROL, AMBERMOOR, "2016-17"): Answer(74.1, 4.4, 365),
    (CONTROL, AMBERMOOR, "2017-18"): Answer(73.2, 4.5, 350),
    (CONTROL, AMBERMOOR, "2018-19"): Answer(74.6, 4.4, 360),
    (CONTROL, SALTMARROW, "2015-16"): Answer(74.6, 4.2, 390),
    (CONTROL, SALTMARROW, "2016-17"): Answer(75.2, 4.2, 395),
    (CONTROL, SALTMARROW, "2017-18"): Answer(76.4, 4.1, 400),
    (CONTROL, SALTMARROW, "2018-19"): Answer(75.0, 4.2, 385),
    (CARERS, QUILLSHIRE, "2016-17"): Answer(7.7, 0.2, 610),
    (CARERS, QUILLSHIRE, "2018-19"): Answer(7.6, 0.2, 585),
    (CARERS, AMBERMOOR, "2016-17"): Answer(7.6, 0.3, 290),
    (CARERS, AMBERMOOR, "2018-19"): Answer(7.5, 0.3, 275),
    (CARERS, SALTMARROW, "2016-17"): Answer(7.5, 0.3, 310),
    (CARERS, SALTMARROW, "2018-19"): Answer(7.7, 0.3, 300),
}
# Cells without a number: hidden because too few answered, and not collected.
MARKED = {
    (CONTROL, "Marram", "2017-18"): status.SUPPRESSED_MARK,
    (CONTROL, "Oldgate", "2016-17"): status.NOT_AVAILABLE,
    (CARERS, "Oldgate", "2016-17"): status.NOT_AVAILABLE,
}
# Level of a measure, deviation between councils and from year to year, and of single answers (for the margin).
_LEVELS = {
    "control_over_daily_life": 77.0,
    "quality_of_life": 19.1,
    "quality_of_life_gained": 0.405,
    "satisfaction": 64.5,
    "finding_information": 73.2,
    "feeling_safe": 70.0,
    "social_contact": 45.6,
    "carers_quality_of_life": 7.6,
    "carers_satisfaction": 39.2,
    "carers_consulted": 70.2,
    "carers_finding_information": 63.4,
    "carers_social_contact": 34.0,
}
_SPREAD = {PERCENT: (3.6, 1.2, 0.0), SCORE_24: (0.35, 0.12, 3.9), SCORE_12: (0.25, 0.1, 2.5), SCORE: (0.02, 0.006, 0.2)}
MEASURES = tuple(outcomes.MEASURE_BY_ID[name] for name in _LEVELS)
Answers = dict[tuple[Council, str], Answer]  # council and year to its result


def rounds(measure: Measure) -> tuple[str, ...]:
    """Years in which a measure was asked."""
    asked = CARERS_YEARS if measure.every == 2 else YEARS
    return tuple(year for year in asked if measure.code(year) and measure.origin != RECORDS)


def answers(councils: Sequence[Council], measure: Measure, seed: int) -> Answers:
    """Results of every council in every year; marked cells keep the people who answered, for the sums."""
    found: Answers = {}
    between, yearly, _ = _SPREAD[measure.unit]
    for council in councils:
        rng = random.Random(f"{seed}/{measure.id}/{council.nhs_code}")
        level = rng.gauss(_LEVELS[measure.id], between)
        usual = min(900, 150 + council.adults / 1_000) * (0.75 if measure.every == 2 else 1.0)
        for year in rounds(measure):
            value = round(level + rng.gauss(0, yearly), measure.decimals)
            base = 5 * round(usual * rng.uniform(0.9, 1.1) / 5)
            drawn = Answer(value, margin(measure, value, base), base)
            one = FIXED.get((measure.id, council.name, year), drawn)
            found[council, year] = one._replace(mark=MARKED.get((measure.id, council.name, year), ""))
    return found


def margin(measure: Measure, value: float, base: int) -> float:
    """Margin of error of a mean or share of ``base`` answers, as published: two-sided 95 %, one or three digits."""
    deviation = _SPREAD[measure.unit][2] or math.sqrt(max(value * (100 - value), 1.0))
    return round(1.96 * deviation / math.sqrt(base), measure.decimals)


def together(measure: Measure, some: Sequence[tuple[Council, Answer]]) -> Answer:
    """Result of several councils: weighted by their adults, with the people who answered added up."""
    adults = sum(council.adults for council, _ in some)
    value = round(sum(council.adults * one.value for council, one in some) / adults, measure.decimals)
    base = sum(one.base for _, one in some)
    return Answer(value, margin(measure, value, base), base)
