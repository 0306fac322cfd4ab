"""Discharge reports from a table drawn as text: columns code, day or month, measure, value and, where drawn, more."""

from domain import areas, organisations
from etl.sitrep.facts import Facts, Slot
from etl.source import Parsed
from tests.spec.tiny import day, release, rows

ENGLAND = "England"
KINDS = {"DMR": organisations.NHS_REGION, "DMI": organisations.ICB, "DMT": organisations.PROVIDER}
MARKS = {"-": 1, "[c]": 2, "[z]": 3}


def report(
    text,
    *,
    source="discharge_acute",
    series="monthly",
    published="2024-02-08",
    revised="",
    current=True,
    region="DMR01",
):
    """One file; figures of days, of weeks (``week``) or of months (``month``), the providers all in one region."""
    found, facts = rows(text), Facts()
    months, codes = set(), {}
    for row in found:
        when = row.get("when", "")
        kind = {4: "week", 7: "month"}.get(len(when), "day") if not row.get("grain") else row["grain"]
        start = f"{when}-01" if kind == "month" else when
        slot = Slot(
            series,
            start,
            kind,
            row["measure"],
            row.get("pathway", "all"),
            row.get("detail", ""),
            row.get("basis", "total") if kind == "month" else "",
        )
        place = (areas.COUNTRY, areas.ENGLAND) if row["code"] == ENGLAND else (KINDS[row["code"][:3]], row["code"])
        mark = MARKS.get(row["value"], 0)
        facts.add([place], facts.number([slot]), [[float("nan") if mark else float(row["value"])]], [[mark]])
        months.add(start[:7])
        if place[0] != areas.COUNTRY:
            codes[place[1]] = place[0]
    learnt = {
        "code": list(codes),
        "name": [f"NAME {code}" for code in codes],
        "kind": list(codes.values()),
        "region": [region for _ in codes],
        "icb_code": ["DMI01" if kind == organisations.PROVIDER else "" for kind in codes.values()],
    }
    key = "series" if series == "time_series" else max(months)
    tables = {**facts.tables(), **({} if series == "time_series" else {"organisations": learnt})}
    parsed = Parsed(key, "Report", min(months), max(months), tables, day(published), day(revised), series)
    return release(source, f"{source}-{key}-{published}{revised}.xlsx", parsed, current=current)


def every_day(code, month, values, measure="nctr_remaining"):
    """Lines of a drawn table: one value for each day of a month from its first."""
    return "\n".join(f"{code} | {month}-{n:02d} | {measure} | {value}" for n, value in enumerate(values, 1))


HEAD = "code | when | measure | value\n"
