"""Headings of the tables: which day or week, which measure, which pathway or reason a column holds."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from domain import discharge, periods
from domain.discharge import DAY, MONTH, MONTHLY_FILES, PLAIN, TOTAL, WEEK
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.sitrep.cells import day
from etl.sitrep.facts import Slot
from etl.sitrep.grid import Heads, Rows, heading_row, used
from etl.workbook import at

BY_17, AFTER_17 = "discharged_by_17", "discharged_after_17"
PATHWAY = re.compile(r"p(?:athway)? ?([0-3])[a-z]?\b", re.IGNORECASE)
_TALL = 6  # rows above the headings in which their dates stand


def daily(rows: Rows, top: int, label: int, lay: Layout, sheet: str) -> Heads:
    """Three columns a day, or four where discharges are split at 17:00."""
    return _dated(rows, top, label, lay, sheet, part="daily", period_type=DAY)


def weekly(rows: Rows, top: int, label: int, lay: Layout, sheet: str) -> Heads:
    """Bed days of a snapshot in each week, by length of stay."""
    return _dated(rows, top, label, lay, sheet, part="weekly", period_type=WEEK)


def _dated(rows: Rows, top: int, label: int, lay: Layout, sheet: str, *, part: str, period_type: str) -> Heads:
    """Columns named by a measure below a date that stands over the first of its columns only."""
    head = heading_row(rows, top, label, lay, part, sheet)
    dates = _dates_above(rows, head, label, sheet)
    found: Heads = {}
    for column, name in _named(rows, head, top, label, lay, part, sheet):
        when = dates.get(column)
        if when is None:
            raise FileRefused("no date above the heading", "a date", at(sheet, head, column))
        slot = Slot(MONTHLY_FILES, when.isoformat(), period_type, name)
        if slot in found.values():
            raise FileRefused(f"'{name}' of {periods.day_label(when)} twice", "each once", at(sheet, head, column))
        found[column] = slot
    _complete(found, sheet, head)
    return found


def _named(rows: Rows, head: int, top: int, label: int, lay: Layout, part: str, sheet: str) -> list[tuple[int, str]]:
    """Column and measure of each heading; raises FileRefused for wording never seen above figures."""
    named = []
    for column in range(label + 1, len(rows[head])):
        text = plain(str(rows[head][column]))
        name = lay.name(part, text) if text else None
        if name:
            named.append((column, name))
        elif used(rows, top, column):
            raise FileRefused(f"the heading '{text[:60]}'", f"one of {', '.join(lay.names(part))}", at(sheet, head, column)) 
    return named


def _dates_above(rows: Rows, head: int, label: int, sheet: str) -> dict[int, date]:
    """The date over each column: the nearest row above the headings that holds dates, filled to the right."""
    for number in range(head - 1, max(head - 1 - _TALL, -1), -1):
        days = [day(cell) if cell != "" else None for cell in rows[number]]
        if any(days[label + 1 :]):
            found, last = {}, None
            for column in range(label + 1, len(days)):
                last = days[column] or last
                if rows[number][column] != "" and days[column] is None:
                    raise FileRefused(f"'{str(rows[number][column])[:40]}'", "a date", at(sheet, number, column))
                if last:
                    found[column] = last
            return found
    raise FileRefused("no dates", "a row of dates above the headings", f"sheet '{sheet}', row {head + 1}")


def _complete(found: Heads, sheet: str, head: int) -> None:
    """Every date has the same measures, and they are enough to tell discharged from remaining."""
    by_date: dict[str, set[str]] = {}
    for slot in found.values():
        by_date.setdefault(slot.period, set()).add(slot.measure)
    expected = max(by_date.values(), key=len)
    for when, names in by_date.items():
        if missing := expected - names:
            what = f"no column {' and '.join(sorted(missing))} on {when}"
            raise FileRefused(what, "the same columns on every date", f"sheet '{sheet}', row {head + 1}")
    split = {BY_17, AFTER_17} <= expected
    if discharge.PATIENTS in expected and not (discharge.DISCHARGED in expected or split):
        raise FileRefused(f"{', '.join(sorted(expected))}", "a column of discharges", f"sheet '{sheet}', row {head + 1}") 


def pathways(month: str) -> Any:
    """Reads headings of discharges in a month by pathway and place; two wordings of one place add up nowhere."""

    def heads(rows: Rows, top: int, label: int, lay: Layout, sheet: str) -> Heads:
        head = _lowest(rows, top, label, sheet, lambda text: PATHWAY.match(text) is not None)
        return {
            column: Slot(MONTHLY_FILES, f"{month}-01", MONTH, discharge.DISCHARGED, of, place, TOTAL)
            for column, of, place in locations(_held(rows, head, top, label, sheet), label + 1, lay, sheet, head)
        }

    return heads


def locations(
    cells: Sequence[Any], start: int, lay: Layout, sheet: str, row: int
) -> list[tuple[int, str, str]]:
    """Column, pathway and place of each heading of a pathway from a column on; other headings are refused."""
    found: list[tuple[int, str, str]] = []
    for column in range(start, len(cells)):
        text = plain(str(cells[column])).rstrip(" .")
        if not text:
            continue
        match = PATHWAY.match(text)
        if lay.matches("aside", text):
            continue
        if not match:
            raise FileRefused(f"the heading '{text[:60]}'", "a pathway, P0 to P3", at(sheet, row, column))
        place = lay.name("location", text) or text
        place = text if place in (other for _, _, other in found) else place
        if place in (other for _, _, other in found):
            raise FileRefused(f"the heading '{text[:60]}' twice", "each place once", at(sheet, row, column))
        found.append((column, f"P{match[1]}", place))
    return found


def reasons(month: str, weeks: int) -> Any:
    """Reads headings of people delayed by reason: the month's mean over its weekly snapshots."""

    def heads(rows: Rows, top: int, label: int, lay: Layout, sheet: str) -> Heads:
        head = heading_row(rows, top, label, lay, "reason", sheet)
        return {
            column: Slot(MONTHLY_FILES, f"{month}-01", MONTH, discharge.DELAYED_14PLUS, "all", reason, PLAIN, weeks)
            for column, reason in named_reasons(_held(rows, head, top, label, sheet), label + 1, lay, sheet, head)
        }

    return heads


