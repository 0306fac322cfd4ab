"""The time series of outcomes in the publisher's layout: one table a measure, wide by financial year."""

from collections.abc import Sequence
from typing import Any

from domain import areas, demonstration, outcomes, status
from domain.outcomes.measure import Measure
from etl.demo import ods
from etl.demo import outcome_figures as figures
from etl.demo.books import SOURCE_LINE
from etl.demo.councils import Council
from etl.demo.outcome_figures import Answer, Answers

_WORDS = {
    "control_over_daily_life": "the proportion of people who use services who have control over their daily life",
    "quality_of_life": "social care-related quality of life score",
    "quality_of_life_gained": (
        "adjusted social care-related quality of life \u2013 impact of adult social care services"
    ),
    "satisfaction": "overall satisfaction of people who use services with their care and support",
    "finding_information": "proportion of people who use services who find it easy to find information about services",
    "feeling_safe": "the proportion of people who use services who feel safe",
    "social_contact": (
        "the proportion of people who use services who reported that they had as much social contact as they would like"
    ),
    "carers_quality_of_life": "carer-reported quality of life",
    "carers_satisfaction": "overall satisfaction of carers with social services",
    "carers_consulted": (
        "the proportion of carers who report that they have been included or consulted in discussion about the person "
        "they care for"
    ),
    "carers_finding_information": "the proportion of carers who find it easy to find information about support",
    "carers_social_contact": (
        "the proportion of carers who reported that they had as much social contact as they would like"
    ),
}
_PARTS = ("margin of error", "number of respondents", "outcome")
_LETTERS = {"E10": "S", "E06": "U", "E08": "M", "E09": "O"}
_MARKS = (
    "Cells marked with an [x] indicate no data is available. Cells marked with an [c] indicate the figure has been "
    "suppressed. Cells marked with a [z] denotes data is not applicable."
)


def workbook(councils: Sequence[Council], seed: int) -> bytes:
    """The workbook of the demonstration years, under the numbers that the measures had then."""
    first, last = (_spelt(year) for year in (figures.YEARS[0], figures.YEARS[-1]))
    title = (
        "Measures from the adult social care outcomes framework (ASCOF), England - time series of aggregated measures"
    )
    sheets: dict[str, list[list[Any]]] = {
        "Cover": [[f"{title}, {first} to {last}"], [SOURCE_LINE + "."], [_MARKS]],
        "Contents": [["Metric", "Description"]],
    }
    for measure in sorted(figures.MEASURES, key=lambda one: one.code(figures.YEARS[-1])):
        number = measure.code(figures.YEARS[-1]).lower()
        sheets["Contents"].append([number.upper(), _WORDS[measure.id]])
        sheets[f"Table_{number}"] = _table(measure, number, figures.answers(councils, measure, seed), councils)
    return ods.workbook(sheets)


def _table(measure: Measure, number: str, found: Answers, councils: Sequence[Council]) -> list[list[Any]]:
    years = [year for year in figures.YEARS if measure.code(year)]
    heads = [f"{_spelt(year)} - {part}" for year in years for part in _PARTS]
    rows: list[list[Any]] = [
        [f"Table {number}: {_WORDS[measure.id]} [note 1]"],
        ["This worksheet contains one table."],
        [SOURCE_LINE + "."],
        ["Number of respondents refers to the number of people who answered."],
        [_MARKS],
        ["Local authority code", "Local authority", "ONS area code", *heads],
    ]

    def line(code: str, name: str, ons: str, some: Sequence[Council]) -> None:
        """A row of one council, or of several together."""
        cells = []
        for year in years:
            asked = [(council, found[council, year]) for council in some if (council, year) in found]
            one = figures.together(measure, asked) if len(asked) > 1 else next((a for _, a in asked), None)
            cells += _cells(measure, year, one)
        rows.append([code, name, ons, *cells])

    line("England", "England", areas.ENGLAND, councils)
    for letter, name in outcomes.COUNCIL_TYPES.items():
        if some := [c for c in councils if _LETTERS[c.ons_code[:3]] == letter]:
            line(letter, name, status.NOT_APPLICABLE, some)
    for code, name in demonstration.REGIONS.items():
        if some := [c for c in councils if c.region == name]:
            line(f"R{code[-1]}", name, code, some)
    for council in councils:
        line(council.nhs_code, council.name, council.ons_code, [council])
    return rows


def _cells(measure: Measure, year: str, one: Answer | None) -> list[Any]:
    """Margin, respondents and outcome of a year; carers of 2016-17 have a second figure in brackets."""
    if one is None:
        return [status.NOT_APPLICABLE] * 3
    if one.mark:
        return [one.mark] * 3
    if measure.every == 2 and year == "2016-17":
        lower = round(one.value - 10**-measure.decimals, measure.decimals)
        fewer = 5 * round(one.base * 0.7 / 5)
        wider = round(one.margin * 1.2, measure.decimals)
        return [f"{one.margin:g} ({wider:g})", f"{one.base:,} ({fewer:,})", f"{one.value:g} ({lower:g})"]
    return [one.margin, one.base, one.value]


def _spelt(year: str) -> str:
    return f"{year[:4]} to {int(year[:4]) + 1}"
