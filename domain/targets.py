"""National expectations with the months for which they were set; a line is drawn for those months and no others.

Not yet reviewed against the guidance itself. Supported by press reports of 2017: the level of 9.4 for all delays, set
in July 2017 for September 2017, with areas that were lower in February 2017 asked to keep their own level (which a
single line cannot show). Not confirmed: that 2.6 is of delays that social care was responsible for, and that both
levels held to the end of the plan year 2017-18. The notes say so on the page.
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


_SOURCE = "Better Care Fund expectations of July 2017, as reported in the press"
_LOWER = "Areas that were below this level in February 2017 were asked to stay at their own level."
_UNCONFIRMED = "not confirmed from the guidance itself."
TARGETS = (
    Target(
        "dtoc_beds_per_100k_18plus",
        ALL,
        9.4,
        "2017-09",
        "2018-03",
        "expected 9.4",
        f"All delays. {_LOWER} The last month is {_UNCONFIRMED}",
        _SOURCE,
    ),
    Target(
        "dtoc_beds_per_100k_18plus",
        "social_care",
        2.6,
        "2017-09",
        "2018-03",
        "expected 2.6",
        f"Read as delays that social care was responsible for; this and the last month are {_UNCONFIRMED}",
        _SOURCE,
    ),
    Target(
        "dtoc_share_of_beds_pct",
        ALL,
        3.5,
        "2017-09",
        "2018-03",
        "expected 3.5",
        f"At most 3.5 % of all hospital beds in England by September 2017. The last month is {_UNCONFIRMED}",
        "Mandate to NHS England for 2017-18; House of Commons Hansard, 3 July 2017",
    ),
)


def targets(indicator: str, body: str) -> tuple[Target, ...]:
    """Targets of an indicator and responsible body, earliest first."""
    return tuple(target for target in TARGETS if (target.indicator, target.body) == (indicator, body))
