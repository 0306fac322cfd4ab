"""Series that claims and worked examples are computed from, and how their measures are called."""

from dataclasses import dataclass

from analysis.change import Monthly
from domain import areas, delays
from domain.indicators import INDICATOR_BY_ID
from panels.cache import by_build
from warehouse.queries import areas as area_queries
from warehouse.queries.series import Ask, Observation, series
from warehouse.reader import View

NAMES = {
    ("dtoc_days", False): "Delayed days",
    ("dtoc_days", True): "DTOC beds (delayed days ÷ days)",
    ("dtoc_beds", False): "DTOC beds (delayed days ÷ days)",
    ("emergency_admissions", False): "Emergency admissions",
    ("emergency_admissions", True): "Emergency admissions per day",
}


@dataclass(frozen=True)
class Series:
    """One measure of one area: values by month, and the observations they came from."""

    area: str
    counts: Monthly
    observations: dict[str, Observation]


@by_build
def _held(view: View, measure: str, code: str, body: str) -> Series:
    found = series(view, Ask(measure, body=body), [code])
    area = area_queries.by_code(view, code)
    counts = {one.period: one.value for one in found if one.value is not None}
    return Series(area.name if area else code, counts, {one.period: one for one in found})


def series_of(view: View, measure: str, code: str = areas.ENGLAND, *, body: str = delays.ALL) -> Series:
    """A measure of an area by month; empty where the build holds none."""
    return _held(view, measure, code, body)


def name(measure: str, *, per_day: bool = False) -> str:
    """What a measure is called where it is computed."""
    return NAMES[measure, per_day]


def unit(measure: str, *, per_day: bool = False) -> str:
    """The unit of a measure, or of the same measure for one day."""
    daily = {"dtoc_days": "people per day", "emergency_admissions": "admissions per day"}
    return daily[measure] if per_day else INDICATOR_BY_ID[measure].unit


def body(of: str) -> str:
    """A responsible body as it follows an area's name; nothing for all of them."""
    return "" if of == delays.ALL else f", {delays.BODY_LABELS[of]}"
