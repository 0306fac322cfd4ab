"""Yearly points of an outcome measure with the publisher's margins as bars; points are never joined."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from components import theme

MARGIN = {"l": 40, "r": 8, "t": 8, "b": 24}
LABELS = 4  # years named on the axis at most
LABEL_TO_LAST = 1  # the last year is always named


@dataclass(frozen=True)
class Dots:
    """Points of one area by year, with their margins where the publisher gives any."""

    name: str
    values: Mapping[str, float]
    margins: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Survey:
    """What is drawn: every year of the axis, the area's points, and region and England beside as marks.

    breaks: years from which figures are not read back without care; voluntary: years that stand for few councils.
    """

    years: Sequence[str]
    own: Dots
    region: Dots | None = None
    england: Dots | None = None
    breaks: Sequence[str] = ()
    voluntary: Sequence[str] = ()
    decimals: int = 1
    suffix: str = ""
    top: float | None = None


def survey_chart(what: Survey) -> dict[str, Any]:
    """The specification. The axis of values does not begin at 0: these are points, not bars."""
    low, high, step = _reach(what)
    own = _dots(what, what.own, _MINE)
    beside = [_dots(what, one, look) for one, look in ((what.england, _TICK), (what.region, _DIAMOND)) if one]
    layout = theme.layout(
        margin=MARGIN,
        xaxis=_years(what.years),
        yaxis={
            "range": [low, high],
            "dtick": step,
            "tick0": 0,
            "gridcolor": theme.RULE,
            "tickfont": {"size": theme.TICK, "color": theme.INK_2},
            "ticksuffix": what.suffix,
            "tickformat": f",.{_places(step)}f",
            "zeroline": False,
            "fixedrange": True,
        },
        shapes=[*[_rule(what.years, one) for one in what.breaks], *[_shade(what.years, one) for one in what.voluntary]],
    )
    return {"data": [*beside, own], "layout": layout}


_MINE: dict[str, Any] = {"color": theme.MAIN, "size": 9}
_TICK: dict[str, Any] = {"symbol": "line-ew-open", "size": 11, "color": theme.CONTEXT, "line": {"width": 2.5}}
_DIAMOND: dict[str, Any] = {"symbol": "diamond-open", "size": 9, "color": theme.CONTEXT, "line": {"width": 1.5}}


def _dots(what: Survey, one: Dots, look: dict[str, Any]) -> dict[str, Any]:
    years = [year for year in what.years if year in one.values]
    margins = [one.margins.get(year) for year in years]
    said = ["" if margin is None else f" ± {margin:.{what.decimals}f}" for margin in margins]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "name": one.name,
        "x": years,
        "y": [one.values[year] for year in years],
        "marker": look,
        "customdata": said,
        "hovertemplate": f"%{{y:,.{what.decimals}f}}%{{customdata}}{what.suffix}",
        "cliponaxis": False,
    }
    if one is what.own and any(margins):
        bars = {"type": "data", "array": [margin or 0 for margin in margins], "color": theme.MAIN}
        trace["error_y"] = {**bars, "thickness": 2, "width": 5}
    return trace


def _reach(what: Survey) -> tuple[float, float, float]:
    """Ends of the axis with some air, inside what the unit allows, and a round step of two to four gridlines."""
    ends = [
        one.values[year] + sign * one.margins.get(year, 0.0) * (one is what.own)
        for one in (what.own, what.region, what.england)
        if one
        for year in one.values
        for sign in (-1, 1)
    ]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    air = (high - low) * 0.12 or abs(high) * 0.05 or 1.0
    low, high = max(0.0, low - air), high + air
    return low, min(high, what.top) if what.top else high, _step(high - low)


def _step(reach: float) -> float:
    size: float = 10.0 ** math.floor(math.log10(reach))
    return next(step for times in (0.2, 0.25, 0.5, 1, 2, 2.5, 5) if reach / (step := round(times * size, 6)) <= 4.5)


def _places(step: float) -> int:
    return next((places for places in (0, 1, 2) if round(step, places) == step), 3)


def _years(years: Sequence[str]) -> dict[str, Any]:
    every = math.ceil(len(years) / LABELS)
    named = [year for place, year in enumerate(years) if (len(years) - LABEL_TO_LAST - place) % every == 0]
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(years),
        "range": [-0.6, len(years) - 0.4],
        "tickvals": named,
        "ticktext": named,
        "tickangle": 0,
        "tickfont": {"size": theme.TICK, "color": theme.INK_2},
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": theme.INK,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.INK,
        "fixedrange": True,
    }


def _rule(years: Sequence[str], year: str) -> dict[str, Any]:
    """A dotted line before a year from which figures are not simply read back."""
    x = list(years).index(year) - 0.5
    line = {"color": theme.CONTEXT, "width": 1, "dash": "dot"}
    return {"type": "line", "layer": "below", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": line}


def _shade(years: Sequence[str], year: str) -> dict[str, Any]:
    """A pale ground behind a year that stands for few councils."""
    place = list(years).index(year)
    ends = {"x0": place - 0.5, "x1": place + 0.5, "y0": 0, "y1": 1}
    return {"type": "rect", "layer": "below", "yref": "paper", **ends, "fillcolor": theme.QUIET, "line": {"width": 0}}
