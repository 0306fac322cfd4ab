"""The notes of a pack: what shorthand and measures mean, how changes are taken, what lies in its months."""

from domain import area_changes, breaks, periods, status
from domain.indicators import INDICATOR_BY_ID
from domain.vintages import CURRENT, Vintage
from exports.figures import Figures, published
from exports.pack import NOT_HELD, NOT_IN_USE, NOT_SUBMITTED, Revised
from exports.tables import RATE

METHODS = (
    ("Per day", "Months differ in length, so people a day are days of delay divided by the days of the month."),
    (
        "Changes",
        "Changes compare values per calendar day: with the month before, with the same month of the year before, and "
        "the 12 months to the month with the 12 before. Within 1 % either way is similar. Where a month is missing no "
        "change over 12 months is given.",
    ),
    (
        "Rates",
        "Rates divide by the mid-year estimate of residents aged 18 and over of the month's calendar year, else of the "
        "nearest year at most two away, which the note of the value names.",
    ),
    (
        "England",
        "England's delays come from the national time series, not from the council workbooks; from January 2019 the "
        "two differ by up to 774 days in a month.",
    ),
    ("Regions", "Figures of a region are the sum of its councils that sent a return, and are marked as derived here."),
    (
        "The end of the count",
        "The collection ended with February 2020. What replaced it counts something else and is never joined to it.",
    ),
    ("Precision", "Cells show rounded numbers and hold them at full precision."),
)


LOCAL = (
    ("Local figures", "Uploaded by the place. Counts of people are rounded to 5, and 1 to 7 are suppressed."),
    ("Verdict", "Given by rule from the registered design. Cannot tell is an answer; no effect seen is another."),
    ("Substituted", "The target moved, and an indicator that must not get worse got worse."),
    ("no estimate", "The rules allow no figure for this claim; the column Why says which rule."),
    (
        "Earlier months",
        "Watches and verdicts read delays of months before those of this pack too, from the files of the same build.",
    ),
    ("Watches", "Two things that are true at once. Neither is said to follow from the other."),
)


def notes(
    found: Figures, revised: Revised, *, demonstration: bool, local: bool = False, vintage: Vintage = CURRENT
) -> tuple[tuple[str, str], ...]:
    """(word, meaning) pairs in the order in which they are read."""
    shorthand = [
        ("[x]", f"{status.SHORTHAND['[x]'].capitalize()}. The words beside it say which."),
        ("[z]", "Not applicable. The words beside it say why."),
        (NOT_HELD.words, "No file of this month is held. It is a gap, not 0."),
        (NOT_SUBMITTED.words, "The organisation sent no return for the month. It is not 0."),
        (NOT_IN_USE.words, "Reason O, Other, came into use in April 2017."),
        ("Empty cells", "An empty note: nothing has to be said. An empty number among the charts: the month has none."),
    ]
    meant = [(INDICATOR_BY_ID[name].label, INDICATOR_BY_ID[name].definition) for name in published(found.area)]
    methods = [(word, _plain(word, said, demonstration=demonstration)) for word, said in METHODS]
    since = [("Version", _version(vintage)), ("Revised since the month before", revised.words)]
    places = LOCAL if local else ()
    return (*shorthand, *since, *places, *meant, *methods, *_events(found), *_codes(found), *_populations(found))


def _version(vintage: Vintage) -> str:
    """Which version of the figures a pack holds."""
    if vintage.is_final:
        return "Of every figure the version that the build holds as the current one; revisions are in it."
    return (
        f"Figures {vintage.words}: of every file the version that was out on that day. Rates divide by the populations "
        "in use now, and what a place uploaded is as it is now."
    )


def _plain(word: str, said: str, *, demonstration: bool) -> str:
    """A method sentence; the size of a real difference is not said of invented figures."""
    return said.split(";", maxsplit=1)[0].rstrip(".") + "." if demonstration and word == "England" else said


def _events(found: Figures) -> list[tuple[str, str]]:
    """Changes of definition and national events inside the months of the pack."""
    marks = [one for one in breaks.between(found.months[0], found.month) if found.is_england or _of_delays(one)]
    said = [(periods.label(one.month), f"{one.text} Source: {one.source}.") for one in marks]
    first, last = breaks.CRS_EXCLUDED
    if found.is_england and found.months[0] <= last and found.month >= first:
        stretch = f"{periods.label(first)} to {periods.label(last)}"
        said.append((stretch, "Four-hour performance leaves out fourteen trusts that tested other measures."))
    return said


def _of_delays(mark: breaks.Mark) -> bool:
    return mark.series != breaks.ADMISSIONS


def _codes(found: Figures) -> list[tuple[str, str]]:
    """Where the council's code began or ended."""
    code, said = found.area.code, []
    if (began := area_changes.began(code)) and began[:7] > found.months[0]:
        said.append((code, f"This code is used from {began}; earlier months belong to other councils."))
    if ended := area_changes.ended(code):
        said.append((code, f"This code ended on {ended}; later months belong to its successor."))
    return said


def _populations(found: Figures) -> list[tuple[str, str]]:
    """Populations that stood in for another year, said once."""
    said = {
        part for one in found.series.get(RATE, {}).values() for part in one.note.split("; ") if "population" in part
    }
    return [("Population", f"{part.capitalize()} in some months.") for part in sorted(said)]
