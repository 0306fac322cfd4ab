"""Tiny warehouses from tables drawn as text: the columns of a row, parted by ``|``, under a line of names.

Councils, regions and codes are those of the demonstration range, so that no real place is given a figure.
"""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from domain import areas
from etl import build
from etl.selection import Release
from etl.snapshot import Snapshot
from etl.source import Parsed
from warehouse.builds import Builds
from warehouse.reader import View

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def rows(text):
    """Dictionaries of a drawn table; empty lines and lines of dashes are left out."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip(" -+|")]
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(head, cells, strict=True)) for cells in body]


def number(cell):
    return None if cell == "-" else float(cell)


def day(cell):
    return date.fromisoformat(cell) if cell else None


def release(source, name, parsed, *, current=True):
    """A file that was read; its sha256 follows from its name and contents."""
    sha256 = hashlib.sha256(f"{source}/{name}/{parsed}".encode()).hexdigest()
    provenance = {
        "url": f"https://www.england.nhs.uk/{name}",
        "final_url": f"https://www.england.nhs.uk/{name}",
        "file_name": name,
        "sha256": sha256,
        "bytes": 1,
        "publisher": "NHS England",
        "licence": "Open Government Licence v3.0",
        "retrieved_at": "2026-11-01T12:00:00+00:00",
    }
    return Release(Snapshot(source, sha256, Path(name), provenance), parsed, current)


def _cut(found):
    """Columns body, reason, care_type and value; a dimension that is not drawn is ``all``."""
    columns = {name: [row.get(name, "all") for row in found] for name in ("body", "reason", "care_type")}
    return {**columns, "value": [number(row["value"]) for row in found]}


def councils(text, *, published="2018-06-14", revised="", current=True, name="LA-Type-B"):
    """One workbook a month from columns period, nhs, name, value; ons, region and dimensions where drawn."""
    every, found = rows(text), []
    for month in dict.fromkeys(row["period"] for row in every):
        of_month = [row for row in every if row["period"] == month]
        ons = [areas.ENGLAND if row["name"] == "England" else row.get("ons", "") for row in of_month]
        columns = {"nhs_code": [row["nhs"] for row in of_month], "ons_code": ons, **_cut(of_month)}
        listed = {row["nhs"]: row for row in of_month if row["name"] != "England"}
        learnt = {
            "nhs_code": list(listed),
            "ons_code": [row.get("ons", "") for row in listed.values()],
            "name": [row["name"] for row in listed.values()],
            "region": [row.get("region", "Northmoor") for row in listed.values()],
        }
        tables = {"delays": columns, "areas": learnt}
        parsed = Parsed(month, "Delays", month, month, tables, day(published), day(revised))
        found.append(release("dtoc_councils", f"{name}-{month}{revised}.xls", parsed, current=current))
    return found


def england(text, *, published="2020-04-09", revised="", current=True, name="Timeseries"):
    """The national series from columns period, value and, where drawn, body, reason, care_type."""
    found = rows(text)
    months = [row["period"] for row in found]
    columns = {"ons_code": [areas.ENGLAND] * len(found), "period": months, **_cut(found)}
    parsed = Parsed("series", "Series", min(months), max(months), {"delays": columns}, day(published), day(revised))
    return [release("dtoc_england", f"{name}{revised}.xls", parsed, current=current)]


def emergency(text, *, published="2026-04-16", revised="", current=True, name="AE"):
    """The A&E series from columns period, measure and value."""
    found = rows(text)
    months = [row["period"] for row in found]
    columns = {
        "area_code": [areas.ENGLAND] * len(found),
        "period": months,
        "measure": [row["measure"] for row in found],
        "value": [number(row["value"]) for row in found],
        "shorthand": [""] * len(found),
    }
    tables = {"emergency_care": columns}
    parsed = Parsed("series", "A&E", min(months), max(months), tables, day(published), day(revised))
    return [release("ae_england", f"{name}{published}.xls", parsed, current=current)]


def providers(text, *, published="2018-04-12", revised="", current=True, name="providers"):
    """One file a month from columns period, code, measure, value, region and, where drawn, icb and mark."""
    every, found = rows(text), []
    for month in dict.fromkeys(row["period"] for row in every):
        of_month = [row for row in every if row["period"] == month]
        values = [number(row["value"]) for row in of_month]
        marks = [row.get("mark") or ("" if v is not None else "[x]") for row, v in zip(of_month, values, strict=True)]
        facts = {
            "area_code": [row["code"] for row in of_month],
            "measure": [row["measure"] for row in of_month],
            "value": values,
            "shorthand": marks,
        }
        listed = {row["code"]: row for row in of_month}
        learnt = {
            "code": list(listed),
            "name": [f"{code} NHS TRUST" for code in listed],
            "kind": ["provider"] * len(listed),
            "region": [row.get("region", "Moor and Tarn") for row in listed.values()],
            "icb_code": [row.get("icb", "") for row in listed.values()],
        }
        tables = {"emergency_care": facts, "organisations": learnt}
        parsed = Parsed(month, "A&E by provider", month, month, tables, day(published), day(revised))
        found.append(release("ae_providers", f"{name}-{month}{revised}.csv", parsed, current=current))
    return found


def population(text, *, variant="first_published"):
    """One answer a year from columns year, ons, age and value."""
    every, found = rows(text), []
    for year in dict.fromkeys(row["year"] for row in every):
        of_year = [row for row in every if row["year"] == year]
        columns = {
            "ons_code": [row["ons"] for row in of_year],
            "age": [int(row["age"]) for row in of_year],
            "value": [number(row["value"]) for row in of_year],
        }
        codes = list(dict.fromkeys(columns["ons_code"]))
        tables = {"population": columns, "population_names": {"ons_code": codes, "name": codes}}
        parsed = Parsed(year, f"Mid-{year}", f"{year}-06", f"{year}-06", tables, series=variant)
        found.append(release("population", f"mid-{year}.csv", parsed))
    return found


def outcomes(text, *, end="2019-03", retrieved="2026-11-01", current=True):
    """One edition from columns measure, year, code, value and, where drawn, margin, base, type and mark."""
    found = rows(text)
    size = len(found)
    marks = [row["value"] if row["value"].startswith("[") else "" for row in found]
    columns = {
        "area_code": [row["code"] for row in found],
        "area_type": [row.get("type", "council") for row in found],
        "measure": [row["measure"] for row in found],
        "value": [None if mark else number(row["value"]) for row, mark in zip(found, marks, strict=True)],
        "margin": [number(row.get("margin", "-")) for row in found],
        "base": [number(row.get("base", "-")) for row in found],
        **{name: [None] * size for name in ("numerator", "denominator", "value_in_brackets")},
        "shorthand": marks,
        "counts_shorthand": marks,
        "as_published": marks,
        "period": [f"{row['year'][:4]}-04" for row in found],
        "financial_year": [row["year"] for row in found],
        "published_code": [""] * size,
    }
    names = list(dict.fromkeys(row["code"] for row in found if row.get("type", "council") == "council"))
    tables = {"outcomes": columns, "outcome_names": {"ons_code": names, "name": [f"Council {n}" for n in names]}}
    parsed = Parsed(f"series to {end}", "Outcomes", min(columns["period"]), end, tables)
    return [release("ascof", f"outcomes-{end}-{retrieved}.ods", parsed, current=current)]


def made(root, *releases, refresh_id="r1", now=NOW):
    """A build of some releases, published under ``root``."""
    by_source = {"dtoc_england": [], "ae_england": [], "population": [], "ascof": [], "dtoc_councils": []}
    for one in releases:
        by_source.setdefault(one.snapshot.source, []).append(one)
    builds = Builds(root)
    written = build.write(builds, build.Plan("live", refresh_id, now, by_source))
    builds.publish(written.id)
    return written


def warehouse(root, *releases):
    """A build of some releases, opened."""
    return View(made(root, *releases))
