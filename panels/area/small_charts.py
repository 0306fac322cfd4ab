"""The small charts of the reasons: their headings, verdicts, links and figures, all on one scale."""

from urllib.parse import urlencode

from analysis.points import NONE
from components.area import reasons as names
from components.area.choice import LINES, Choice
from components.area.multiples import Small
from components.figures.reason import reason_chart
from components.figures.small_control import SmallControl, small_control
from components.url_state import href
from domain import delays
from domain.indicators import INDICATOR_BY_ID
from panels.area import history, readings
from panels.area.figures import AreaFigures, Monthly, area_figures
from panels.area.months_drawn import changed, drawn
from panels.area.shown import Shown, shown
from panels.area.signals import Signal, signals
from panels.trends.words import PATH
from warehouse.reader import View


def charts(view: View, choice: Choice) -> list[Small]:
    """One a reason, in the order of the ranked list; none where nothing is held."""
    found = area_figures(view, choice.scope)
    if found is None:
        return []
    how = shown(view, choice.form, found.area.code)
    return _lines(view, choice, found, how) if choice.draw == LINES else _controls(view, choice, found, how)


def _controls(view: View, choice: Choice, found: AreaFigures, how: Shown) -> list[Small]:
    every, span = signals(view, choice), drawn(found)
    drawings = [(one, _control(one, how, span)) for one in every]
    top = max((what.highest for _, what in drawings), default=0.0)
    room = max((len(what.last) for _, what in drawings), default=0)
    figures = [small_control(what, top=top, room=room) for _, what in drawings]
    return [
        _small(one.code, choice, found, figure, readings.verdict(one, last=found.window.end))
        for one, figure in zip(every, figures, strict=True)
    ]


def _control(one: Signal, how: Shown, span: tuple[str, ...]) -> SmallControl:
    return SmallControl(
        values=one.values,
        start=span[0],
        end=span[-1],
        limited=one.limited,
        chart=one.chart,
        marked=one.fitness.kind != NONE,
        last=_end(how, one.values),
        decimals=how.unit.places,
        begins=_begins(one.code),
        breaks=[mark.month for mark in changed(span)],
    )


def _lines(view: View, choice: Choice, found: AreaFigures, how: Shown) -> list[Small]:
    every, span = history.lines(view, choice), drawn(found)
    top = max((value for line in every for value in line.monthly.values()), default=0.0)
    marks = [mark.month for mark in changed(span)]
    ends = {line.code: _end(how, line.yearly or line.monthly) for line in every}
    room = max(map(len, ends.values()), default=0)
    return [
        _small(
            line.code,
            choice,
            found,
            reason_chart(
                line.monthly,
                line.yearly,
                start=span[0],
                end=span[-1],
                top=top,
                last=ends[line.code],
                room=room,
                decimals=how.unit.places,
                begins=_begins(line.code),
                marks=marks,
            ),
        )
        for line in every
    ]


def _begins(code: str) -> str:
    return delays.O_FIRST_USED if code == "O" else ""


def _end(how: Shown, values: Monthly) -> str:
    """The latest value in words short enough for the edge of a chart."""
    return how.words(values[max(values)]).replace("under ", "<") if values else ""


def _small(
    code: str, choice: Choice, found: AreaFigures, figure: dict[str, object], said: tuple[str, str] = ("", "")
) -> Small:
    asked = {
        "area": found.area.code,
        "measure": INDICATOR_BY_ID["dtoc_beds"].measure,
        "as": choice.form,
        "reason": code,
        "to": found.window.end,
    }
    heading = f"{names.letter(code)} {names.short(code)}"
    return Small(code.lower(), heading, figure, href(PATH, urlencode(asked)), *said)
