"""What held rows and an upload say of each other: rows that would be left naming nothing, or not fit any more."""

from collections import Counter
from collections.abc import Collection, Iterator

from domain.local.sheets import SHEET_BY_NAME
from etl.local import observed
from etl.local.parse import Draft
from etl.local.problem import Problem
from etl.local.upload import About, Rows


def behind(draft: Draft, held: Rows, about: About | None) -> list[Problem]:
    """Faults of held rows that stay, seen against the sheets and the councils of an upload."""
    staying = {name: rows for name, rows in held.items() if name not in draft.rows}
    found = [*_lost(staying, {**held, **draft.rows}, draft.rows), *_unfit(draft, staying)]
    if about:
        found += _councils(staying, about)
    return found


def unnamed(rows: Rows) -> list[Problem]:
    """References that lead nowhere among all rows of a place."""
    return list(_lost(rows, rows, tuple(rows)))


def _lost(staying: Rows, merged: Rows, replaced: Collection[str]) -> Iterator[Problem]:
    for name, rows in staying.items():
        sheet = SHEET_BY_NAME[name]
        for field in sheet.fields:
            other, _, key = field.refers.partition(".")
            if other not in replaced:
                continue
            known = {row[key] for row in merged.get(other, ())}
            lost = Counter(row[field.name] for row in rows if row[field.name] and row[field.name] not in known)
            for value, count in lost.items():
                found = f"no '{value}', which {count} {'row' if count == 1 else 'rows'} held of '{sheet.title}' name"
                yield Problem(other, "", found, f"the row kept, or '{sheet.title}' uploaded with it")


def _unfit(draft: Draft, staying: Rows) -> Iterator[Problem]:
    """Indicators that are defined anew so that the values held do not fit them."""
    places = {row["indicator_id"]: place for place, row in enumerate(draft.rows.get("indicators", ()))}
    said: set[str] = set()
    for row in staying.get("observations", ()):
        name = row["indicator_id"]
        if name not in places or name in said:
            continue
        for _, found, expected in observed.faults(row, draft.rows["indicators"][places[name]]):
            said.add(name)
            cell = draft.cell("indicators", places[name], "indicator_id")
            what = f"{name} defined so that values held do not fit: {found} for {row['period']}"
            yield Problem("indicators", cell, what, f"{expected}; or its observations uploaded with it")
            break


def _councils(staying: Rows, about: About) -> Iterator[Problem]:
    for name, rows in staying.items():
        outside = Counter(row["area_code"] for row in rows if row.get("area_code"))
        for code, count in outside.items():
            if code not in about.area_codes:
                found = f"no council {code}, of which {count} rows of '{SHEET_BY_NAME[name].title}' are held"
                yield Problem("about", "", found, "the council named, or that sheet uploaded without it")
