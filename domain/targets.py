"""National expectations with the months for which they were set; a line is drawn for those months and no others.

Reviewed reference data. The expectations of July 2017 asked areas with a higher rate in February 2017 to come down
to a level by September 2017, in the plan year 2017-18; areas below it were asked to keep their February 2017 level,
which a single line cannot show and the note says.
"""

from dataclasses import dataclass

from domain.delays import ALL


@dataclass(frozen=True)
class Target:
    """A level of an indicator that was expected from ``start`` to ``end`` (months, both included)."""

    indicator: str
    body: str
    level: float
    start: str
    end: str
    label: str
    note: str
    source: str


_SOURCE = "Department of Health and DCLG, Integration and Better Care Fund: expectations for 2017-18, July 2017"
_NOTE = "Areas that were below this level in February 2017 were asked to stay at their own level."
TARGETS = (
    Target(
        "dtoc_beds_per_100k_18plus", ALL, 9.4, "2017-09", "2018-03", "expected 9.4", f"All delays. {_NOTE}", _SOURCE
    ),
    Target(
        "dtoc_beds_per_100k_18plus",
        "social_care",
        2.6,
        "2017-09",
        "2018-03",
        "expected 2.6",
        f"Delays that social care was responsible for. {_NOTE}",
        _SOURCE,
    ),
)


def targets(indicator: str, body: str) -> tuple[Target, ...]:
    """Targets of an indicator and responsible body, earliest first."""
    return tuple(target for target in TARGETS if (target.indicator, target.body) == (indicator, body))
