"""Somebody who has read everything that a local build shows of a series of people, and works out what he can.

He writes down what every number says of a sum over months. Each is a bound on the difference of two running totals,
so the least and the most of every month are shortest paths, which he finds by repeated relaxing.
"""

import math
from dataclasses import dataclass, field

from domain import periods

FAR = 10**6
SMALL = 7


def near(value, unit):
    """The whole numbers that are rounded to a value."""
    return max(0, math.ceil(value - unit / 2)), math.floor(value + unit / 2)


def three_figures(value):
    """The interval of numbers that read as a value to three significant figures."""
    if not value:
        return 0.0, 0.0
    half = 10 ** (math.floor(math.log10(abs(value))) - 2) / 2
    return value - half, value + half


@dataclass
class Attacker:
    """What is known of a series that begins in a month."""

    first: str
    length: int
    edges: dict = field(default_factory=dict)

    def knows(self, months, low, high):
        """The sum over months lies in an interval."""
        start = periods.gap(self.first, months[0])
        end = periods.gap(self.first, months[-1]) + 1
        for pair, most in (((start, end), high), ((end, start), -low)):
            self.edges[pair] = min(self.edges.get(pair, FAR), most)

    def can_be(self, month):
        """The least and the most that a month can be."""
        place = periods.gap(self.first, month)
        return -self._path(place + 1, place), self._path(place, place + 1)

    def _path(self, start, end):
        best = {start: 0}
        for _ in range(self.length + 1):
            before = dict(best)
            for (a, b), most in self.edges.items():
                if a in best and best[a] + most < best.get(b, FAR):
                    best[b] = best[a] + most
            if best == before:
                break
        return best.get(end, FAR)
