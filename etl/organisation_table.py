"""NHS organisations learnt from the publications: the last name printed wins, the first and last month are kept.

Any source may emit a tidy table ``organisations`` with the columns code, name, kind, region (its name or code as
printed), icb_code, and period where a file holds more than one month. A table ``directory`` of the NHS directory
(code, name, kind, region, icb_code, valid_from, valid_to, successor_code) fills in what no publication prints.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from domain import demonstration, organisations, periods, trust_changes
from etl.selection import Release
from etl.source import Columns
from warehouse.organisation_tables import MEMBERSHIPS, ORGANISATIONS

TABLE, DIRECTORY = "organisations", "directory"
REGION_NAMES = {**organisations.NHS_REGIONS, **organisations.FORMER_NHS_REGIONS, **demonstration.NHS_REGIONS}
Facts = dict[str, str]


def learn(releases: Sequence[Release]) -> Columns:
    """Columns of the table ``organisations``."""
    found: dict[str, Facts] = {}
    for release in _in_order(releases):
        for row, month in _rows(release):
            _see(found, row, month)
    for release in _in_order(releases):
        if DIRECTORY in release.parsed.tables and release.current:
            _look_up(found, release.parsed.tables[DIRECTORY])
    for code, successor in trust_changes.SUCCESSOR.items():
        if code in found and not found[code].get("successor_code"):
            found[code]["successor_code"] = successor
    names = [column.name for column in ORGANISATIONS.columns]
    return {name: [facts.get(name) or None for facts in found.values()] for name in names}


def memberships(releases: Sequence[Release]) -> Columns:
    """Columns of the table ``memberships``: where each provider belonged in each file and month."""
    columns: dict[str, list[Any]] = {column.name: [] for column in MEMBERSHIPS.columns}
    for release in releases:
        seen = set()
        for row, month in _rows(release):
            if row["kind"] != organisations.PROVIDER or (row["code"], month) in seen:
                continue
            seen.add((row["code"], month))
            values = (
                release.snapshot.source,
                row["code"],
                periods.first_day(month),
                _region(row["region"]) or None,
                row["icb_code"] or None,
                release.snapshot.id,
            )
            for name, value in zip(columns, values, strict=True):
                columns[name].append(value)
    return columns


def _in_order(releases: Sequence[Release]) -> list[Release]:
    """Oldest month first and, of one month, oldest version first: what comes later was printed later."""
    return sorted(releases, key=lambda r: (r.parsed.end, r.current, r.vintage, r.snapshot.id))


def _rows(release: Release) -> Iterator[tuple[Facts, str]]:
    """Each row of a release's organisations with its month: its own, or the last month of the file."""
    columns = release.parsed.tables.get(TABLE)
    if columns is None:
        return
    names = ("code", "name", "kind", "region", "icb_code")
    months: Iterable[str] = columns.get("period") or [release.parsed.end] * len(columns["code"])
    for *values, month in zip(*(columns[name] for name in names), months, strict=True):
        yield dict(zip(names, (str(value or "").strip() for value in values), strict=True)), month


def _see(found: dict[str, Facts], row: Facts, month: str) -> None:
    """Take in one row of one month; later rows overwrite names and places, never with nothing."""
    facts = _of_month(found, row["code"], row["kind"], month)
    if row["name"]:
        facts["published_name"], facts["name"] = row["name"], organisations.display_name(row["name"])
    if row["kind"] != organisations.NHS_REGION and (region := _region(row["region"])):
        facts["region_code"] = region
        _of_month(found, region, organisations.NHS_REGION, month).setdefault("name", REGION_NAMES[region])
    if row["kind"] == organisations.PROVIDER and row["icb_code"]:
        facts["icb_code"] = row["icb_code"]


def _of_month(found: dict[str, Facts], code: str, kind: str, month: str) -> Facts:
    """What is known of an organisation that a file of a month names."""
    facts = found.setdefault(code, {"code": code, "first_period": month, "last_period": month})
    facts["first_period"], facts["last_period"] = min(facts["first_period"], month), max(facts["last_period"], month)
    facts["kind"], facts["flag"] = kind, organisations.flag(code, kind)
    return facts


def _look_up(found: dict[str, Facts], directory: Columns) -> None:
    """Days and successors come from the directory; names and places only where no publication prints them."""
    for values in zip(*directory.values(), strict=True):
        row = {name: str(value or "") for name, value in zip(directory, values, strict=True)}
        facts = found.setdefault(row["code"], {"code": row["code"], "kind": row["kind"]})
        facts |= {name: row[name] for name in ("valid_from", "valid_to", "successor_code") if row[name]}
        facts.setdefault("flag", organisations.flag(row["code"], row["kind"]))
        facts.setdefault("name", organisations.display_name(row["name"]))
        if not facts.get("region_code") and (region := _region(row["region"])):
            facts["region_code"] = region
        if not facts.get("icb_code") and row["kind"] == organisations.PROVIDER:
            facts["icb_code"] = row["icb_code"]


def _region(printed: str) -> str:
    return organisations.region_code(printed) or demonstration.nhs_region_code(printed) or ""
