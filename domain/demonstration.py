"""Fictional regions and councils that carry demonstration figures; none of them exists.

Codes lie in ``areas.DEMO_CODE``, a range the ONS does not use, so no real organisation can be given one.
"""

from domain import areas, organisations

SEED = 20190411  # of every random number of the demonstration
NOT_REAL = "Demonstration data — not real figures."

REGIONS = {
    "E12999001": "Northmoor",
    "E12999002": "Westmere",
    "E12999003": "Ridings of Tarn",
    "E12999004": "Middle Vale",
    "E12999005": "Ironholt",
    "E12999006": "Eastfen",
    "E12999007": "Great Harbour",
    "E12999008": "Sallow Downs",
    "E12999009": "The Meres",
}

# NHS regions: three regions each, in the order of the list above.
NHS_REGIONS = {"DMR01": "Moor and Tarn", "DMR02": "Vale and Fen", "DMR03": "Harbour and Downs"}

_CODE_BY_KEY = {areas.region_key(name): code for code, name in REGIONS.items()}


def region_code(name: str) -> str | None:
    """Code of a fictional region by its name; None for any other name."""
    return _CODE_BY_KEY.get(areas.region_key(name))


_NHS_CODE_BY_KEY = {organisations.region_key(name): code for code, name in NHS_REGIONS.items()}


def nhs_region_code(printed: str) -> str | None:
    """Code of a fictional NHS region by its name or code; None for anything else."""
    text = printed.strip()
    return text if text in NHS_REGIONS else _NHS_CODE_BY_KEY.get(organisations.region_key(text))
