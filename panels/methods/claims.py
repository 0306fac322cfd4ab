"""Claims of reports, computed again from the build: every number here comes from the files, none is typed in."""

from analysis import change
from analysis.claims import Checked, Line, fit, verdict
from domain import periods
from domain.claims import CLAIMS
from domain.claims import claim as kinds
from domain.claims.claim import Claim, Comparison, Ends
from panels.cache import by_build
from panels.methods import readings
from panels.methods.readings import Series
from warehouse.queries import freshness
from warehouse.reader import View


@by_build
def checked(view: View) -> tuple[Checked, ...]:
    """Every claim; without any number where the build holds demonstration data."""
    if view.mode == "demo":
        return tuple(Checked(claim, (), kinds.OFFICIAL_ONLY) for claim in CLAIMS)
    return tuple(_checked(view, claim) for claim in CLAIMS)


def _checked(view: View, claim: Claim) -> Checked:
    lines = tuple(_compared(view, one) for one in claim.comparisons)
    if claim.ends:
        ends = tuple(_ends(view, one) for one in claim.ends)
        held = all(one.value_now is not None and one.value_then is not None for one in ends)
        return Checked(claim, ends, kinds.REDRAWN if held else kinds.NOT_HELD)
    literal = [one.fits for one in lines if one.literal]
    others = [one.fits for one in lines if not one.literal]
    return Checked(claim, (*lines, *_arithmetic(claim)), verdict(literal, others))


def _compared(view: View, one: Comparison) -> Line:
    """Two stretches of months of one series, as totals or per day."""
    found = readings.series_of(view, one.measure, one.area)
    moved = change.compare(found.counts, periods.span(*one.now), periods.span(*one.then))
    daily = one.basis in (kinds.PER_DAY, kinds.DIFFERENCE_PER_DAY)
    before, after, result = None, None, None
    if moved:
        before, after = (moved.then, moved.now) if daily else (moved.then_total, moved.now_total)
        relative = one.basis in (kinds.PER_DAY, kinds.RAW)
        result = (after / before - 1) * 100 if relative else after - before
    return Line(
        f"{readings.name(one.measure, per_day=daily)}, {found.area}",
        readings.unit(one.measure, per_day=daily),
        one.then,
        one.now,
        before,
        after,
        result,
        one.said.unit,
        fit(one.said, result),
        one.literal,
        *_files(view, found, (*periods.span(*one.then), *periods.span(*one.now))),
    )


def _ends(view: View, one: Ends) -> Line:
    """First and last month of a figure."""
    found = readings.series_of(view, one.measure, body=one.body)
    first, last = ((month, month) for month in one.window)
    then, now = (found.counts.get(month) for month in one.window)
    moved = (now / then - 1) * 100 if now is not None and then else None
    return Line(
        f"{readings.name(one.measure)}, {found.area}{readings.body(one.body)}",
        readings.unit(one.measure),
        first,
        last,
        then,
        now,
        moved,
        "%",
        "",
        True,
        *_files(view, found, one.window),
    )


def _arithmetic(claim: Claim) -> list[Line]:
    """A claim's own numbers put together; no file takes part."""
    lines = []
    for one in claim.arithmetic:
        result = sum(one.parts) if one.kind == kinds.SUM else one.parts[0] / one.parts[1] * 100
        nothing = ("", "")
        lines.append(
            Line(f"Its own arithmetic: {one.of}", "", nothing, nothing, None, None, result, "%", fit(one.said, result))
        )
    return lines


def _files(view: View, found: Series, months: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The vintages of the months used, and the files they came from, newest first."""
    used = [found.observations[month] for month in months if month in found.observations]
    vintages = sorted({one.vintage for one in used}, reverse=True)
    files = [freshness.file(view, snapshot) for snapshot in dict.fromkeys(one.snapshot_id for one in reversed(used))]
    return ", ".join(vintages), tuple(file.file_name for file in files if file)


def counts(found: tuple[Checked, ...]) -> dict[str, int]:
    """How many claims have each verdict, in the order of the verdicts."""
    return {key: number for key in kinds.VERDICTS if (number := sum(one.verdict == key for one in found))}


def lead(view: View) -> list[str]:
    """How many claims were checked and how they came out; on demonstration data, that none is."""
    found = counts(checked(view))
    if view.mode == "demo":
        return [
            "Claims about England are checked on official statistics only. This build holds demonstration data, so "
            "neither the claims nor their numbers are shown."
        ]
    hold = found.get(kinds.HOLDS, 0) + found.get(kinds.NEARLY, 0)
    only = found.get(kinds.ONLY, 0)
    fail = found.get(kinds.OTHER, 0) + found.get(kinds.FAILS, 0)
    rest = found.get(kinds.QUOTED, 0) + found.get(kinds.NOT_HELD, 0)
    return [
        f"Of {hold + only + fail} claims that these files can check, {hold} hold or nearly hold, "
        f"{only} {'holds' if only == 1 else 'hold'} on one measure and window only, and {fail} "
        f"{'does' if fail == 1 else 'do'} not hold as said. {rest} more can only be quoted."
    ]
