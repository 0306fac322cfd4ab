"""Room to improve: how many fewer people a day at the peers' level (METHODS M11).

Never in money or beds "released", and never summed over areas: for 150 councils it would be half of all delays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.compare import Interval
from analysis.funnel import percentile
from analysis.rates import Refused

PER = 100_000


@dataclass(frozen=True)
class Benchmark:
    """The peers' median and lower quartile, in people a day per 100,000 adults."""

    median: float
    quartile: float


@dataclass(frozen=True)
class Room:
    """From ``low`` (to the median) to ``high`` (to the lower quartile) fewer people delayed on an average day."""

    low: float
    high: float
    rate: float
    benchmark: Benchmark

    @property
    def words(self) -> str:
        """In words, in whole people."""
        low, high = round(self.low), round(self.high)
        return f"{low if low == high else f'{low} to {high}'} fewer people delayed on an average day"


def benchmark(rates: Sequence[float]) -> Benchmark:
    """Median and lower quartile of the peers' 12-month mean rates, by linear interpolation."""
    if not rates:
        raise Refused("no peers hold this year: no benchmark")
    return Benchmark(percentile(rates, 0.5), percentile(rates, 0.25))


def room(rate: Interval, peers: Benchmark, *, adults: float) -> Room:
    """gap × population ÷ 100,000 people a day, to the peers' median and to their lower quartile.

    rate: the council's 12-month mean per 100,000 adults with its interval (M8).

    Raises:
        Refused: where the interval covers the median or lies below it: "no clear gap to peers".
    """
    if rate.low <= peers.median:
        raise Refused("no clear gap to peers")
    low, high = ((rate.value - level) * adults / PER for level in (peers.median, peers.quartile))
    return Room(low, high, rate.value, peers)
