"""Damage to bytes: cuts, flips, insertions and holes."""

import random
from collections.abc import Iterator

from tests.faults.corpus.samples import Sample
from tests.faults.corpus.verdict import Case

STUMP = 64


def cut(sample: Sample) -> Iterator[Case]:
    """The first part of a file only."""
    body, chance = sample.body, random.Random(f"cut {sample.source.id} {sample.kind}")
    ends = {0, 1, 4, 511, 513, len(body) // 2, len(body) - 1, len(body) - 22, len(body) - 300}
    ends |= {chance.randrange(8, len(body)) for _ in range(8)}
    for end in sorted(end for end in ends if end >= 0):
        left = sample.kind == "xls" or end < STUMP  # a few letters are no file of anybody
        yield Case(f"the first {end} of {len(body)} bytes", body[:end], told=False, other=left, fewer=True)


def flipped(sample: Sample) -> Iterator[Case]:
    """One, four or thirty-two bits turned over."""
    for bits in (1, 4, 32):
        for seed in range(6 if sample.kind in ("xls", "text") else 4):
            chance, body = random.Random(f"flip {sample.source.id} {bits} {seed}"), bytearray(sample.body)
            for _ in range(bits):
                body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
            yield Case(
                f"{bits} bits turned, {seed}", bytes(body), told=False, other=sample.kind == "xls", reads_as=("",)
            )


def inserted(sample: Sample) -> Iterator[Case]:
    """Some bytes too many, or a stretch of zeros in place of what was there."""
    for seed in range(8 if sample.kind == "xls" else 4):
        chance = random.Random(f"insert {sample.source.id} {seed}")
        at = chance.randrange(len(sample.body))
        more = sample.body[:at] + chance.randbytes(chance.choice((1, 3, 64))) + sample.body[at:]
        yield Case(f"bytes put in at {at}", more, told=False, other=sample.kind == "xls")
        size = min(512, len(sample.body) // 4)
        hole = sample.body[:at] + bytes(len(sample.body[at : at + size])) + sample.body[at + size :]
        yield Case(f"zeros at {at}", hole, told=False, other=sample.kind == "xls")
