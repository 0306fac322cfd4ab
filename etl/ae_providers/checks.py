"""Control totals of a provider file: England is the sum of the providers, parts make totals, shares agree."""

from collections.abc import Iterator, Mapping

from etl.ae_providers.measures import TYPES
from etl.ae_providers.rows import Table
from etl.problems import FileRefused

SHARE_TOLERANCE = 0.00006  # printed with two digits of a per cent
TOTALS = {
    "adm_ae": ("adm_1", "adm_2", "adm_3"),
    "adm": ("adm_ae", "adm_other"),
    **{block: tuple(f"{block}_{kind}" for kind in TYPES) for block in ("att", "within", "over")},
}


def each_once(table: Table) -> None:
    """Every provider has one row."""
    seen: set[str] = set()
    for place, code in enumerate(table.codes, 1):
        if code in seen:
            raise FileRefused(f"the code {code} twice", "each provider once", _row(table, place))
        seen.add(code)


def providers_make_england(table: Table) -> None:
    """In every column of counts the providers add up to England's row; what was not submitted adds nothing."""
    for name, values in table.numbers.items():
        if name.startswith("pct"):
            continue
        england, found = values[0] or 0, sum(value or 0 for value in values[1:])
        if england != found:
            where = f"{table.at(0, name)} ({name})"
            raise FileRefused(f"{england:,} for England", f"{found:,}, the sum of the providers", where)


def parts_make_totals(table: Table) -> None:
    """Printed totals are the sums of their parts, row by row."""
    for total, parts in TOTALS.items():
        if total not in table.numbers or any(part not in table.numbers for part in parts):
            continue
        columns = [table.numbers[part] for part in parts]
        for place, (value, *row) in enumerate(zip(table.numbers[total], *columns, strict=True)):
            found = sum(one or 0 for one in row)
            if found != (value or 0):
                raise FileRefused(f"a total of {value}", f"{found:,}, the sum of its parts", table.at(place, total))


def waits_are_attendances(measures: Mapping[str, list[int | None]], table: Table) -> None:
    """Nobody waits who did not attend, and nobody waits twelve hours who did not wait four."""
    for over, attended in (("ae_over_4h", "ae_attendances"), ("dta_waits_12h", "dta_waits_4h")):
        for place, (part, whole) in enumerate(zip(measures[over], measures[attended], strict=True)):
            if part is not None and part > (whole or 0):
                who = table.codes[place - 1] if place else "England"
                raise FileRefused(
                    f"{part:,} {over} of {who}", f"at most its {whole or 0:,} {attended}", _row(table, place)
                )


def shares_agree(table: Table) -> Iterator[str]:
    """A note for each printed share that is not what the counts beside it give (England leaves trusts out)."""
    for name, total, over in (("pct", "att", "over"), *((f"pct_{k}", f"att_{k}", f"over_{k}") for k in TYPES)):
        if not {name, total, over} <= table.numbers.keys():
            continue
        rows = zip(table.numbers[name], table.numbers[total], table.numbers[over], strict=True)
        for place, (printed, seen, late) in enumerate(rows):
            if not place or printed is None or not seen or late is None:
                continue
            if abs(printed - (seen - late) / seen) > SHARE_TOLERANCE:
                code = table.codes[place - 1]
                yield f"{code}: {printed:.2%} printed within four hours, {1 - late / seen:.2%} by its counts"


def _row(table: Table, place: int) -> str:
    number = table.rows[place] + 1
    return f"sheet '{table.sheet}', row {number}" if table.sheet else f"line {number}"
