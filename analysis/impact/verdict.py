"""The verdict on a scheme and one of its indicators (METHODS M21): the first rule that matches, in this order."""

from collections.abc import Callable
from dataclasses import dataclass

from analysis.impact import reasons as r
from analysis.impact.facts import BALANCING, PROCESS, SURVEY, Facts

HALF_OUTPUTS, JUDGED_FROM, WORKING_FROM, BASELINE, MOST_P = 0.5, 6, 12, 24, 0.10
TINY = 1e-12


@dataclass(frozen=True)
class Verdict:
    """The verdict.

    code: key of ``reasons.WORDS``; reason: key of ``reasons.REASONS``; because, settles: in words. months: after the
    roll-in. agreeing: the designs that point the way the primary one does. with_schemes: those that claim it too.
    """

    code: str
    reason: str
    because: str
    settles: str
    months: int
    agreeing: tuple[str, ...] = ()
    with_schemes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The verdict as a reader sees it."""
        return r.WORDS[self.code]


Found = tuple[str, str] | None


def verdict(facts: Facts) -> Verdict:
    """The verdict: code and reason of the first rule that matches, else *cannot tell*."""
    code, reason = next(found for rule in RULES if (found := rule(facts)))
    because, settles = r.REASONS[reason]
    if facts.refused_words and reason == facts.refused:
        because = facts.refused_words
    others = facts.also_claimed_by if code == r.NOT_SEPARABLE else ()
    return Verdict(code, reason, because, settles, facts.post_months, _agreeing(facts), others)


def _agreeing(facts: Facts) -> tuple[str, ...]:
    if facts.effect is None:
        return ()
    return tuple(design.name for design in facts.designs if design.value * facts.effect.value > 0)


def _not_started(facts: Facts) -> Found:
    return None if facts.started else (r.NOT_STARTED, r.NEVER_OPENED)


def _not_delivered(facts: Facts) -> Found:
    under = facts.outputs is not None and facts.outputs < HALF_OUTPUTS
    return (r.NOT_DELIVERED, r.UNDER_HALF) if under else None


def _too_early(facts: Facts) -> Found:
    """A scheme that ended is *too short*, which reads *cannot tell*: more months will not come."""
    if facts.post_months >= JUDGED_FROM:
        return None
    return (r.CANNOT_TELL, r.TOO_SHORT) if facts.ended else (r.TOO_EARLY, r.UNDER_SIX)


def _no_baseline(facts: Facts) -> Found:
    if facts.role == PROCESS or facts.born_with_scheme:
        return r.PROCESS_ONLY, r.PROCESS if facts.role == PROCESS else r.BORN
    short = facts.source != SURVEY and facts.pre_months < BASELINE and facts.refused != r.SUPPRESSED
    return (r.NO_BASELINE, r.SHORT_HISTORY) if short else None


def _not_separable(facts: Facts) -> Found:
    shared = facts.also_claimed_by and facts.role != BALANCING
    return (r.NOT_SEPARABLE, r.ALSO_CLAIMED) if shared else None


def _worse(facts: Facts) -> Found:
    effect = facts.towards_good
    return (r.WORSE, r.BAD_SIDE) if effect and effect.high < 0 else None


def _balancing(facts: Facts) -> Found:
    """What must not get worse is never *working*: it got worse, or that cannot be told."""
    if facts.role != BALANCING:
        return None
    return r.CANNOT_TELL, r.NO_HARM if facts.effect else facts.refused or r.NO_ESTIMATE


def _working(facts: Facts) -> Found:
    effect = facts.towards_good
    good = effect is not None and effect.low > 0
    return (r.WORKING, r.GOOD_SIDE) if good and not _held_back(facts) else None


def _held_back(facts: Facts) -> str:
    """What keeps an interval on the good side from *working*; empty for nothing."""
    if facts.post_months < WORKING_FROM:
        return r.UNDER_TWELVE
    if not facts.selection_checked and facts.source != SURVEY:
        return r.UNCHECKED
    if facts.peers and not facts.pre_trend_passed:
        return r.PRE_TREND
    if facts.peers and (facts.placebo_p is None or facts.placebo_p > MOST_P + TINY):
        return r.PLACEBO
    return r.AFTERWARDS if facts.chosen_afterwards else ""


def _no_effect(facts: Facts) -> Found:
    effect, expected = facts.towards_good, facts.expected_gain
    if effect is None or expected is None or expected <= 0:
        return None
    return (r.NO_EFFECT, r.HALF_EXCLUDED) if effect.high < expected / 2 else None


def _emerging(facts: Facts) -> Found:
    effect = facts.towards_good
    if effect is None or effect.low80 is None or effect.value <= 0 or effect.low80 <= 0:
        return None
    if facts.peers and not facts.pre_trend_passed:
        return None
    return r.EMERGING, _held_back(facts) if effect.low > 0 else r.ONLY_80


def _cannot_tell(facts: Facts) -> Found:
    effect = facts.towards_good
    if effect is not None and effect.low > 0:
        return r.CANNOT_TELL, _held_back(facts)
    if facts.could_show is False:
        return r.CANNOT_TELL, r.NEVER_SHOWS
    if effect is None:
        return r.CANNOT_TELL, facts.refused or r.NO_ESTIMATE
    return r.CANNOT_TELL, r.MARGIN if facts.source == SURVEY else r.SPANS_ZERO


RULES: tuple[Callable[[Facts], Found], ...] = (
    _not_started,
    _not_delivered,
    _too_early,
    _no_baseline,
    _not_separable,
    _worse,
    _balancing,
    _working,
    _no_effect,
    _emerging,
    _cannot_tell,
)
