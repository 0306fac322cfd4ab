"""Dated changes of upper-tier councils in England since 2009, with the legal source of each.

Reviewed reference data: an entry is added by hand, with the statutory instrument that made it. ``kind`` says
what may be carried across the date: ``recoded`` (same people, new code), ``merged`` (whole councils added up),
``divided`` (one council into whole new ones: only their sum is comparable) and ``redrawn`` (land moved, so
nothing below the sum of all of them is comparable). The districts abolished with a county are not listed.
"""

from dataclasses import dataclass

RECODED, MERGED, DIVIDED, REDRAWN = "recoded", "merged", "divided", "redrawn"


@dataclass(frozen=True)
class AreaChange:
    """One change: on ``date`` the ``before`` councils became the ``after`` councils (ONS code: name)."""

    date: str
    kind: str
    before: dict[str, str]
    after: dict[str, str]
    order: str
    instrument: str

    @property
    def source(self) -> str:
        """Address of the order on legislation.gov.uk."""
        return f"https://www.legislation.gov.uk/uksi/{self.instrument}"


CHANGES = (
    AreaChange(
        "2009-04-01",
        DIVIDED,
        {"E10000004": "Cheshire"},
        {"E06000049": "Cheshire East", "E06000050": "Cheshire West and Chester"},
        "Cheshire (Structural Changes) Order 2008",
        "2008/634",
    ),
    AreaChange(
        "2009-04-01",
        DIVIDED,
        {"E10000001": "Bedfordshire"},
        {"E06000055": "Bedford", "E06000056": "Central Bedfordshire"},
        "Bedfordshire (Structural Changes) Order 2008",
        "2008/907",
    ),
    AreaChange(
        "2009-04-01",
        RECODED,
        {"E10000005": "Cornwall"},
        {"E06000052": "Cornwall"},
        "Cornwall (Structural Change) Order 2008",
        "2008/491",
    ),
    AreaChange(
        "2009-04-01",
        RECODED,
        {"E10000010": "Durham"},
        {"E06000047": "County Durham"},
        "County Durham (Structural Change) Order 2008",
        "2008/493",
    ),
    AreaChange(
        "2009-04-01",
        RECODED,
        {"E10000022": "Northumberland"},
        {"E06000048": "Northumberland"},
        "Northumberland (Structural Change) Order 2008",
        "2008/494",
    ),
    AreaChange(
        "2009-04-01",
        RECODED,
        {"E10000026": "Shropshire"},
        {"E06000051": "Shropshire"},
        "Shropshire (Structural Change) Order 2008",
        "2008/492",
    ),
    AreaChange(
        "2009-04-01",
        RECODED,
        {"E10000033": "Wiltshire"},
        {"E06000054": "Wiltshire"},
        "Wiltshire (Structural Change) Order 2008",
        "2008/490",
    ),
    AreaChange(
        "2013-04-01",
        REDRAWN,
        {"E06000048": "Northumberland", "E08000020": "Gateshead"},
        {"E06000057": "Northumberland", "E08000037": "Gateshead"},
        "Gateshead and Northumberland (Boundary Change) Order 2013",
        "2013/595",
    ),
    AreaChange(
        "2019-04-01",
        REDRAWN,
        {"E06000028": "Bournemouth", "E06000029": "Poole", "E10000009": "Dorset"},
        {"E06000058": "Bournemouth, Christchurch and Poole", "E06000059": "Dorset"},
        "Bournemouth, Dorset and Poole (Structural Changes) Order 2018",
        "2018/648",
    ),
    AreaChange(
        "2020-04-01",
        RECODED,
        {"E10000002": "Buckinghamshire"},
        {"E06000060": "Buckinghamshire"},
        "Buckinghamshire (Structural Changes) Order 2019",
        "2019/957",
    ),
    AreaChange(
        "2021-04-01",
        DIVIDED,
        {"E10000021": "Northamptonshire"},
        {"E06000061": "North Northamptonshire", "E06000062": "West Northamptonshire"},
        "Northamptonshire (Structural Changes) Order 2020",
        "2020/156",
    ),
    AreaChange(
        "2023-04-01",
        DIVIDED,
        {"E10000006": "Cumbria"},
        {"E06000063": "Cumberland", "E06000064": "Westmorland and Furness"},
        "Cumbria (Structural Changes) Order 2022",
        "2022/331",
    ),
    AreaChange(
        "2023-04-01",
        RECODED,
        {"E10000023": "North Yorkshire"},
        {"E06000065": "North Yorkshire"},
        "North Yorkshire (Structural Changes) Order 2022",
        "2022/328",
    ),
    AreaChange(
        "2023-04-01",
        RECODED,
        {"E10000027": "Somerset"},
        {"E06000066": "Somerset"},
        "Somerset (Structural Changes) Order 2022",
        "2022/329",
    ),
    AreaChange(
        "2025-04-01",
        REDRAWN,
        {"E08000016": "Barnsley", "E08000019": "Sheffield"},
        {"E08000038": "Barnsley", "E08000039": "Sheffield"},
        "Barnsley and Sheffield (Boundary Change) Order 2024",
        "2024/1328",
    ),
)


def ended(code: str) -> str | None:
    """The day from which a council's code is no longer used, as ISO text; None while it is in use."""
    return next((change.date for change in CHANGES if code in change.before), None)


def began(code: str) -> str | None:
    """The day from which a council's code is used, as ISO text; None when it is older than this list."""
    return next((change.date for change in CHANGES if code in change.after), None)


# One NHS code was passed on to another council: 809 was Dorset county council and is Dorset Council from the
# workbook of May 2019 (that of April 2019 still carries the old code). First month, old and new ONS code.
REUSED_NHS_CODES = {"809": ("2019-05", "E10000009", "E06000059")}
