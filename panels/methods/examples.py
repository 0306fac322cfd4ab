"""Worked examples of the methods page, computed from the build: sentences by section, none where months are missing."""

from analysis import change
from analysis.change import Change
from components import text
from domain import periods
from panels.cache import by_build
from panels.methods import readings
from warehouse.reader import View

FEBRUARY, JANUARY = "2017-02", "2018-01"
NOT_HELD = "The months of the worked example are not held in this build."


@by_build
def examples(view: View) -> dict[str, tuple[str, ...]]:
    """Sentences by id of section."""
    return {"per-day": _per_day(view), "change": _change(view), "denominators": _rate(view)}


def _per_day(view: View) -> tuple[str, ...]:
    """Two months of unequal length, and their change both ways."""
    days = readings.series_of(view, "dtoc_days").counts
    moved = change.compare(days, [JANUARY], [FEBRUARY])
    if moved is None:
        return (NOT_HELD,)
    return (
        _divided(FEBRUARY, moved.then_total, moved.then),
        _divided(JANUARY, moved.now_total, moved.now),
        f"Change: {_signed(moved.ratio)} per day, and {_signed(moved.raw_ratio)} in delayed days: the earlier month is "
        f"{periods.days_in(JANUARY) - periods.days_in(FEBRUARY)} days shorter.",
    )


def _divided(month: str, days: float, per_day: float) -> str:
    return (
        f"{text.month(month)}: {text.whole(days)} delayed days ÷ {periods.days_in(month)} days = "
        f"{text.decimal(per_day, 2)} people on an average day."
    )


def _change(view: View) -> tuple[str, ...]:
    """Years of unequal length: twelve months against twelve, and calendar years."""
    admissions = readings.series_of(view, "emergency_admissions").counts
    twelve = change.twelve_months(admissions, JANUARY)
    years = change.compare(admissions, periods.span("2017-01", "2017-12"), periods.span("2016-01", "2016-12"))
    found = tuple(_both(one) for one in (twelve, years) if one)
    leap = "Both earlier stretches hold 29 February 2016, so the total understates the change per day."
    return (*found, leap) if found else (NOT_HELD,)


def _both(moved: Change) -> str:
    now, then = (text.stretch(months[0], months[-1]) for months in (moved.now_months, moved.then_months))
    both = f"{_signed(moved.raw_ratio)} in total, {_signed(moved.ratio)} per day"
    return f"Emergency admissions, {now} against {then}: {both}."


def _rate(view: View) -> tuple[str, ...]:
    """A rate of England with the population that it used."""
    beds = readings.series_of(view, "dtoc_beds").counts.get(JANUARY)
    rate = readings.series_of(view, "dtoc_beds_per_100k_18plus").observations.get(JANUARY)
    if not beds or rate is None or not rate.value:
        return (NOT_HELD,)
    adults = beds / rate.value * 100_000
    note = f" {rate.note[0].upper()}{rate.note[1:]}." if rate.note else ""
    return (
        f"England, {text.month(JANUARY)}: {text.decimal(beds, 2)} people on an average day ÷ {text.whole(adults)} "
        f"adults × 100,000 = {text.decimal(rate.value, 2)}.{note}",
    )


def _signed(ratio: float) -> str:
    sign = "+" if ratio > 0 else ""
    return f"{sign}{text.decimal(ratio * 100, 2)}{text.NBSP}%"
