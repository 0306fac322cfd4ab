"""Which random numbers each series of the example partnership draws: a salt that a search has chosen.

With these salts every reading that the example promises holds; ``etl.demo.partnership.search`` finds them. A series
that is not named has salt 0, and with another seed than the shipped one the promises need not hold.
"""

import random

SALTS: dict[str, int] = {}


def stream(seed: int, series: str, salt: int | None = None) -> random.Random:
    """The random numbers of a series such as ``I05/Quillshire`` or ``Ambermoor/nhs``."""
    return random.Random(f"{seed}/{series}/{SALTS.get(series, 0) if salt is None else salt}")
