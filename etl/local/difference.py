"""What an upload would change: rows added, changed and removed, sheet by sheet, against what is held."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.local.sheets import SHEET_BY_NAME
from etl.local.state import key
from etl.local.upload import Row, Rows


@dataclass(frozen=True)
class Changed:
    """A row whose key stays: its key in words, and (field label, before, after) of what differs."""

    name: str
    fields: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True)
class Difference:
    """Rows of one sheet by their keys in words."""

    sheet: str
    added: tuple[str, ...]
    changed: tuple[Changed, ...]
    removed: tuple[str, ...]
    same: int

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.changed or self.removed)


def differences(held: Rows, rows: Rows) -> tuple[Difference, ...]:
    """The difference of every sheet that the upload holds."""
    return tuple(_sheet(name, held.get(name, ()), after) for name, after in rows.items())


def counts(found: tuple[Difference, ...]) -> Mapping[str, int]:
    """Rows added, changed and removed over all sheets."""
    return {
        "added": sum(len(one.added) for one in found),
        "changed": sum(len(one.changed) for one in found),
        "removed": sum(len(one.removed) for one in found),
    }


def _sheet(name: str, held: tuple[Row, ...], rows: tuple[Row, ...]) -> Difference:
    before, after = ({key(name, row): row for row in some} for some in (held, rows))
    both = [one for one in after if one in before]
    changed = tuple(found for one in both if (found := _changed(name, before[one], after[one])).fields)
    return Difference(
        name,
        tuple(_words(one) for one in after if one not in before),
        changed,
        tuple(_words(one) for one in before if one not in after),
        len(both) - len(changed),
    )


def _changed(name: str, before: Row, after: Row) -> Changed:
    fields = tuple(
        (field.label, before.get(field.name), after.get(field.name))
        for field in SHEET_BY_NAME[name].fields
        if _plain(before.get(field.name)) != _plain(after.get(field.name))
    )
    return Changed(_words(key(name, after)), fields)


def _plain(value: Any) -> Any:
    """An empty text is an empty cell; zero is a number."""
    return None if value == "" else value


def _words(name: tuple[object, ...]) -> str:
    return ", ".join(str(part) for part in name if part)
