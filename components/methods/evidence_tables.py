"""Tables of the sections on evidence: every verdict with its reasons, and the coverage that was measured."""

from analysis.impact import reasons
from components.tables import Column, Table

MEASURED, COMMAND = "22 November 2026", "python -m benchmarks.coverage"
COVERAGE = (  # months before, after, ρ, the interval of the product, ordinary least squares
    (24, 12, 0.0, 0.990, 0.970),
    (24, 12, 0.3, 0.957, 0.853),
    (24, 12, 0.5, 0.953, 0.743),
    (24, 12, 0.7, 0.947, 0.567),
    (36, 12, 0.0, 0.977, 0.957),
    (36, 12, 0.3, 0.970, 0.827),
    (36, 12, 0.5, 0.977, 0.747),
    (36, 12, 0.7, 0.967, 0.580),
)
ORDER = (  # the rules in the order in which they are tried
    (reasons.NOT_STARTED, (reasons.NEVER_OPENED,)),
    (reasons.NOT_DELIVERED, (reasons.UNDER_HALF,)),
    (reasons.TOO_EARLY, (reasons.UNDER_SIX,)),
    (reasons.NO_BASELINE, (reasons.SHORT_HISTORY,)),
    (reasons.PROCESS_ONLY, (reasons.PROCESS, reasons.BORN)),
    (reasons.NOT_SEPARABLE, (reasons.ALSO_CLAIMED,)),
    (reasons.WORSE, (reasons.BAD_SIDE,)),
    (reasons.WORKING, (reasons.GOOD_SIDE,)),
    (reasons.NO_EFFECT, (reasons.HALF_EXCLUDED,)),
    (reasons.EMERGING, (reasons.UNDER_TWELVE, reasons.UNCHECKED, reasons.PRE_TREND, reasons.PLACEBO, reasons.ONLY_80)),
    (
        reasons.CANNOT_TELL,
        (
            reasons.SPANS_ZERO,
            reasons.NEVER_SHOWS,
            reasons.SUPPRESSED,
            reasons.MARGIN,
            reasons.TOO_SHORT,
            reasons.NO_HARM,
            reasons.NO_ESTIMATE,
            reasons.AFTERWARDS,
        ),
    ),
)


def verdicts() -> Table:
    """Every verdict with each reason that it can have, and what would settle it."""
    columns = (
        Column("verdict", "Verdict", kind="text"),
        Column("why", "Why", kind="text"),
        Column("settle", "What would settle it", kind="text"),
    )
    rows = [(reasons.WORDS[code], *_words(reason)) for code, some in ORDER for reason in some]
    balanced = ("a balancing indicator is worse while the outcome is working", "the balancing indicator")
    return Table("verdicts", "Verdicts, in the order of the rules", columns, (*rows, ("Substituted", *balanced)))


def _words(reason: str) -> tuple[str, str]:
    why, settle = reasons.REASONS[reason]
    return why, settle.replace("*", "")


def coverage() -> Table:
    """How often the interval held the truth, with the day and the command."""
    columns = (
        Column("months", "Months before and after", kind="text"),
        Column("rho", "ρ", 1),
        Column("held", "95 % interval holds", kind="share"),
        Column("ordinary", "Ordinary least squares", kind="share"),
    )
    rows = tuple((f"{pre} + {post}", rho, held, ordinary) for pre, post, rho, held, ordinary in COVERAGE)
    return Table("coverage", f"Coverage, measured on {MEASURED} with {COMMAND}", columns, rows)
