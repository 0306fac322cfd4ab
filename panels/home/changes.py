"""What changed this month: each series against its own last month, revisions, and the check between sources.

Every series is compared relative to its own last month (METHODS M3): with the month before and with the same
month of the year before, per day.
"""

from dataclasses import dataclass

from analysis import change
from analysis.change import Change, Monthly
from components import text
from components.url_state import Window
from domain import breaks
from panels.cache import by_build
from panels.home.england import England, england
from warehouse.queries import checks
from warehouse.queries.checks import Difference, Revision
from warehouse.reader import View


@dataclass(frozen=True)
class Item:
    """One line of the list: what is said first, in bold, and the rest."""

    strong: str
    rest: str


@by_build
def changes(view: View) -> tuple[str, tuple[Item, ...]]:
    """Heading and lines of the list; no lines where the build holds neither series."""
    found = england(view, Window())
    if found is None:
        return "", ()
    items = [
        *_admissions(found),
        *_delays(found),
        _revised(checks.revisions(view, "emergency_admissions")),
        _check(checks.england(view)),
    ]
    return _heading(found), tuple(item for item in items if item)


def _heading(found: England) -> str:
    held = found.held.get("ae_england") or next(iter(found.held.values()))
    return f"{text.month(held.end)}, published {text.day(held.published)}"


def _admissions(found: England) -> list[Item]:
    lines = (
        (found.admissions, "emergency admissions"),
        (found.other["dta_waits_12h"], "waits of over 12 hours from decision to admit"),
        (found.other["ae_attendances"], "A&E attendances"),
    )
    return [_line(counts, what) for counts, what in lines if counts]


def _line(counts: Monthly, what: str) -> Item:
    """A count in its last month, against the same month of the year before and the month before, per day."""
    last = max(counts)
    year, before = change.year_before(counts, last), change.month_before(counts, last)
    parts = []
    if year:
        more = round(year.now_total - year.then_total)
        size = f"{text.whole(abs(more))} {'more' if more > 0 else 'fewer'} than" if more else "as many as"
        parts.append(f"{size} in {text.month(year.then_months[0])} ({_per_day(year)})")
    if before:
        parts.append(f"{_per_day(before)} on {text.month(before.then_months[0])}")
    return Item(
        f"{text.whole(counts[last])} {what}",
        f" in {text.month(last)}: {'; '.join(parts)}." if parts else f" in {text.month(last)}.",
    )


def _per_day(moved: Change) -> str:
    return f"{text.signed_percent(moved.ratio)} per day"


def _delays(found: England) -> list[Item]:
    days = found.days["all"]
    if not days:
        return []
    last = max(days)
    if last == breaks.DTOC_LAST:
        held = found.held.get("dtoc_england")
        revised = f"; the last revision was on {text.day(held.revised)}" if held and held.revised else ""
        return [Item("Nothing new on delays.", f" Delayed transfers of care ended in {text.month(last)}{revised}.")]
    return [_line(days, "delayed days")]


def _revised(revisions: tuple[Revision, ...]) -> Item | None:
    """The largest revision since the version held before, and how many months changed with it."""
    if not revisions:
        return None
    largest = max(revisions, key=lambda r: abs(r.now - r.before))
    others = len(revisions) - 1
    rest = f"; {others} other {'month' if others == 1 else 'months'} by less" if others else ""
    return Item(
        "Revised since the version held before:",
        f" {text.month(largest.period)} from {text.whole(largest.before)} to {text.whole(largest.now)} "
        f"emergency admissions{rest}.",
    )


def _check(differences: tuple[Difference, ...]) -> Item | None:
    """How far England in the council workbooks is from England in the national series."""
    if not differences:
        return None
    apart = [d for d in differences if d.difference]
    if not apart:
        return Item(
            "Checked:",
            " England is the same in the council workbooks and in the national series in all "
            f"{len(differences)} months.",
        )
    largest = max(apart, key=lambda d: abs(d.difference))
    months = f"{len(apart)} of {len(differences)} months"
    return Item(
        "Checked:",
        f" England in the council workbooks differs from the national series in {months}, by at most "
        f"{text.whole(abs(largest.difference))} days ({text.month(largest.period)}); the national series is shown.",
    )
