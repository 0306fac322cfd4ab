"""Areas learnt from the workbooks: which ONS code an old NHS code stands for, names and regions.

A workbook's own ONS code wins. Where a workbook carries none (before July 2015) the code comes from the
nearest workbook that carries both. One NHS code was given to another council: 809, by date.
"""

from collections import defaultdict
from collections.abc import Sequence

from domain import area_changes, areas, demonstration, periods
from etl.selection import Release
from etl.source import Columns

NAMES = frozenset({"population_names", "outcome_names"})  # tables of codes and names of councils
AREA_COLUMNS = (
    "area_code",
    "area_name",
    "area_type",
    "region_code",
    "published_name",
    "nhs_codes",
    "first_period",
    "last_period",
    "valid_from",
    "valid_to",
)


class Codes:
    """ONS codes of NHS codes by month, learnt from the workbooks that carry both."""

    def __init__(self, releases: Sequence[Release]) -> None:
        self._known: dict[str, dict[str, str]] = defaultdict(dict)  # NHS code to month to ONS code
        for release in sorted(releases, key=lambda r: r.parsed.key):
            table = release.parsed.tables["areas"]
            for nhs, ons in zip(table["nhs_code"], table["ons_code"], strict=True):
                if areas.ONS_COUNCIL_CODE.fullmatch(ons):
                    self._known[nhs][release.parsed.key] = ons
        self._found: dict[tuple[str, str, str], str] = {}

    def area(self, nhs: str, ons: str, month: str) -> str:
        """The area code of a workbook's row: its own ONS code, the learnt one, or the NHS code itself."""
        asked = (nhs, ons, month)  # a workbook names each council in some 70 columns
        if asked not in self._found:
            self._found[asked] = self._look_up(nhs, ons, month)
        return self._found[asked]

    def _look_up(self, nhs: str, ons: str, month: str) -> str:
        if ons == areas.ENGLAND or areas.ONS_COUNCIL_CODE.fullmatch(ons):
            return ons
        if nhs in area_changes.REUSED_NHS_CODES:
            since, old, new = area_changes.REUSED_NHS_CODES[nhs]
            return new if month >= since else old
        known = self._known.get(nhs)
        if not known:
            return nhs
        return min(reversed(known.items()), key=lambda one: abs(periods.gap(month, one[0])))[1]


def learn(releases: Sequence[Release], codes: Codes, others: Sequence[Release]) -> Columns:
    """The area table: councils and outside areas of the workbooks, the regions they name, and England.

    others: files of other publications that name councils; they add those that no workbook names.
    """
    found: dict[str, dict[str, str | set[str]]] = {}
    for release in sorted(releases, key=lambda r: r.parsed.key):
        table = release.parsed.tables["areas"]
        for nhs, ons, name, region in zip(*(table[c] for c in ("nhs_code", "ons_code", "name", "region")), strict=True):
            month = release.parsed.key
            _see(found, codes.area(nhs, ons, month), nhs=nhs, name=name, region=region, month=month)
    _add_england_and_regions(found, releases, others)
    columns: Columns = {name: [] for name in AREA_COLUMNS}
    for code, facts in sorted(found.items()):
        row = {**facts, "area_code": code, "nhs_codes": " ".join(sorted(facts["nhs_codes"]))}
        for name in AREA_COLUMNS:
            columns[name].append(row.get(name) or None)
    return columns


def _see(
    found: dict[str, dict[str, str | set[str]]], code: str, *, nhs: str, name: str, region: str, month: str
) -> None:
    """Take in one row of one month; later months overwrite names and regions, never with nothing."""
    outside = nhs in areas.OUTSIDE_CODES
    facts = found.setdefault(code, {"nhs_codes": set(), "first_period": month})
    facts["area_type"] = areas.OUTSIDE if outside else areas.COUNCIL
    facts["nhs_codes"].add(nhs)  # type: ignore[union-attr]
    facts["last_period"] = month
    facts["published_name"] = name
    facts["area_name"] = areas.OUTSIDE_CODES[nhs] if outside else areas.display_name(name)
    facts["valid_from"] = area_changes.began(code) or ""
    facts["valid_to"] = area_changes.ended(code) or ""
    if known := areas.region_code(region) or demonstration.region_code(region):
        facts["region_code"] = known


def _add_england_and_regions(
    found: dict[str, dict[str, str | set[str]]], releases: Sequence[Release], others: Sequence[Release]
) -> None:
    names = {**areas.REGIONS, **demonstration.REGIONS}
    months = [release.parsed.key for release in releases]
    span = {"first_period": min(months, default=""), "last_period": max(months, default="")}
    for code in {str(facts["region_code"]) for facts in found.values() if facts.get("region_code")}:
        found[code] = {"nhs_codes": set(), "area_type": areas.REGION, "area_name": names[code], **span}
    found[areas.ENGLAND] = {"nhs_codes": set(), "area_type": areas.COUNTRY, "area_name": "England", **span}
    for table in (release.parsed.tables[name] for release in others for name in NAMES & release.parsed.tables.keys()):
        for code, name in zip(table["ons_code"], table["name"], strict=True):
            found.setdefault(
                code, {"nhs_codes": set(), "area_type": areas.COUNCIL, "area_name": name, "published_name": name}
            )
