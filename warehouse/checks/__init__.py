"""Checks of the loaded tables, each declared as SQL: what must hold of every build, whatever was published."""

from collections.abc import Iterator

from warehouse.checks import delays, emergency, hospitals, people, places, tables
from warehouse.checks.check import FAILED, NOT_APPLICABLE, PASSED, Check, Result, run
from warehouse.reader import View

CHECKS: tuple[Check, ...] = (
    *tables.keys(),
    *tables.facts(),
    *delays.checks(),
    *emergency.checks(),
    *hospitals.checks(),
    *people.population(),
    *people.results(),
    *places.mergers(),
    *places.areas(),
    *places.files(),
)


def every(view: View) -> Iterator[Result]:
    """The result of every check on a build, in order."""
    return (run(check, view) for check in CHECKS)


__all__ = ["CHECKS", "FAILED", "NOT_APPLICABLE", "PASSED", "Check", "Result", "every", "run"]
