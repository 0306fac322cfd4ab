"""Which random numbers each series of the example partnership draws: a salt that a search has chosen.

With these salts every reading that the example promises holds; ``etl.demo.partnership.search`` finds them. A series
that is not named has salt 0, and with another seed than the shipped one the promises need not hold.
"""

import random

SALTS: dict[str, int] = {
    "Ambermoor/I18": 5,
    "Ambermoor/nhs": 98,
    "Ambermoor/social_care": 21,
    "I03/Ambermoor": 4,
    "I03/Quillshire": 1,
    "I03/Saltmarrow": 31,
    "I04/Ambermoor": 1,
    "I05/Ambermoor": 2,
    "I05/Quillshire": 240,
    "I05/Saltmarrow": 9,
    "I06/Ambermoor": 1,
    "I06/Quillshire": 1,
    "I07/Saltmarrow": 4,
    "I10/Saltmarrow": 11,
    "I12/Quillshire": 2,
    "I19/Ambermoor": 1,
    "I20/Saltmarrow": 1,
    "I21/Quillshire": 1,
    "I24/Saltmarrow": 1,
    "I26/Ambermoor": 3,
    "I29/Quillshire": 230,
    "Quillshire/I09": 1,
    "Quillshire/I13": 2,
    "Quillshire/rest": 4,
    "Saltmarrow/social_care": 2,
}


def stream(seed: int, series: str, salt: int | None = None) -> random.Random:
    """The random numbers of a series such as ``I05/Quillshire`` or ``Ambermoor/nhs``."""
    return random.Random(f"{seed}/{series}/{SALTS.get(series, 0) if salt is None else salt}")
