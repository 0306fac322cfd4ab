"""Headings of the tables: which day or week, which measure, which pathway or reason a column holds."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from domain import discharge, periods
from domain.discharge import DAY, MONTH, MONTHLY_FILES, PLAIN, TOTAL, WEEK
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.sitrep.cells import day
from etl.sitrep.facts import Slot
from etl.sitrep.grid import Heads, Read
from etl.sitrep.places import Sheet

BY_17, AFTER_17 = "discharged_by_17", "discharged_after_17"
PATHWAY = re.compile(r"p(?:athway)? ?([0-3])[a-z]?\b", re.IGNORECASE)
_TALL = 6  # rows above the headings in which their dates stand


def daily(sheet: Sheet) -> Heads:
    """Three columns a day, or four where discharges are split at 17:00."""
    return _dated(sheet, "daily", DAY)


def weekly(sheet: Sheet) -> Heads:
    """Bed days of a snapshot in each week, by length of stay."""
    return _dated(sheet, "weekly", WEEK)


def _dated(sheet: Sheet, part: str, period_type: str) -> Heads:
    """Columns named by a measure below a date that stands over the first of its columns only."""
    head = _last_row(sheet, lambda texts: any(sheet.lay.name(part, text) for text in texts), sheet.lay.names(part))
    dates = _dates_above(sheet, head)
    found: Heads = {}
    for column, name in _named(sheet, head, part):
        when = dates.get(column)
        if when is None:
            raise FileRefused("no date above the heading", "a date", sheet.at(head, column))
        slot = Slot(MONTHLY_FILES, when.isoformat(), period_type, name)
        if slot in found.values():
            raise FileRefused(f"'{name}' of {periods.day_label(when)} twice", "each once", sheet.at(head, column))
        found[column] = slot
    _complete(found, f"sheet '{sheet.name}', row {head + 1}")
    return found


def _named(sheet: Sheet, head: int, part: str) -> list[tuple[int, str]]:
    """Column and measure of each heading; raises FileRefused for wording never seen above figures."""
    named = []
    for column in range(sheet.label + 1, len(sheet.rows[head])):
        text = plain(str(sheet.rows[head][column]))
        name = sheet.lay.name(part, text) if text else None
        if name:
            named.append((column, name))
        elif sheet.used(column):
            expected = f"one of {', '.join(sheet.lay.names(part))}"
            raise FileRefused(f"the heading '{text[:60]}'", expected, sheet.at(head, column))
    return named


def _dates_above(sheet: Sheet, head: int) -> dict[int, date]:
    """The date over each column: the nearest row above the headings that holds dates, filled to the right."""
    for number in range(head - 1, max(head - 1 - _TALL, -1), -1):
        row = sheet.rows[number]
        days = {c: day(row[c]) for c in range(sheet.label + 1, len(row)) if row[c] != ""}
        if not any(days.values()):
            continue
        found: dict[int, date] = {}
        last = None
        for column in range(sheet.label + 1, len(row)):
            last = days.get(column, last)
            if column in days and last is None:
                raise FileRefused(f"'{str(row[column])[:40]}'", "a date", sheet.at(number, column))
            if last:
                found[column] = last
        return found
    raise FileRefused("no dates", "a row of dates above the headings", f"sheet '{sheet.name}', row {head + 1}")


def _complete(found: Heads, where: str) -> None:
    """Every date has the same measures, and they are enough to tell discharged from remaining."""
    by_date: dict[str, set[str]] = {}
    for slot in found.values():
        by_date.setdefault(slot.period, set()).add(slot.measure)
    expected = max(by_date.values(), key=len)
    for when, names in by_date.items():
        if missing := expected - names:
            raise FileRefused(f"no column {' and '.join(sorted(missing))} on {when}", "the same on every date", where)
    if expected & {*discharge.DAILY, BY_17, AFTER_17}:
        whole = {discharge.DISCHARGED} if discharge.DISCHARGED in expected else {BY_17, AFTER_17}
        if missing := {discharge.PATIENTS, discharge.REMAINING, *whole} - expected:
            raise FileRefused(f"no column {' and '.join(sorted(missing))}", "people, discharged and remaining", where)


def pathways(month: str) -> Read:
    """Reads headings of the month's discharges by pathway and place."""

    def heads(sheet: Sheet) -> Heads:
        head = _last_row(sheet, _mostly_pathways, ("P0", "P1", "P2", "P3"))
        found = locations(_filled(sheet, head), sheet.label + 1, sheet.lay, lambda column: sheet.at(head, column))
        return {
            column: Slot(MONTHLY_FILES, f"{month}-01", MONTH, discharge.DISCHARGED, of, place, TOTAL)
            for column, of, place in found
        }

    return heads


