"""Which CSVs are of what places uploaded, and what must be named to ask for them."""

from panels.exports import LOCAL, TABLES

CLAIMS = {
    "scheme-series": "scheme=S12&indicator=I09",
    "scheme-designs": "scheme=S12&indicator=I09",
    "scheme-outputs": "scheme=S12",
    "impact-areas": "scheme=S07&indicator=I02",
    "area-trusts": "area=E10999001",
    "area-owned": "area=E10999001",
    "impact-dates": "scheme=S04&indicator=I03",
}
EXTRACTS = ("area-trusts", "area-owned")  # of files that have not been seen
NATIONAL = tuple(name for name in TABLES if name not in LOCAL)


def asked(name: str, query: str = "") -> str:
    """The address of a CSV with what its table needs."""
    parts = [part for part in (CLAIMS.get(name, ""), query.lstrip("?")) if part]
    return f"/export/{name}.csv" + (f"?{'&'.join(parts)}" if parts else "")
