"""What the limits of a chart promise of a target (assurance; NHS England, "Making Data Count")."""

from analysis.limits import slack
from analysis.points import Phase

PASS, FAIL, HIT_OR_MISS = "pass", "fail", "hit or miss"


def on_the_limit(phase: Phase, target: float) -> bool:
    """Whether a target lies exactly on a limit: then say "on the limit" beside "hit or miss"."""
    tiny = slack([phase.lower, phase.upper, target])
    return any(limit is not None and abs(target - limit) <= tiny for limit in (phase.lower, phase.upper))


def assurance(phase: Phase, target: float, good: str) -> str:
    """What the limits promise of a target: ``pass``, ``fail`` or ``hit or miss``.

    Strict: a target exactly on a limit is ``hit or miss`` ("on the limit", on_the_limit says when), as in
    NHSRplotthedots; other tools count it as pass or fail. good: ``up`` or ``down``. ``""`` where neither
    direction is good, and in a phase without limits or without variation.
    """
    if phase.lower is None or phase.upper is None or phase.lower == phase.upper or good not in {"up", "down"}:
        return ""
    if on_the_limit(phase, target) or phase.lower < target < phase.upper:
        return HIT_OR_MISS
    return PASS if (target < phase.lower) == (good == "up") else FAIL
