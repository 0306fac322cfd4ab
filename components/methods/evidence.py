"""Sections of the methods page on evidence for schemes: designs, verdicts, false alarms, small numbers, the example."""

from components.methods.section import Section
from domain.demonstration import SEED

N = "\u00a0"
SECTIONS = (
    Section(
        "designs",
        "What a scheme changed: designs",
        "What happened after a start is read against what the series would have done without it, and said with an "
        "interval.",
        (
            f"Interrupted time series, the registered design: level, trend, step and change of trend at the start, "
            f"and a yearly wave: y = b₀ + b₁t + b₂D + b₃D·(t{N}−{N}T{N}−{N}(m{N}−{N}1)/2) + sin + cos. b₂ is the mean "
            f"gap over the months after the roll-in. Counts and rates are read as logarithms, so as per cent; shares "
            f"in points. Errors follow ρ to the power of the distance in months; instead of one ρ all from 0 to 0.95 "
            f"are weighted by how well they fit, so that months which resemble each other do not look like proof. 24 "
            f"months before and 6 after are needed, 12 after for ‘working’.",
            "Over and above England: the same on the ratio of our series to all other councils together, where the "
            "series is published. They are no untouched comparison: national money and the winter reached all at "
            "once. It is refused where the trend before the start would explain half of the estimate.",
            f"Placebo areas: the change of every other council with at least 5 people delayed a day, in the same "
            f"months. p{N}={N}(1{N}+{N}others at least as extreme){N}÷{N}(1{N}+{N}others), with at least 39 others. "
            f"Placebo dates: the same design at made-up starts before the real one; they overlap, so there is no p.",
            "Before and after, and the same months of last year, are described with their means and never given an "
            "interval. They change no verdict: see the rate of false alarms below.",
            "Surveys: the publisher’s margins, √(m₁² + m₂²) for a change; answers of a place’s own survey are pooled, "
            "at least 100 a side, with Newcombe’s interval.",
            "Registered before figures are seen: start, roll-in (the first three months, or the lag), expected change "
            "and primary indicator. One that was chosen afterwards is said to be so and cannot read ‘working’.",
            "Why then: where the three months before the start lie over 1.5 standard deviations on the bad side of "
            "the twelve before them, they are left out, both results are shown and the verdict uses the second.",
            f"Could it ever show: from the spread s and r1 of the 24 months before, months ="
            f"{N}⌈1{N}÷{N}((δ/2.8s)²·(1{N}−{N}r1)/(1{N}+{N}r1){N}−{N}1/n)⌉, and ‘never’ where that is not above 0. "
            f"δ is the effect on the people reached times their share.",
        ),
    ),
    Section(
        "verdicts",
        "Verdicts",
        "One of twelve words for each scheme and indicator, by fixed rules: the first that fits, never an average.",
        (
            "A scheme’s line shows one verdict for each level. ‘Substituted’ stands above ‘working’ when a balancing "
            "indicator got worse. ‘No effect seen’ (half of what was expected is ruled out) and ‘cannot tell’ are "
            "different things.",
        ),
    ),
    Section(
        "false-alarms",
        "How often the designs are wrong",
        "At made-up starts in councils without a scheme the registered design should find an effect in 5\u00a0% of "
        "cases; how many it does find is measured here.",
        (
            "The same design, 24 to 36 months before and 12 after, at starts half a year apart in every council with "
            "published delays. It is computed when figures are loaded. Real series break more often than any model "
            "allows; so one good interval is no proof, and a design that leaves out likeness of months is far worse: "
            "a comparison before and after finds an ‘effect’ in about half of all made-up starts.",
        ),
    ),
    Section(
        "coverage",
        "Whether the intervals hold",
        "On made-up series whose truth is known, the 95\u00a0% interval holds it in 93 to 99\u00a0% of cases.",
        ("300 series each. Ordinary least squares stands beside it to show what ignoring likeness of months costs.",),
    ),
    Section(
        "small-numbers",
        "Small numbers of people",
        "Of counts of people that a place uploads, 1 to 7 are not shown, 0 is, and all others are rounded to the "
        "nearest 5.",
        (
            "Totals are rounded from the true total. A total, mean or statistic from which a number of 1 to 7 could "
            "be told to fewer than four values, given everything else shown, is withheld; totals of a year so far are "
            "tried in the order in which they came to be known. Percentages are whole and need 30 people, and none or "
            "at least 8 on either side.",
            "Limits and effects are computed from exact values, stored to three figures, and withheld where over a "
            "fifth of the months on either side is small; the series is then shown by quarter, or by year. Exact "
            "small numbers stay in the uploads and are in no build that pages read.",
        ),
    ),
    Section(
        "example",
        "The example partnership",
        "The three councils of the example, their schemes and every figure are invented, and were chosen to show what "
        "can be said and what cannot.",
        (
            f"Random numbers with the seed {SEED}. They were not left to chance: for some series a search chose the "
            "draw so that the example reads as its description promises. What the example shows is how the rules "
            "work, and nothing about how often schemes work.",
        ),
    ),
)
