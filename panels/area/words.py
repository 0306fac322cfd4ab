"""Words that the panels of an area share: numbers of people, the window, and which months are not in it."""

from components import text
from components.area import reasons
from components.trends.measures import RATE
from domain import periods
from domain.status import NOT_SUBMITTED
from panels.area.figures import AreaFigures
from panels.area.shown import Shown

FEW = 3  # months that are named; more are counted


def over(found: AreaFigures) -> str:
    """The window in a sentence: ``in the twelve months to March 2019``, ``in March 2019``, ``from … to …``."""
    start, end = found.window.start, found.window.end
    if periods.gap(start, end) == 11:
        return f"in the twelve months to {text.month(end)}"
    return f"in {text.month(end)}" if start == end else f"from {text.stretch(start, end)}"


def held(found: AreaFigures) -> str:
    """`` (10 of 12 months held)``; empty when all are."""
    away = len(found.asked) - len(found.months)
    return f" ({len(found.months)} of {len(found.asked)} months held)" if away else ""


def window(found: AreaFigures) -> str:
    """The window in a title: ``March 2019``, ``April 2018 to March 2019``."""
    return text.stretch(found.window.start, found.window.end)


def said_of_months(found: AreaFigures) -> str:
    """How many months of the window are held and why the others are not; empty when all are in full."""
    parts = []
    away = [month for month in found.asked if month not in found.months]
    if away:
        unsent = [month for month in away if found.status.get(month) == NOT_SUBMITTED]
        no_file = [month for month in away if month not in unsent]
        why = [f"no file is held for {named(no_file)}"] if no_file else []
        why += [f"no return was sent for {named(unsent)}"] if unsent else []
        parts.append(f"{len(found.months)} of {text.count(len(found.asked), 'month')} held: {' and '.join(why)}.")
    short = [month for month in found.months if month in found.partial]
    if short:
        most, of = max(found.partial[month] for month in short)
        parts.append(f"Without the returns of up to {most} of {of} councils in {named(short)}.")
    return " ".join(parts)


def named(months: list[str]) -> str:
    """A few months by name, more by their number."""
    return text.join([text.month(month) for month in months]) if len(months) <= FEW else f"{len(months)} months"


def ranked(found: AreaFigures) -> list[tuple[str, float]]:
    """Reasons with people delayed on an average day, most first; reasons without any day keep their letters' order."""
    sizes = [(code, found.people(days)) for code, days in found.reasons.items()]
    return sorted(sizes, key=lambda one: -one[1])


def top(found: AreaFigures, count: int) -> tuple[list[str], float]:
    """The largest reasons with any delay, at most ``count``, and their share of all delays."""
    largest = [(code, size) for code, size in ranked(found)[:count] if size > 0]
    return [code for code, _ in largest], sum(size for _, size in largest) / found.total if found.total else 0.0


def reasons_in_words(codes: list[str]) -> str:
    """Reasons inside a sentence."""
    return text.join([reasons.spoken(code) for code in codes])


def cited(found: AreaFigures, how: Shown) -> tuple[str, ...]:
    """The publications behind a panel: the delays, and for a rate the population."""
    return (found.source, "population") if how.form == RATE else (found.source,)
