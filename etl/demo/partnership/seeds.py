"""Which random numbers each series draws: a salt for every indicator and area that a search has chosen.

A series without a salt has salt 0. ``search`` finds them; the seed of the demonstration is ``etl.demo.figures.SEED``.
"""

import random

SALTS: dict[str, int] = {}


def stream(seed: int, indicator_id: str, letter: str) -> random.Random:
    """The random numbers of an indicator in the area of a letter (Q, A or S)."""
    name = f"{indicator_id}/{letter}"
    return random.Random(f"{seed}/{name}/{SALTS.get(name, 0)}")
