"""What an outcome measure is: its unit, its numbers in the framework over time, and what it cannot be read across.

A financial year is the text ``2017-18``; such texts sort in time order. Definitions and breaks: Department of
Health and Social Care, *Adult Social Care Outcomes Framework: handbook of definitions*, and the sheet
"Comparability over time log" of the time series of 2024 to 2025.
"""

from dataclasses import dataclass

PERCENT, SCORE_24, SCORE_12, SCORE, PER_100K = (
    "%",
    "score from 0 to 24",
    "score from 0 to 12",
    "score",
    "people per 100,000",
)
TOPS = {PERCENT: 100.0, SCORE_24: 24.0, SCORE_12: 12.0, SCORE: 1.0}  # the highest value a unit allows

RENUMBERED, VOLUNTARY, SOURCE, DEFINITION, PEOPLE = "renumbered", "voluntary", "source", "definition", "people"
SURVEY_OF_PEOPLE, SURVEY_OF_CARERS, RECORDS = "survey of people", "survey of carers", "records of councils"
VOLUNTARY_YEAR, RENUMBERED_YEAR = "2020-21", "2023-24"


@dataclass(frozen=True)
class Break:
    """From ``year`` on no line leads back: why (``kind``), in words, and who says so."""

    year: str
    kind: str
    text: str
    source: str


@dataclass(frozen=True)
class Code:
    """The number a measure has in the framework from one financial year to another (empty: still)."""

    number: str
    first: str
    last: str = ""


@dataclass(frozen=True)
class Measure:
    """An outcome measure. Ids are permanent: they are in links, packs and exports.

    origin:  where the answers come from: a survey of people, a survey of carers, or the councils' records.
    good:    the direction of improvement: ``up``, ``down`` or ``none``.
    margins: whether the publisher gives a margin of error (95 %); never worked out here.
    every:   years between two rounds: 1, or 2 for the survey of carers.
    codes:   its numbers over time; the same number can stand for another measure in other years.
    """

    id: str
    label: str
    definition: str
    origin: str
    unit: str
    codes: tuple[Code, ...]
    breaks: tuple[Break, ...] = ()
    good: str = "up"
    decimals: int = 1

    @property
    def margins(self) -> bool:
        """Whether the publisher gives a margin of error: for surveys only."""
        return self.origin != RECORDS

    @property
    def every(self) -> int:
        """Years from one round to the next."""
        return 2 if self.origin == SURVEY_OF_CARERS else 1

    def code(self, year: str) -> str:
        """Its number in the framework in a financial year; empty when it was not part of it."""
        return next((c.number for c in self.codes if c.first <= year and (not c.last or year <= c.last)), "")

    def breaks_between(self, earlier: str, later: str) -> tuple[Break, ...]:
        """Breaks after ``earlier`` and up to ``later``."""
        return tuple(one for one in self.breaks if earlier < one.year <= later)

    def joins(self, earlier: str, later: str) -> bool:
        """Whether two points are rounds that follow each other with no break between them."""
        return int(later[:4]) - int(earlier[:4]) == self.every and not self.breaks_between(earlier, later)

    def not_comparable(self, earlier: str, later: str) -> str:
        """Why no change may be computed between two years, in words; empty when it may.

        A new number alone forbids a line, not a comparison: the publisher carries the question on under it.
        """
        if VOLUNTARY_YEAR in (earlier, later):
            voluntary = next((one.text for one in self.breaks if one.kind == VOLUNTARY), "")
            if voluntary:
                return voluntary
        hard = (o for o in self.breaks_between(earlier, later) if o.kind not in (RENUMBERED, VOLUNTARY))
        return next((one.text for one in hard), "")


LOG = "DHSC, ASCOF 2024 to 2025 time series, Comparability over time log"
VOLUNTARY_BREAKS = (
    Break(
        "2020-21",
        VOLUNTARY,
        "The survey of 2020-21 was voluntary: 18 councils took part and no figure was made for England.",
        LOG,
    ),
    Break(
        "2021-22",
        VOLUNTARY,
        "The survey before, of 2020-21, was voluntary; its 18 councils cannot stand for the rest.",
        LOG,
    ),
)
CARERS_BREAK = Break(
    "2016-17",
    PEOPLE,
    "From 2016-17 carers without an assessment or review in the year are asked too. Figures in brackets in the file "
    "leave them out, as before.",
    LOG,
)


def renumbered(old: str, new: str) -> Break:
    """The break of 2023-24 for a measure that was given another number."""
    return Break(RENUMBERED_YEAR, RENUMBERED, f"Number {old} became {new} when the framework was renumbered.", LOG)


def from_records(text: str = "") -> Break:
    """The break of 2024-25, when the yearly return of councils gave way to records of single people."""
    said = text or "From 2024-25 worked out from client level data instead of the SALT return, in another way."
    return Break("2024-25", SOURCE, said, LOG)


def moved(old: str, new: str, *, first: str = "2010-11") -> tuple[Code, ...]:
    """Numbers of a measure before and after the renumbering of 2023-24."""
    return Code(old, first, "2022-23"), Code(new, RENUMBERED_YEAR)
