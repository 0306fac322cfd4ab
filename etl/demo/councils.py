"""The fictional councils: three of the example partnership and sixty others in nine fictional regions."""

from dataclasses import dataclass

from domain.demonstration import REGIONS

COUNTY, UNITARY, METROPOLITAN, BOROUGH = "E10999", "E06999", "E08999", "E09999"
QUILLSHIRE, AMBERMOOR, SALTMARROW = "Quillshire", "Ambermoor", "Saltmarrow"


@dataclass(frozen=True)
class Council:
    """A fictional council: codes, region, residents aged 18 and over and 65 and over in mid-2017, and the
    people delayed there on an average day in April 2015 (``beds``)."""

    name: str
    ons_code: str
    nhs_code: str
    region: str
    adults: int
    older: int
    beds: float


# Class, region (by place in the list of regions) and name; sizes are drawn from the class.
_OTHERS = """
E10 0 Hartsmere|E06 0 Tarnholme|E08 0 Kelderwick|E08 0 Fennaby|E06 0 Wrenmouth|E08 0 Aldersyke
E10 1 Lowmarsh|E08 1 Brackenshaw|E08 1 Millgarth|E08 1 Ravensike|E06 1 Seabeck|E08 1 Thornley Moss|E06 1 Dunmere
E06 2 Cragdale|E08 2 Oxenthorpe|E08 2 Stanebridge|E10 2 Wolderness|E08 2 Ashgill|E06 2 Humberley Sands
E10 3 Vale of Linden|E06 3 Trentholme|E10 3 Soarwick|E06 3 Amberley Forge|E10 3 Wellandshire|E06 3 Castle Marling
E10 4 Arrowshire|E08 4 Blackhollow|E08 4 Ironbrook|E06 4 Severnholt|E08 4 Coalmere|E06 4 Wyreford|E10 4 Temeshire
E10 5 Fenshire|E06 5 Ousewick|E10 5 Broadland Mere|E06 5 Marram|E06 5 Colnehythe|E10 5 Stourland
E09 6 Eastwharf|E09 6 Millwater|E09 6 Nine Fields|E09 6 Copperside|E09 6 Lambholt|E09 6 Highgrove Hill
E09 6 Tallow Green|E09 6 Ravensgate|E09 6 Brentlea|E09 6 Kingsmarsh|E09 6 Westferry|E09 6 Oldgate
E10 7 Downshire|E06 7 Chalkhaven|E06 7 Solentside|E10 7 Wealdshire|E06 7 Thamesmere|E06 7 Medlow
E06 8 Tamarford|E06 8 Moorhaven|E10 8 Levelshire|E06 8 Avonholt
"""
_PREFIX = {"E10": COUNTY, "E06": UNITARY, "E08": METROPOLITAN, "E09": BOROUGH}
_ADULTS = {"E10": 520_000, "E06": 165_000, "E08": 230_000, "E09": 215_000}
_OLDER = {"E10": 0.25, "E06": 0.22, "E08": 0.20, "E09": 0.14}
_BEDS_PER_100K = {"E10": 16.0, "E06": 14.5, "E08": 11.5, "E09": 9.5}
_SPREAD = (0.62, 0.75, 0.84, 0.91, 0.97, 1.0, 1.04, 1.1, 1.18, 1.3, 1.47)


def councils() -> tuple[Council, ...]:
    """All councils, the three of the partnership first, the others in the order of the list."""
    region = tuple(REGIONS.values())
    meres = region[8]
    found = [
        Council(QUILLSHIRE, f"{COUNTY}001", "DM01", meres, 612_000, 151_000, 110.0),
        Council(AMBERMOOR, f"{UNITARY}001", "DM02", meres, 198_000, 46_000, 25.0),
        Council(SALTMARROW, f"{UNITARY}002", "DM03", meres, 254_000, 41_000, 40.0),
    ]
    counters = {"E10": 1, "E06": 2, "E08": 0, "E09": 0}
    for place, entry in enumerate(part for line in _OTHERS.split("\n") for part in line.split("|") if part):
        kind, where, name = entry.split(" ", 2)
        counters[kind] += 1
        adults = round(_ADULTS[kind] * _SPREAD[place * 7 % 11], -3)
        older = round(adults * _OLDER[kind] * _SPREAD[(place * 3 + 4) % 11] ** 0.4, -3)
        beds = adults / 100_000 * _BEDS_PER_100K[kind] * _SPREAD[(place * 5 + 2) % 11] ** 0.8
        code = f"{_PREFIX[kind]}{counters[kind]:03d}"
        found.append(
            Council(name, code, f"DM{place + 4:02d}", region[int(where)], int(adults), int(older), round(beds, 1))
        )
    return tuple(found)
