"""Area codes, types and names.

Names and regions of councils are learnt from the publisher's workbooks when a warehouse is built; only
England, the nine English regions and the demonstration range are written down here.
Source of codes: ONS, Register of Geographic Codes (E92, E12, E06 to E10 entities).
"""

import re

ENGLAND = "E92000001"
COUNTRY, REGION, COUNCIL, OUTSIDE = "country", "region", "council", "resident_outside"
AREA_TYPES = (COUNTRY, REGION, COUNCIL, OUTSIDE)

REGIONS = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
}

# Demonstration areas carry codes in the last thousand of each entity, which the ONS does not use
# (its codes run upwards from 000001), and four-character NHS codes that begin with DM.
DEMO_CODE = re.compile(r"E(?:06|08|09|10|12)999\d{3}")
DEMO_NHS_CODE = re.compile(r"DM\d{2}")
DEMO_ORGANISATION_CODE = re.compile(r"DM[RIT]\d{2}")  # NHS regions, boards, trusts; real codes of five are like D7T5G
ONS_COUNCIL_CODE = re.compile(r"E(?:06|08|09|10)\d{6}")
# The publisher's pseudo-authorities: people delayed in England who live elsewhere.
OUTSIDE_CODES = {"9900": "Resident in Wales", "9901": "Resident in Scotland", "9902": "Resident outside Great Britain"}

_SMALL_WORDS = ("of", "and", "the", "upon", "on", "in", "with")


def is_demonstration(code: str) -> bool:
    """Whether a code lies in the range that only demonstration data uses."""
    return any(one.fullmatch(code) for one in (DEMO_CODE, DEMO_NHS_CODE, DEMO_ORGANISATION_CODE))


def display_name(published: str) -> str:
    """A council's name as people write it: without the workbooks' `` UA``, ``&`` and title-case artefacts."""
    words = re.split(r"([\s-]+)", re.sub(r"\s+UA$", "", published.strip()).replace("&", "and"))
    return "".join(w.lower() if n and w.lower() in _SMALL_WORDS else w for n, w in enumerate(words))


def region_key(name: str) -> str:
    """A region's name in a form that compares equal across the publisher's spellings."""
    return re.sub(r"[^a-z]", "", name.lower().replace("&", "and"))


_CODE_BY_KEY = {region_key(name): code for code, name in REGIONS.items()}


def region_code(name: str) -> str | None:
    """The ONS code of an English region by any of its published spellings; None for an unknown name."""
    return _CODE_BY_KEY.get(region_key(name))