def named_reasons(cells: Sequence[Any], start: int, lay: Layout, sheet: str, row: int) -> list[tuple[int, str]]:
    """Column and reason of each heading from a column on; wording that is new stands for itself."""
    found: dict[str, int] = {}
    for column in range(start, len(cells)):
        text = plain(str(cells[column])).rstrip(" .*")
        if not text:
            continue
        reason = lay.name("reason", text) or text
        reason = text if reason in found else reason  # two wordings of one reason stand side by side in some months
        if reason in found:
            raise FileRefused(f"the reason '{text[:60]}' twice", "each reason once", at(sheet, row, column))
        found[reason] = column
    return [(column, reason) for reason, column in found.items()]


def _held(rows: Rows, head: int, top: int, label: int, sheet: str) -> Sequence[Any]:
    """The row of headings; raises FileRefused where figures stand below none."""
    for column in range(label + 1, len(rows[head])):
        if not str(rows[head][column]).strip() and used(rows, top, column):
            raise FileRefused("figures below no heading", "a heading", at(sheet, head, column))
    return rows[head]


def _lowest(rows: Rows, top: int, label: int, sheet: str, known: Any) -> int:
    """The last row above England's in which most headings are known: labels of groups stand higher."""
    for number in range(top - 1, -1, -1):
        texts = [plain(str(cell)) for cell in rows[number][label + 1 :] if str(cell).strip()]
        if len(texts) > 1 and 2 * sum(map(known, texts)) > len(texts):
            return number
    raise FileRefused("no row of headings", "headings P0 to P3", f"sheet '{sheet}', above row {top + 1}")
