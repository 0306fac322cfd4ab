"""What the extracts by trust hold of a council in a window: which months, and whether they agree with its workbooks."""

from components import text
from domain import areas, periods
from panels.area.figures import AreaFigures
from panels.cache import by_build
from warehouse.queries import matrix
from warehouse.queries.matrix import Difference
from warehouse.reader import View

SOURCE = "dtoc_extracts"
NAMED = 3  # months that differ that are told one by one


@by_build
def held(view: View) -> tuple[str, ...]:
    """Months that an extract in use holds."""
    return matrix.months(view)


def months(view: View, found: AreaFigures) -> tuple[str, ...]:
    """Months of the window that extracts hold; none for regions and England, whose delays they do not give."""
    if found.area.type != areas.COUNCIL:
        return ()
    return tuple(month for month in held(view) if found.window.start <= month <= found.window.end)


def days_in(span: tuple[str, ...]) -> int:
    """Days of some months."""
    return sum(periods.days_in(month) for month in span)


def over(span: tuple[str, ...], found: AreaFigures) -> str:
    """The months in words, with how many of the window they are where some are missing."""
    asked = len(found.asked)
    short = f" ({len(span)} of {text.count(asked, 'month')} held)" if len(span) < asked else ""
    return f"{text.stretch(span[0], span[-1])}{short}"


@by_build
def _differences(view: View) -> tuple[Difference, ...]:
    return matrix.differences(view)


def agreement(view: View, found: AreaFigures, span: tuple[str, ...]) -> str:
    """Whether the extracts add up to the council's workbooks, and in which months they do not."""
    apart = [one for one in _differences(view) if one.code == found.area.code and one.period in span]
    if not apart:
        compared = [month for month in span if month in found.months]
        if not compared:
            return "No council workbook is held for these months to compare the extracts with."
        return f"The extracts add up to the council’s workbooks in {_every(len(compared))} that both hold."
    told = [
        f"{text.month(one.period)} ({text.whole(one.extract)} days here, {text.whole(one.workbook)} in the workbook)"
        for one in apart[:NAMED]
    ]
    rest = [f"{len(apart) - NAMED} more"] if len(apart) > NAMED else []
    differ = text.count(len(apart), "month")
    return f"The extracts do not add up to the council’s workbooks in {differ}: {text.join([*told, *rest])}."


def _every(number: int) -> str:
    return "the one month" if number == 1 else f"each of the {number} months"


def left_empty(cells: int) -> str:
    """How many cells were published empty; empty where none was."""
    return f"{text.count(cells, 'cell')} of the extracts were left empty and count for nothing." if cells else ""
