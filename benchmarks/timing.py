"""Interleaved rounds: every side once a round, in turning order, so that a slow minute hits all of them alike."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any, TypeVar

T = TypeVar("T")


def interleaved(sides: Mapping[str, Callable[[], T]], *, rounds: int, warm: bool = True) -> dict[str, list[T]]:
    """What each side returned in each round; one round before them is thrown away when ``warm``."""
    found: dict[str, list[T]] = {name: [] for name in sides}
    for number in range(-1 if warm else 0, rounds):
        order = list(sides) if number % 2 == 0 else list(reversed(sides))
        for name in order:
            gc.collect()
            result = sides[name]()
            if number >= 0:
                found[name].append(result)
    return found


def seconds(function: Callable[[], Any]) -> Callable[[], float]:
    """The function as one that returns how long it took; its result is let go after the clock has stopped."""

    def timed() -> float:
        start = time.perf_counter()
        kept = function()
        took = time.perf_counter() - start
        del kept
        return took

    return timed


def work(function: Callable[[], Any]) -> Callable[[], float]:
    """The function as one that returns how many seconds of this process's work it took, however busy the machine."""

    def timed() -> float:
        start = time.process_time()
        kept = function()
        took = time.process_time() - start
        del kept
        return took

    return timed


def p50(function: Callable[[Any], Any], arguments: Sequence[Any]) -> float:
    """Median milliseconds of one call over many arguments."""
    took = []
    for argument in arguments:
        start = time.perf_counter()
        function(argument)
        took.append((time.perf_counter() - start) * 1000)
    return median(took)
