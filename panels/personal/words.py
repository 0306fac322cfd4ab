"""Numbers, changes, breaks and gaps of outcome measures in plain words."""

from analysis.survey import Move
from components import text
from domain import status
from domain.outcomes import Break, Measure
from domain.outcomes import measure as kinds
from panels.personal.moves import Latest
from warehouse.queries.outcomes import Compared, Point

NOT_HELD = "not held"
WORD_OF_MARK = {
    status.SUPPRESSED_MARK: "suppressed",
    status.NOT_AVAILABLE: "not available",
    status.NOT_APPLICABLE: "not applicable",
}
POINTS = {kinds.PERCENT: " points", kinds.PER_100K: " per 100,000"}
_PLUS_MINUS = f"{text.NBSP}±{text.NBSP}"


def suffix(measure: Measure) -> str:
    """What stands after its numbers."""
    return f"{text.NBSP}%" if measure.unit == kinds.PERCENT else ""


def lower(label: str) -> str:
    """A label inside a sentence."""
    return f"{label[:1].lower()}{label[1:]}"


def number(measure: Measure, point: Point) -> str:
    """A figure with its margin: ``74.6 ± 4.4 %``; a margin printed as 0 is under half of the last digit."""
    if point.value is None:
        return absent(point)
    value = text.decimal(point.value, measure.decimals)
    if point.margin is None:
        return f"{value}{suffix(measure)}"
    half = f"under{text.NBSP}{_half(measure)}"
    margin = text.decimal(point.margin, measure.decimals) if point.margin else half
    return f"{value}{_PLUS_MINUS}{margin}{suffix(measure)}"


def absent(point: Point | None) -> str:
    """Why there is no number, in one or two words: suppressed, missing and not asked are different things."""
    return NOT_HELD if point is None else WORD_OF_MARK.get(point.shorthand, point.status.replace("_", " "))


def change(measure: Measure, move: Move) -> str:
    """``+3.9 points, needs 6.4: cannot tell``, or that it is more than the margins."""
    sign = "+" if move.change > 0 else ""
    size = f"{sign}{text.decimal(move.change, measure.decimals)}{POINTS.get(measure.unit, '')}"
    verdict = "more than the margins" if move.counts else "cannot tell"
    return f"{size}, needs {text.decimal(move.needs, measure.decimals)}: {verdict}"


def between(measure: Measure, move: Move) -> str:
    """The same as it stands in a table: ``up 3.9 points, needs 6.4: cannot tell``."""
    signed = change(measure, move)
    way = "up" if move.change > 0 else "down" if move.change < 0 else "no change,"
    return f"{way} {signed.lstrip('+' + text.MINUS)}"


def against(found: Latest, since: Latest | None = None) -> str:
    """The latest figure against the round before, with both margins and what a change needs, and against the first."""
    if found.now is None or found.then is None:
        return found.refused
    both = (
        f"{number(found.measure, found.then)} in {found.then.year}, {number(found.measure, found.now)} in "
        f"{found.now.year}"
    )
    if found.move is None:
        return f"{both}. No change is judged: {found.refused}"
    possible = " A lone change is only possible, not certain." if found.moved else ""
    longer = (
        f" Since {since.then.year}: {change(since.measure, since.move)}." if since and since.then and since.move else ""
    )
    return f"{both}: {change(found.measure, found.move)}.{possible}{longer}"


def finding(found: Latest, last: str) -> str:
    """A measure in one line: where it stands, and whether it moved beyond its margins."""
    measure, now = found.measure, found.now
    if now is None:
        return measure.label
    when = "" if now.year == last else f" in {now.year}"
    stands = f"{number(measure, now)}{when}"
    if found.move is None:
        return f"{measure.label}: {stands}"
    return f"{measure.label}: {direction(found)}, to {stands}" if found.moved else f"{measure.label}: {stands}"


def direction(found: Latest) -> str:
    """``up 6.6 points`` or ``down 6.6 points``."""
    move = found.move.change if found.move else 0.0
    size = f"{text.decimal(abs(move), found.measure.decimals)}{POINTS.get(found.measure.unit, '')}"
    return f"{'up' if move > 0 else 'down'} {size}"


_SHORT = {
    kinds.SOURCE: "another source",
    kinds.DEFINITION: "another definition",
    kinds.PEOPLE: "other people asked",
    kinds.VOLUNTARY: "a voluntary survey of 18 councils",
}


def inside(compared: Compared) -> tuple[Break, ...]:
    """The breaks between the first and the last year with a figure here or in England."""
    years = sorted(p.year for part in (compared.area, compared.england) for p in part if p.value is not None)
    return compared.measure.breaks_between(years[0], years[-1]) if years else ()


def breaks(compared: Compared) -> str:
    """The breaks inside the years drawn, each in a few words; empty where there is none."""
    measure, said = compared.measure, []
    for one in inside(compared):
        if one.kind == kinds.VOLUNTARY and one.year != kinds.VOLUNTARY_YEAR:
            continue  # what follows the voluntary year is said with it
        numbers = [code.number for code in measure.codes]
        renumbered = f"number {numbers[0]} became {measure.code(one.year)}"
        said.append(f"{one.year}, {_SHORT.get(one.kind, renumbered)}")
    return f"Breaks: {'; '.join(said)}." if said else ""


def no_bar(compared: Compared) -> str:
    """What a point without a bar is, where a margin is printed as 0; empty elsewhere."""
    none = any(point.margin == 0 for point in compared.area)
    return f"A margin printed as 0 is under {_half(compared.measure)} and has no bar." if none else ""


def _half(measure: Measure) -> str:
    """Half of the last digit."""
    return text.decimal(0.5 * 10**-measure.decimals, measure.decimals + 1)


def gaps(compared: Compared) -> str:
    """Years in which the measure was asked and this area has no number, with the reason; empty where there is none."""
    asked = {point.year for point in compared.england if point.value is not None} or {p.year for p in compared.area}
    why: dict[str, list[str]] = {}
    for point in compared.area:
        if point.value is None and point.year in asked:
            why.setdefault(absent(point), []).append(point.year)
    return " ".join(f"{text.sentence(said)}: {text.join(years)}." for said, years in why.items())
