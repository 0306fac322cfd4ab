"""The options of the control charts, as they are written on the methods page."""

from collections.abc import Callable

from analysis import fitness, spc
from components.rule_names import RULE_NAMES
from components.tables import Column, Table

PROFILES = tuple(spc.PROFILES)
_SCREENED = {True: "3.267 × their mean or more, dropped once", False: "none"}
_YES = {True: "yes", False: "no"}


def _row(words: str, said: Callable[[spc.Options], str]) -> tuple[str, ...]:
    """An option in words, and what each profile of the engine says of it."""
    return (words, *(said(spc.PROFILES[name]) for name in PROFILES))


OPTIONS = (
    _row("Limits: mean ± this many mean moving ranges", lambda one: f"{one.multiplier:g}"),
    _row("Screening of moving ranges", lambda one: _SCREENED[one.screen]),
    _row("Shift: points in a row on one side of the mean", lambda one: str(one.shift)),
    _row("Trend: points in a row rising or falling", lambda one: str(one.trend)),
    _row("Two in three: points beyond the limit count", lambda one: _YES[one.count_beyond]),
    _row("Two in three: the third point on the same side", lambda one: _YES[one.third_same_side]),
    _row("When several rules fire, the label is", lambda one: ", ".join(RULE_NAMES[rule] for rule in one.precedence)),
)
# Simulated: steady series of 24 points under the interface rules, 1,500 runs each.
CHANCE = tuple((f"{r1:g}", share * 100) for r1, share in fitness.CHANCES)
TRAPS = (
    "A series that never varies has no meaningful limits: nothing is flagged, and that is said.",
    "Where screening would leave nothing to measure with, it is not applied, and that is said.",
    "A missing month is a gap: no moving range and no run goes across it, and the gap is counted and named.",
    "A value equal to the mean breaks a run; two equal values break a trend.",
    "Limits beyond 0 or 100\u00a0% of a measure that cannot go there are drawn cut off and computed in full.",
    "A series break starts a new phase. A rebase needs a date, a reason and a name, and is never automatic.",
)
REFUSED = (
    ("A change across March 2020", "Delayed transfers and what followed differ in people, test, attribution and unit."),
    ("A change with a month missing", "A part of a stretch is never compared with a whole one."),
    ("Emergency admissions of a council", "The national files have no place of residence."),
    ("Reason by responsible body for a council", "The workbooks hold each split on its own; only England has both."),
    ("A rate without a population within two years", "The number of adults would be a guess."),
    ("A rank for a council averaging under 2 beds", "A few people would decide its place."),
    ("Funnels and significance for delayed days", "Days of one person are not independent of one another."),
    ("A correlation of delays and admissions", "Both share a trend and a season, so it would say nothing of a link."),
    ("Room to improve as beds or money", "A gap to other areas is no plan, and gaps of areas do not add up."),
    ("A gap filled in", "A month without a file has no value; none is carried forward or drawn through."),
)


def profiles() -> Table:
    """Both sets of rules, option by option."""
    columns = (
        Column("option", "Option", kind="text"),
        *(Column(name, name, kind="text") for name in PROFILES),
    )
    return Table("options", "Rules of the control charts", columns, OPTIONS)


def chance() -> Table:
    """How often a steady series shows an icon."""
    columns = (Column("r1", "r1", kind="text"), Column("share", "Steady series that show an icon, %"))
    caption = "Icons that chance gives on the latest of 24 points of a steady series, by autocorrelation (simulated)"
    return Table("chance", caption, columns, CHANCE)


def refused() -> Table:
    """What is not computed, with the reason."""
    columns = (Column("what", "Not computed", kind="text"), Column("why", "Why", kind="text"))
    return Table("refused", "What is refused", columns, REFUSED)
