"""What a refresh left behind: the figures of its build beside those of another, and whether anything is half done."""

from pathlib import Path

import duckdb

from warehouse.builds import Builds
from warehouse.reader import Reader, View

FIGURES = {
    "delays_current": "area_code, period, body, reason, care_type, value, shorthand, source",
    "emergency_current": "measure, area_code, period, value, source",
    "population": "area_code, period, age, value, source",
    "outcomes_current": "measure, area_code, financial_year, value, margin, shorthand, source",
    "discharge_current": "area_code, period, measure, pathway, detail, basis, series, value, shorthand, days, source",
    "discharge_daily_current": "area_code, period, measure, pathway, detail, value, shorthand, source",
    "discharge_ready": "area_code, period, measure, value, shorthand, snapshot_id, source",
    "trust_delays": "area_code, period, council_code, body, reason, care_type, value, snapshot_id, source",
    "beds": "area_code, period, sector, value, shorthand, snapshot_id, source",
}
ALL_DAYS = "body = 'all' AND reason = 'all' AND care_type = 'all'"


def view(root: Path) -> View:
    opened = Reader(root).view()
    assert opened is not None
    return opened


def only_in(root: Path, other: Path) -> list[tuple]:
    """Published values of one that the other does not publish like that, as (table, …, source)."""
    files = [Builds(one).current().file for one in (root, other)]
    with duckdb.connect() as connection:
        for name, file in zip(("one", "two"), files, strict=True):
            connection.execute(f"ATTACH '{file}' AS {name} (READ_ONLY)")
        return [
            (table, *row)
            for table, columns in FIGURES.items()
            for row in connection.execute(
                f"SELECT {columns} FROM one.{table} EXCEPT SELECT {columns} FROM two.{table}"
            ).fetchall()
        ]


def releases(root: Path, source: str = "dtoc_councils") -> set[str]:
    """Months, years or series that are published from a source."""
    rows = view(root).rows("SELECT release FROM national.snapshots WHERE source = ? AND is_current", [source])
    return {release for (release,) in rows}


def days(root: Path, area: str, month: str, cut: str = ALL_DAYS) -> float | None:
    """Delayed days of an area in a month."""
    sql = f"SELECT value FROM national.delays_current WHERE area_code = ? AND period = CAST(? AS DATE) AND {cut}"
    found = view(root).rows(sql, [area, f"{month}-01"])
    return found[0][0] if found else None


def half_done(root: Path) -> list[Path]:
    """Files and folders that only an unfinished piece of work has."""
    return [path for path in root.rglob(".*") if path.name.startswith(".")]


def whole(root: Path) -> bool:
    """The pointer names a build that opens, and nothing is half done."""
    current = Builds(root).current()
    return current is not None and view(root).id == current.id and half_done(root) == []


def errors(told) -> list[tuple[str, str]]:
    """(about, text) of what could not be refreshed."""
    return [(message.about, message.text) for _, message in told if message.level == "error"]


def warnings(told) -> list[tuple[str, str]]:
    return [(message.about, message.text) for _, message in told if message.level == "warning"]
