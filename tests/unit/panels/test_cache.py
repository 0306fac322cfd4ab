"""Results kept by function, arguments and build."""

from dataclasses import dataclass

from panels import cache
from panels.cache import by_build


@dataclass
class Build:
    """What a cache goes by: the kind of data, and the key of the builds that are read."""

    key: str
    mode: str = "demo"


def _counting():
    calls = []

    @by_build
    def ask(view, *arguments):
        calls.append((view.key, *arguments))
        return [view.key, *arguments]

    return ask, calls


def test_a_result_is_worked_out_once_for_a_build_and_its_arguments():
    ask, calls = _counting()
    assert ask(Build("a"), 1) is ask(Build("a"), 1)
    assert ask(Build("a"), 2) == ["a", 2]
    assert calls == [("a", 1), ("a", 2)]


def test_a_new_build_is_asked_anew():
    ask, calls = _counting()
    assert [ask(Build("a"), 1), ask(Build("b"), 1)] == [["a", 1], ["b", 1]]
    assert len(calls) == 2


def test_demonstration_and_live_results_are_never_mixed_up():
    ask, calls = _counting()
    ask(Build("a", "demo"), 1)
    ask(Build("a", "live"), 1)
    assert len(calls) == 2


def test_the_least_used_result_goes_first_when_there_are_too_many():
    ask, calls = _counting()
    for number in range(cache.SIZE):
        ask(Build("a"), number)
    ask(Build("a"), 0)
    ask(Build("a"), "one more")
    calls.clear()
    ask(Build("a"), 0)
    assert not calls
    ask(Build("a"), 1)
    assert calls == [("a", 1)]


def test_a_failure_is_not_kept():
    tries = []

    @by_build
    def ask(view):
        tries.append(view.key)
        if len(tries) == 1:
            raise ValueError
        return "found"

    for expected in (None, "found"):
        try:
            assert ask(Build("a")) == expected
        except ValueError:
            assert expected is None
    assert len(tries) == 2
