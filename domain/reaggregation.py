"""What can be compared across a change of councils: which codes must be added up, and what cannot be told apart.

Follows from the dated changes (``area_changes``). Within a window of months councils that a change links make one
group: only the group's sum means the same land and people throughout. Every other council is a group of its own, so
the groups share out England without gap or overlap, and its total stays what it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from domain import area_changes
from domain.area_changes import DIVIDED, MERGED, RECODED, REDRAWN, AreaChange

TOGETHER = {
    RECODED: "the same council under a new code: its figures go on",
    MERGED: "the councils before, added up, are the council after",
    DIVIDED: "the councils after, added up, are the council before; neither can be followed back alone",
    REDRAWN: "land moved between them: only all of them added up mean the same before and after",
}
_STRICTEST = (REDRAWN, DIVIDED, MERGED, RECODED)


@dataclass(frozen=True)
class Group:
    """Codes whose sum can be compared over a window of months; ``kind`` is the strictest change among them."""

    codes: frozenset[str]
    kind: str = ""
    changed_on: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What may be compared, in words; empty for a council that did not change."""
        return TOGETHER.get(self.kind, "")


def changes_within(start: str, end: str) -> tuple[AreaChange, ...]:
    """Changes that fall inside a window of months: some month lies before each and some month on or after it."""
    return tuple(change for change in area_changes.CHANGES if f"{start}-01" < change.date <= f"{end}-01")


def groups(start: str, end: str) -> tuple[Group, ...]:
    """The groups of councils that changes inside a window link, earliest change first."""
    found: list[Group] = []
    for change in changes_within(start, end):
        codes = frozenset(change.before) | frozenset(change.after)
        linked = [group for group in found if group.codes & codes]
        kinds = {change.kind, *(group.kind for group in linked)}
        dates = {change.date, *(day for group in linked for day in group.changed_on)}
        found = [group for group in found if group not in linked]
        joined = frozenset().union(codes, *(group.codes for group in linked))
        found.append(Group(joined, next(kind for kind in _STRICTEST if kind in kinds), tuple(sorted(dates))))
    return tuple(sorted(found, key=lambda group: (group.changed_on, sorted(group.codes))))


def group_of(code: str, start: str, end: str) -> Group:
    """The group that a council is in over a window; a council that no change touches is alone."""
    return next((group for group in groups(start, end) if code in group.codes), Group(frozenset({code})))


def mapping(codes: Iterable[str], start: str, end: str) -> dict[str, Group]:
    """Each code with its group: a code has exactly one, whatever the window."""
    linked = {code: group for group in groups(start, end) for code in group.codes}
    return {code: linked.get(code) or Group(frozenset({code})) for code in codes}