def reasons(month: str, weeks: int) -> Read:
    """Reads headings of people delayed by reason: the month's mean over its weekly snapshots."""

    def heads(sheet: Sheet) -> Heads:
        lay = sheet.lay
        head = _last_row(
            sheet, lambda texts: any(lay.name("reason", text.rstrip(" .*")) for text in texts), ("reasons",)
        )
        found = named_reasons(_filled(sheet, head), sheet.label + 1, lay, lambda column: sheet.at(head, column))
        return {
            column: Slot(MONTHLY_FILES, f"{month}-01", MONTH, discharge.DELAYED_14PLUS, "all", reason, PLAIN, weeks)
            for column, reason in found
        }

    return heads


Where = Callable[[int], str]  # column to sheet and cell in words


def locations(row: Sequence[Any], start: int, lay: Layout, where: Where) -> list[tuple[int, str, str]]:
    """Column, pathway and place of each heading of a pathway from a column on; other headings are refused.

    Two wordings of one place stand side by side in some months: the second stands for itself.
    """
    found: dict[str, tuple[int, str, str]] = {}
    for column in range(start, len(row)):
        text = plain(str(row[column])).rstrip(" .")
        if not text or lay.matches("aside", text):
            continue
        match = PATHWAY.match(text)
        if not match:
            raise FileRefused(f"the heading '{text[:60]}'", "a pathway, P0 to P3", where(column))
        place = _new(found, lay.name("location", text) or text, text)
        if place in found:
            raise FileRefused(f"the heading '{text[:60]}' twice", "each place once", where(column))
        found[place] = column, f"P{match[1]}", place
    return list(found.values())


def named_reasons(row: Sequence[Any], start: int, lay: Layout, where: Where) -> list[tuple[int, str]]:
    """Column and reason of each heading from a column on; wording that is new stands for itself."""
    found: dict[str, int] = {}
    for column in range(start, len(row)):
        text = plain(str(row[column])).rstrip(" .*")
        if not text or lay.matches("aside", text):
            continue
        reason = _new(found, lay.name("reason", text) or text, text)
        if reason in found:
            raise FileRefused(f"the reason '{text[:60]}' twice", "each reason once", where(column))
        found[reason] = column
    return [(column, reason) for reason, column in found.items()]


def _new(found: dict[str, Any], name: str, text: str) -> str:
    return text if name in found else name


def _filled(sheet: Sheet, head: int) -> Sequence[Any]:
    """The row of headings; raises FileRefused where figures stand below none."""
    for column in range(sheet.label + 1, len(sheet.rows[head])):
        if not str(sheet.rows[head][column]).strip() and sheet.used(column):
            raise FileRefused("figures below no heading", "a heading", sheet.at(head, column))
    return sheet.rows[head]


def _mostly_pathways(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and 2 * sum(PATHWAY.match(text) is not None for text in texts) > len(texts)


def _last_row(sheet: Sheet, known: Callable[[Sequence[str]], bool], words: Sequence[str]) -> int:
    """The last row above England's whose headings are known: labels of groups stand higher, codes of items lower."""
    for number in range(sheet.top - 1, -1, -1):
        texts = [plain(cell) for cell in sheet.rows[number][sheet.label + 1 :] if isinstance(cell, str) and cell]
        if texts and known(texts):
            return number
    expected = f"headings such as {', '.join(words[:4])}"
    raise FileRefused("no row of headings", expected, f"sheet '{sheet.name}', above row {sheet.top + 1}")
