"""Terms of control charts and of what their signals mean."""

from domain.glossary.term import OURS, PLOT_THE_DOTS, Term

TERMS = (
    Term(
        "control-chart",
        "Control chart",
        "A line over time with the range within which it usually moves, to tell a signal from noise.",
        "XmR chart in the Making Data Count tradition: single values, their mean, and limits made from the moving "
        "range. Two sets of rules are offered, named interface and nhsr.",
        PLOT_THE_DOTS,
        ("mean", "moving-range", "control-limits", "four-rules"),
    ),
    Term(
        "mean",
        "Mean",
        "The average of the months of a phase.",
        "Arithmetic mean of the values of the phase. A value equal to the mean lies on neither side and breaks a run.",
        PLOT_THE_DOTS,
        ("control-limits", "phase"),
    ),
    Term(
        "moving-range",
        "Moving range",
        "How far a month lies from the month before it.",
        "Size of the difference between two neighbouring months. None is formed across a missing month or the edge of "
        "a phase.",
        PLOT_THE_DOTS,
        ("control-limits",),
    ),
    Term(
        "control-limits",
        "Control limits",
        "The range within which a steady measure stays nearly always.",
        "Mean ± 2.66 × the mean moving range. In the nhsr rules, moving ranges of 3.267 times their mean or more are "
        "dropped once. Limits are no target and no forecast.",
        PLOT_THE_DOTS,
        ("mean", "moving-range", "trial-limits"),
    ),
    Term(
        "trial-limits",
        "Trial limits",
        "Limits drawn from few months, to be read with care.",
        "Limits from 6 to 12 points, marked as trial and without an icon. Fewer than 6 points get no limits; icons "
        "stand from 13.",
        OURS,
        ("control-limits",),
    ),
    Term(
        "four-rules",
        "The four rules",
        "Four patterns that a steady measure seldom shows.",
        "Outside the limits: one point beyond a limit. Shift: 7 points in a row on one side of the mean. Trend: 6 "
        "points in a row rising or falling (7 in the nhsr rules). Two in three: three points on one side, two of them "
        "beyond two thirds of the way to the limit.",
        PLOT_THE_DOTS,
        ("common-cause", "control-limits"),
    ),
    Term(
        "common-cause",
        "Common cause",
        "Ordinary ups and downs: nothing in the chart asks for an explanation.",
        "No rule fires on the latest point of the latest phase. It does not mean that the level is good.",
        PLOT_THE_DOTS,
        ("four-rules", "direction-only"),
    ),
    Term(
        "autocorrelation",
        "Autocorrelation (r1)",
        "How much a month resembles the month before it; when it is high, ordinary charts raise false alarms.",
        "r1 is the correlation of neighbouring months within a phase, on what is left after the phase’s mean. Months "
        "across a gap or the edge of a phase are no pairs. From 0.3, no icon is shown.",
        OURS,
        ("direction-only", "control-chart"),
    ),
    Term(
        "phase",
        "Phase and rebase",
        "A stretch with limits of its own; a rebase starts a new one, with a date, a reason and a name.",
        "Everything is computed anew in each phase and nothing crosses its edge. Series breaks start one; any other "
        "rebase is a decision of a person, never automatic, and is printed in exports.",
        OURS,
        ("series-break", "control-limits"),
    ),
    Term(
        "direction-only",
        "Direction only",
        "Instead of an icon: whether the latest twelve months lie above or below the twelve before.",
        "Shown where r1 is 0.3 or more: the mean per day of the latest 12 months against the 12 before, in words; "
        "within 1\u00a0% either way is similar.",
        OURS,
        ("autocorrelation", "common-cause"),
    ),
)
