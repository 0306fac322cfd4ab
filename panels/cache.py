"""Results kept in process by (function, arguments, build): a new build needs no timers to be seen."""

import functools
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from warehouse.reader import View

Result = TypeVar("Result")
SIZE = 16  # of each function; whole answers are kept too (web/responses.py)
FEW = 6  # of functions whose results are large, and seldom asked for again once a page has been drawn


def by_build(function: Callable[..., Result]) -> Callable[..., Result]:
    """Keep the latest ``SIZE`` results of ``function(view, *arguments)``."""
    return keeping(SIZE)(function)


def keeping(size: int) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Keep the latest ``size`` results of ``function(view, *arguments)``."""
    return lambda function: _kept(function, size)


def _kept(function: Callable[..., Result], size: int) -> Callable[..., Result]:
    """Keep results; arguments must be hashable, results must not be changed."""
    kept: OrderedDict[tuple[Any, ...], Result] = OrderedDict()
    lock = threading.Lock()

    @functools.wraps(function)
    def wrapper(view: View, *arguments: object) -> Result:
        key = (view.mode, view.key, *arguments)
        with lock:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
        result = function(view, *arguments)
        with lock:
            kept[key] = result
            while len(kept) > size:
                kept.popitem(last=False)
        return result

    return wrapper
