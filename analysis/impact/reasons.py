"""The codes of verdicts and of their reasons, with words: why, and what would settle it (METHODS M21)."""

NOT_STARTED, NOT_DELIVERED, TOO_EARLY, NO_BASELINE = "not_started", "not_delivered", "too_early", "no_baseline"
PROCESS_ONLY, NOT_SEPARABLE, WORSE, WORKING = "process_only", "not_separable", "worse", "working"
NO_EFFECT, EMERGING, CANNOT_TELL, SUBSTITUTED = "no_effect", "emerging", "cannot_tell", "substituted"

WORDS = {
    WORKING: "Working",
    SUBSTITUTED: "Substituted",
    WORSE: "Worse",
    EMERGING: "Emerging",
    NO_EFFECT: "No effect seen",
    NOT_SEPARABLE: "Not separable",
    CANNOT_TELL: "Cannot tell",
    TOO_EARLY: "Too early",
    NO_BASELINE: "No baseline",
    PROCESS_ONLY: "Process only",
    NOT_DELIVERED: "Not delivered",
    NOT_STARTED: "Not started",
}

JUDGED_NOT, DELIVERED_NOT = "not_judged", "not_delivered"
GROUPS = {
    WORKING: WORKING,
    SUBSTITUTED: SUBSTITUTED,
    WORSE: WORSE,
    EMERGING: EMERGING,
    NO_EFFECT: NO_EFFECT,
    NOT_SEPARABLE: JUDGED_NOT,
    CANNOT_TELL: JUDGED_NOT,
    TOO_EARLY: JUDGED_NOT,
    NO_BASELINE: JUDGED_NOT,
    PROCESS_ONLY: JUDGED_NOT,
    NOT_DELIVERED: DELIVERED_NOT,
    NOT_STARTED: DELIVERED_NOT,
}

NEVER_OPENED, UNDER_HALF, UNDER_SIX = "never_opened", "outputs_under_half", "under_6_months"
TOO_SHORT, SHORT_HISTORY, PROCESS, BORN = "too_short", "short_history", "process", "born_with_scheme"
ALSO_CLAIMED, BAD_SIDE, GOOD_SIDE, HALF_EXCLUDED = "also_claimed", "bad_side", "good_side", "half_excluded"
UNDER_TWELVE, UNCHECKED, PRE_TREND, PLACEBO = "under_12_months", "selection_unchecked", "pre_trend", "placebo"
AFTERWARDS, ONLY_80, NO_HARM, NEVER_SHOWS = "chosen_afterwards", "only_80", "no_worsening_seen", "would_never_show"
SUPPRESSED, MARGIN, SPANS_ZERO, NO_ESTIMATE = "suppressed", "survey_margin", "spans_zero", "no_estimate"

_LONGER = "more months after the roll-in"
REASONS: dict[str, tuple[str, str]] = {
    NEVER_OPENED: ("the scheme has not started", "a start"),
    UNDER_HALF: ("under half of the planned outputs were delivered", "outputs of at least half of the plan"),
    UNDER_SIX: ("fewer than 6 months since the roll-in", "6 months after the roll-in; 12 for *working*"),
    TOO_SHORT: ("the scheme ended within 6 months of its roll-in", "nothing any more: it ran too short"),
    SHORT_HISTORY: ("fewer than 24 months were counted before the start", "a comparison with similar people or places"),
    PROCESS: ("it says what was done, not what changed", "an outcome that was counted before the start"),
    BORN: ("it was first counted with the scheme itself", "an outcome that was counted before the start"),
    ALSO_CLAIMED: ("another scheme claims the same change", "one claim for both, or people reached by one alone"),
    BAD_SIDE: ("the whole interval lies on the bad side", "more months, and the same people followed"),
    GOOD_SIDE: ("the whole interval lies on the good side", "the same result in another place"),
    HALF_EXCLUDED: ("the data rule out half of the expected effect", "a smaller expectation, registered anew"),
    UNDER_TWELVE: ("fewer than 12 months after the roll-in", "12 months after the roll-in"),
    UNCHECKED: ("it could not be checked for a start after an unusual run", "15 months before the start"),
    PRE_TREND: ("the area was already moving away from similar areas", "areas that moved alike before the start"),
    PLACEBO: ("areas without the scheme moved as much, or too few can be compared", f"a larger change, or {_LONGER}"),
    AFTERWARDS: ("the primary indicator was chosen after data were seen", "the same result in months still to come"),
    ONLY_80: ("only the 80 % interval lies on the good side", _LONGER),
    NO_HARM: ("no worsening is seen, and none can be ruled out", _LONGER),
    NEVER_SHOWS: ("the expected effect is too small to show here, ever", "measuring the people reached"),
    SUPPRESSED: ("too many months are suppressed", "larger numbers of people: by quarter, or several areas together"),
    MARGIN: ("the change is within the margin of the survey", "more answers, or asking the people reached"),
    SPANS_ZERO: ("the interval holds both no change and half of what was expected", _LONGER),
    NO_ESTIMATE: ("the rules allow no estimate", "a complete series"),
}
