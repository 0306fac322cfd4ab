"""Terms of schemes: what they are claimed to move, how that is judged, and what the verdicts mean."""

from domain.glossary.term import BCF, OURS, Term

TERMS = (
    Term(
        "scheme",
        "Scheme",
        "Something that is done and paid for so that something changes.",
        "A line of a place’s plan with its council, stage of care, who pays and who gains, planned and actual start, "
        "and the indicators it is meant to move.",
        BCF,
        ("outcome-indicator", "verdict", "slippage"),
    ),
    Term(
        "outcome-indicator",
        "Outcome indicator",
        "What a scheme is meant to change.",
        "An indicator that a scheme claims, with the expected change, its sign and lag written down beforehand. One "
        "for each level is primary: the verdict of that level rests on it.",
        OURS,
        ("process-indicator", "balancing-indicator", "registered"),
    ),
    Term(
        "process-indicator",
        "Process indicator",
        "Whether a service runs as it should, and not what it changed.",
        "An indicator of what was done, or one first counted with the scheme itself. It reads ‘process only’.",
        OURS,
        ("outcome-indicator", "verdict"),
    ),
    Term(
        "balancing-indicator",
        "Balancing indicator",
        "What must not get worse while something else improves.",
        "An indicator linked to a scheme as balancing. Its worsening is shown on every scheme that shares it and makes "
        "a working scheme read ‘substituted’.",
        OURS,
        ("substitution", "outcome-indicator"),
    ),
    Term(
        "substitution",
        "Substitution",
        "A number improves while the burden moves somewhere else.",
        "Verdict ‘substituted’: an outcome is working and a balancing indicator is worse. As a watch: delays down and "
        "long-term admissions up on twelve months against twelve. Both are true at once; neither is the cause.",
        OURS,
        ("balancing-indicator", "verdict"),
    ),
    Term(
        "roll-in",
        "Roll-in",
        "The first months of a scheme, on which it is not judged.",
        "The first three months from the actual start, or the lag where that is longer. They are left out of every "
        "design.",
        OURS,
        ("lag", "interrupted-time-series"),
    ),
    Term(
        "lag",
        "Lag",
        "Months until an effect can be expected to show.",
        "Written down with the claim, 0 to 36 months from the actual start; the roll-in is at least as long.",
        OURS,
        ("roll-in",),
    ),
    Term(
        "registered",
        "Registered",
        "Written down before figures were seen.",
        "Month in which start, expected change, lag and primary indicator were noted. A primary indicator noted after "
        "the start is ‘chosen afterwards’ and cannot read ‘working’.",
        OURS,
        ("outcome-indicator", "verdict"),
    ),
    Term(
        "interrupted-time-series",
        "Interrupted time series",
        "A scheme is read against what its own series would have done without it.",
        "Level, trend, yearly wave, and a step with a change of trend at the start; the estimate is the mean gap over "
        "the months after the roll-in, with an interval that allows for likeness of neighbouring months.",
        OURS,
        ("roll-in", "placebo-dates", "placebo-areas"),
    ),
    Term(
        "placebo-areas",
        "Placebo areas",
        "Areas without the scheme, read in the same months, to see how many moved as much.",
        "All other councils with at least 5 people delayed a day and whole windows, at least 39. p is one more than "
        "those at least as extreme, divided by one more than all.",
        OURS,
        ("placebo-dates", "interrupted-time-series"),
    ),
    Term(
        "placebo-dates",
        "Placebo dates",
        "Made-up starts before the real one, to see how many would look like an effect.",
        "The registered design at every month with 24 months before it and 12 after it, before the start. They "
        "overlap, so they are drawn and have no p.",
        OURS,
        ("placebo-areas", "false-alarm"),
    ),
    Term(
        "false-alarm",
        "False alarm",
        "An effect that is read where nothing was done.",
        "An interval of 95\u00a0% that excludes no change at a made-up start. 5\u00a0% are promised; the rate on the "
        "published councils is measured and printed on the methods page.",
        OURS,
        ("placebo-dates",),
    ),
    Term(
        "verdict",
        "Verdict",
        "What can be said of a scheme and an indicator, by fixed rules.",
        "Not started, not delivered, too early, no baseline, process only, not separable, worse, working, no effect "
        "seen, emerging or cannot tell: the first that fits. A scheme’s line is never an average.",
        OURS,
        ("working", "no-effect-seen", "cannot-tell", "not-separable", "substitution"),
    ),
    Term(
        "working",
        "Working",
        "The change lies on the good side beyond what chance allows.",
        "At least 12 months after the roll-in, the 95\u00a0% interval on the good side, no unusual run before the "
        "start unexamined, and where other areas publish the series a p of placebo areas of at most 0.10.",
        OURS,
        ("verdict", "emerging"),
    ),
    Term(
        "emerging",
        "Emerging",
        "It points the right way, and not yet surely.",
        "The estimate is good and its 80\u00a0% interval excludes no change, or a condition of ‘working’ is not met.",
        OURS,
        ("working", "verdict"),
    ),
    Term(
        "no-effect-seen",
        "No effect seen",
        "What was hoped for can be ruled out.",
        "The 95\u00a0% interval excludes half of the expected effect. This is knowledge, unlike ‘cannot tell’.",
        OURS,
        ("cannot-tell", "verdict"),
    ),
    Term(
        "cannot-tell",
        "Cannot tell",
        "The figures fit both no change and what was hoped for.",
        "The interval holds both, or the indicator could never show the expected effect, or too many months are "
        "suppressed. It says what would settle it.",
        OURS,
        ("no-effect-seen", "verdict"),
    ),
    Term(
        "not-separable",
        "Not separable",
        "Two schemes claim the same change at the same time.",
        "Another scheme of the same area claims the same series as an outcome and started within 6 months.",
        OURS,
        ("verdict",),
    ),
    Term(
        "slippage",
        "Slippage",
        "Money of a plan that was not spent in its year.",
        "Plan less actual of the lines that spend less than planned, in pounds and as a share of the plan. Part of it "
        "moves to other lines, the rest is carried forward.",
        OURS,
        ("scheme",),
    ),
)
