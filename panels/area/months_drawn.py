"""Which months the charts of an area draw, and the changes of definition inside them."""

from components import text
from domain import breaks, periods
from domain.breaks import DEFINITION, Mark
from panels.area.figures import AreaFigures

YEARS = 4  # at least this many are drawn, where they are held


def drawn(found: AreaFigures) -> tuple[str, ...]:
    """The months drawn: the window, and before it as many as make four years."""
    first = min(found.status)
    start = min(found.window.start, periods.plus(found.window.end, 1 - 12 * YEARS))
    return periods.span(max(first, start), found.window.end)


def changed(span: tuple[str, ...]) -> tuple[Mark, ...]:
    """Changes of the definitions of delays inside some months: a line is not read across them without care."""
    marks = breaks.between(span[0], span[-1])
    return tuple(m for m in marks if m.kind == DEFINITION and m.series != breaks.ADMISSIONS and m.month > span[0])


def changed_in_words(span: tuple[str, ...]) -> str:
    """What the dotted lines are; empty where there is none."""
    said = [f"{text.month(mark.month)} ({mark.short})" for mark in changed(span)]
    return f" Dotted lines, changes of definition: {text.join(said)}." if said else ""
