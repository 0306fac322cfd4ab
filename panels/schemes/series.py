"""The series behind a claim as it may be drawn: local values as shown, or a published series of the council."""

from dataclasses import dataclass, field

from domain import outcomes, periods
from domain.indicators import INDICATOR_BY_ID
from domain.local import spans
from panels import sources
from panels.schemes.held import Held
from warehouse.queries import freshness
from warehouse.queries import outcomes as surveys
from warehouse.queries.local import measures
from warehouse.queries.local.measures import LocalIndicator
from warehouse.queries.series import Ask, series
from warehouse.reader import View

MIDDLE = {"month": 0, "quarter": 1, "year": 6}


@dataclass(frozen=True)
class Drawn:
    """Values by the month they are drawn at. why: of months without a value, in words. margins: ± of surveys.

    bases: answers or people that a share rests on, to the nearest 5, where they may be shown.
    """

    indicator: LocalIndicator
    values: dict[str, float]
    why: dict[str, str] = field(default_factory=dict)
    margins: dict[str, float] = field(default_factory=dict)
    frequency: str = "month"
    revised: tuple[str, ...] = ()
    source: str = ""
    bases: dict[str, float] = field(default_factory=dict)

    @property
    def suffix(self) -> str:
        """What stands after its numbers."""
        return "\u202f%" if self.indicator.unit == "%" else ""

    @property
    def top(self) -> float | None:
        """The highest value that its unit allows; None where there is no such."""
        return outcomes.TOPS.get(self.indicator.unit)

    @property
    def decimals(self) -> int:
        """Decimals of its numbers."""
        return 1 if self.indicator.decimals is None else self.indicator.decimals


def drawn(view: View, held: Held, name: str, area: str, body: str = "") -> Drawn:
    """The series of an indicator in a council; empty where nothing is held."""
    indicator = held.indicators[name]
    if indicator.national in INDICATOR_BY_ID:
        return _published(view, indicator, area, body)
    if indicator.national in outcomes.MEASURE_BY_ID:
        return _outcomes(view, indicator, area)
    return _uploaded(view, held, indicator, area)


def _published(view: View, indicator: LocalIndicator, area: str, body: str) -> Drawn:
    cut = body or indicator.national_body or "all"
    found = series(view, Ask(indicator.national, body=cut, reason=indicator.national_reason or "all"), [area])
    values = {one.period: one.value for one in found if one.value is not None}
    why = {one.period: "not submitted" for one in found if one.value is None}
    files = ("dtoc_councils", "population") if "per_100k" in indicator.national else ("dtoc_councils",)
    return Drawn(indicator, values, why, source=_national(view, INDICATOR_BY_ID[indicator.national].label, *files))


def _national(view: View, label: str, *files: str) -> str:
    """A published series with publication, vintage, file and build."""
    cited = sources.cited(freshness.held(view), files, build=view.id, demonstration=view.mode == "demo")
    return f"{label}: {cited.removeprefix('Source: ')}"


def _outcomes(view: View, indicator: LocalIndicator, area: str) -> Drawn:
    """A national outcome measure, each year at its middle, with the publisher's margins; never joined."""
    found = surveys.series(view, indicator.national, area)
    at = {one.year: periods.plus(spans.parse(one.year, spans.YEAR).start, MIDDLE[spans.YEAR]) for one in found}
    label = outcomes.MEASURE_BY_ID[indicator.national].label
    return Drawn(
        indicator,
        {at[one.year]: one.value for one in found if one.value is not None},
        {at[one.year]: one.note for one in found if one.value is None},
        {at[one.year]: one.margin for one in found if one.margin is not None},
        spans.YEAR,
        source=_national(view, label, "ascof"),
    )


def _uploaded(view: View, held: Held, indicator: LocalIndicator, area: str) -> Drawn:
    rows = measures.values(view, held.where.place.place_id, indicator.indicator_id, area)
    shown = [one for one in rows if one.shown_as != "pooled"]
    wider = [one for one in shown if one.frequency != indicator.frequency]
    kept = wider or shown  # a series of small numbers is shown by quarter or year only
    frequency = kept[0].frequency if kept else indicator.frequency
    at = {one.period: periods.plus(one.period, MIDDLE[one.frequency]) for one in kept}
    local = view.local.id if view.local else ""
    return Drawn(
        indicator,
        {at[one.period]: one.rate for one in kept if one.rate is not None},
        {at[one.period]: _why(one.status, one.note) for one in kept if one.rate is None},
        {at[one.period]: one.margin for one in kept if one.margin is not None},
        frequency,
        tuple(one.period for one in kept if one.value_before is not None),
        f"{indicator.source or 'Uploaded'}; upload of {held.where.place.name}, local build {local}.",
        {at[one.period]: one.denominator for one in kept if one.denominator is not None},
    )


def _why(status: str, note: str) -> str:
    return f"suppressed: {note}" if status == "suppressed" else status.replace("_", " ")
