"""Results kept in process by (function, arguments, build): a new build needs no timers to be seen."""

import functools
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from warehouse.reader import View

Result = TypeVar("Result")
SIZE = 16  # of each function; whole answers are kept too (web/responses.py)


def by_build(function: Callable[..., Result]) -> Callable[..., Result]:
    """Keep results of ``function(view, *arguments)``; arguments must be hashable, results must not be changed."""
    kept: OrderedDict[tuple[Any, ...], Result] = OrderedDict()
    lock = threading.Lock()

    @functools.wraps(function)
    def wrapper(view: View, *arguments: object) -> Result:
        key = (view.mode, view.id, *arguments)
        with lock:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
        result = function(view, *arguments)
        with lock:
            kept[key] = result
            while len(kept) > SIZE:
                kept.popitem(last=False)
        return result

    return wrapper
