"""Releases of trusts, extracts, ready dates and beds from tables drawn as text (see ``tiny``)."""

from domain import beds as quarters
from domain import discharge_ready, organisations
from etl.source import Parsed
from tests.spec.tiny import day, number, release, rows


def _organisations(codes):
    size = len(codes)
    return {
        "code": list(codes),
        "name": [f"Trust {code}" for code in codes],
        "kind": [organisations.PROVIDER] * size,
        "region": [""] * size,
        "icb_code": [""] * size,
    }


def _delays(source, text, published, revised, current, name):
    every, found = rows(text), []
    for month in dict.fromkeys(row["period"] for row in every):
        lines = [row for row in every if row["period"] == month]
        columns = {
            "org_code": [row["trust"] for row in lines],
            **{cut: [row.get(cut, "all") for row in lines] for cut in ("body", "reason", "care_type")},
            "value": [number(row["value"]) for row in lines],
        }
        if source == "dtoc_extracts":
            columns["nhs_code"] = [row["council"] for row in lines]
        tables = {"trust_delays": columns, "organisations": _organisations(dict.fromkeys(columns["org_code"]))}
        parsed = Parsed(month, "Delays by trust", month, month, tables, day(published), day(revised))
        found.append(release(source, f"{name}-{month}{revised}", parsed, current=current))
    return found


def trusts(text, *, published="2018-06-14", revised="", current=True):
    """One trust workbook a month from columns period, trust, value and cuts where drawn."""
    return _delays("dtoc_trusts", text, published, revised, current, "Trust-Type-B")


def extracts(text, *, published="2018-06-14", revised="", current=True):
    """One extract a month from columns period, trust, council (NHS code), body, reason, care_type, value."""
    return _delays("dtoc_extracts", text, published, revised, current, "Extracts")


def ready(text, *, published="2024-06-13", revised="", current=True):
    """One ready date file a month from columns period, area, measure and value; type where it is no provider."""
    every, found = rows(text), []
    for month in dict.fromkeys(row["period"] for row in every):
        lines = [row for row in every if row["period"] == month]
        marks = [row["value"] if row["value"].startswith("[") else "" for row in lines]
        columns = {
            "area_type": [row.get("type", organisations.PROVIDER) for row in lines],
            "area_code": [row["area"] for row in lines],
            "measure": [row["measure"] for row in lines],
            "value": [None if mark else number(row["value"]) for row, mark in zip(lines, marks, strict=True)],
            "shorthand": marks,
            "unit": [discharge_ready.MEASURE_BY_ID[row["measure"]].unit for row in lines],
            "data_source": ["SUS"] * len(lines),
        }
        tables = {"discharge_ready": columns, "organisations": _organisations([])}
        parsed = Parsed(month, "Ready dates", month, month, tables, day(published), day(revised))
        found.append(release("discharge_ready_date", f"DRD-{month}{revised}", parsed, current=current))
    return found


def beds(text, *, published="2018-06-14", current=True):
    """One file a quarter from columns quarter (its first month), org and occupied (all sectors)."""
    every, found = rows(text), []
    for first in dict.fromkeys(row["quarter"] for row in every):
        lines = [row for row in every if row["quarter"] == first]
        columns = {
            "org_code": [row["org"] for row in lines],
            "measure": ["beds_occupied"] * len(lines),
            "sector": ["all"] * len(lines),
            "value": [number(row["occupied"]) for row in lines],
        }
        tables = {"beds": columns, "organisations": _organisations([])}
        parsed = Parsed(quarters.quarter_name(first), "Beds", first, first, tables, day(published))
        found.append(release("beds", f"KH03-{first}.xls", parsed, current=current))
    return found


def boundaries(edition="2024", *, current=True, name="Alder"):
    """One edition of the boundaries with one council."""
    columns = {"code": ["E10999001"], "name": [name], "longitude": [-1.0], "latitude": [52.0]}
    month = f"{edition}-01"
    parsed = Parsed(edition, "Boundaries", month, month, {"boundaries": columns})
    return [release("boundaries", f"query-{edition}-{name}", parsed, current=current)]


def two_of_each():
    """An earlier and the current version of a month of every publication here."""
    delays = "period | trust | council | value\n2018-03 | DMT01 | DM01 | 7"
    dates = "period | area | measure | value\n2024-04 | DMT01 | drd_same_day_pct | 86"
    occupied = "quarter | org | occupied\n2018-01 | DMT01 | 90"
    return [
        *trusts(delays, current=False),
        *trusts(delays.replace("| 7", "| 8"), revised="2018-12-13"),
        *extracts(delays, current=False),
        *extracts(delays.replace("| 7", "| 8"), revised="2018-12-13"),
        *ready(dates, current=False),
        *ready(dates, revised="2024-12-12"),
        *beds(occupied, current=False),
        *beds(occupied.replace("90", "91")),
        *boundaries(current=False),
        *boundaries(name="Alder and Ash"),
    ]
