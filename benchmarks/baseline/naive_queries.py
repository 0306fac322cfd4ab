"""The same questions to facts held in pandas: filter, merge, divide."""

from pathlib import Path

import duckdb
import pandas

NATIONAL, COUNCILS, ENGLAND = "dtoc_england", "dtoc_councils", "E92000001"


class Facts:
    """All delays of a warehouse file in memory, with the files that speak for their release."""

    def __init__(self, file: Path) -> None:
        with duckdb.connect(str(file), read_only=True) as connection:
            self.delays = connection.execute("SELECT * FROM delays").df()
            snapshots = connection.execute("SELECT snapshot_id, is_current FROM snapshots").df()
        self.current = snapshots[snapshots["is_current"]]

    def beds(self, area: str) -> list[tuple[str, float | None]]:
        """Month and people delayed on an average day of one area, all bodies."""
        found = self._of(area)
        found = found[found["body"] == "all"].sort_values("period")
        beds = found["value"] / found["period"].dt.days_in_month
        months = found["period"].dt.strftime("%Y-%m")
        return [(month, None if pandas.isna(bed) else bed) for month, bed in zip(months, beds, strict=True)]

    def bodies(self, area: str) -> dict[str, list[tuple[str, float | None]]]:
        """Month and delayed days of one area by body."""
        found = self._of(area).sort_values("period")
        found["month"] = found["period"].dt.strftime("%Y-%m")
        return {
            str(body): [(m, None if pandas.isna(v) else v) for m, v in zip(rows["month"], rows["value"], strict=True)]
            for body, rows in found.groupby("body")
        }

    def _of(self, area: str) -> pandas.DataFrame:
        delays = self.delays
        source = NATIONAL if area == ENGLAND else COUNCILS
        chosen = (delays["area_code"] == area) & (delays["source"] == source)
        chosen &= (delays["reason"] == "all") & (delays["care_type"] == "all")
        return delays[chosen].merge(self.current, on="snapshot_id")
