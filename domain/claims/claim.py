"""What a claim is: words, source, the numbers it gives, and what it takes to compute them again."""

from dataclasses import dataclass

from domain import areas, delays

PER_DAY, RAW, DIFFERENCE, DIFFERENCE_PER_DAY = "per_day", "raw", "difference", "difference_per_day"
ROUNDED, MORE_THAN, AT_LEAST, RISE = "rounded", "more_than", "at_least", "rise"
SHARE, SUM = "share", "sum"
HOLDS, NEARLY, ONLY, OTHER, FAILS, REDRAWN, QUOTED, NOT_HELD, OFFICIAL_ONLY = (
    "holds",
    "nearly",
    "only",
    "other",
    "fails",
    "redrawn",
    "quoted",
    "not_held",
    "official_only",
)
VERDICTS = {
    HOLDS: "Holds",
    NEARLY: "Nearly holds",
    ONLY: "Holds on this measure and window only",
    OTHER: "Not as said; another comparison fits",
    FAILS: "Does not hold on this series",
    REDRAWN: "Can be drawn again here",
    QUOTED: "Quoted, not verifiable here",
    NOT_HELD: "Months not held",
    OFFICIAL_ONLY: "Checked on official statistics only",
}
Stretch = tuple[str, str]


@dataclass(frozen=True)
class Said:
    """A number as a claim gives it.

    value: signed, in ``unit``; step: one unit of the last digit given (0.1 for "4.5 %", 1,000 for "185,000").
    kind:  ``rounded``, ``more_than`` (and less than one step more), ``at_least`` or ``rise`` (no number given).
    """

    value: float
    unit: str = "%"
    step: float = 1
    kind: str = ROUNDED


@dataclass(frozen=True)
class Comparison:
    """Two stretches of months (first, last) of one measure; ``literal`` when the claim's own words mean it."""

    measure: str
    now: Stretch
    then: Stretch
    basis: str
    said: Said
    literal: bool = True
    area: str = areas.ENGLAND


@dataclass(frozen=True)
class Arithmetic:
    """A claim's own numbers, put together: a share of a whole, or a sum."""

    kind: str
    parts: tuple[float, ...]
    said: Said
    of: str


@dataclass(frozen=True)
class Ends:
    """A figure of a report: the first and last month of a measure."""

    measure: str
    window: Stretch
    body: str = delays.ALL


@dataclass(frozen=True)
class Claim:
    """A statement of a report.

    title:   what it is about, without its numbers.
    words:   the statement; ``quoted`` when these are its own words.
    note:    what a reader must know beside the numbers; for a claim that cannot be computed, the reason.
    """

    id: str
    title: str
    words: str
    source: str
    dated: str
    note: str
    quoted: bool = False
    comparisons: tuple[Comparison, ...] = ()
    arithmetic: tuple[Arithmetic, ...] = ()
    ends: tuple[Ends, ...] = ()
    link: str = ""
