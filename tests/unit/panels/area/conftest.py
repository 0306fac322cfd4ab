"""A council drawn by hand: days of three months, one of them not sent, one without a file; 200,000 adults."""

import pytest

from components.area.choice import Choice
from components.url_state import Scope, Window
from tests.spec.tiny import councils, england, population, warehouse

ALDER = "E10999001"
_SPLITS = {
    # month: (all, nhs, social care, both), (C, E, G), (acute, non-acute)
    "2017-01": ((310, 155, 124, 31), (155, 93, 62), (217, 93)),
    "2017-03": ((310, 155, 124, 31), (155, 93, 62), (217, 93)),
    "2018-01": ((310, 248, 62, 0), (62, 217, 31), (310, 0)),
    "2018-03": ((620, 496, 124, 0), (124, 434, 62), (620, 0)),
}


def _rows(month: str) -> list[str]:
    (every, *bodies), reasons, care = _SPLITS[month]
    cells = [("all", "all", "all", every)]
    cells += [(body, "all", "all", days) for body, days in zip(("nhs", "social_care", "both"), bodies, strict=True)]
    cells += [("all", reason, "all", days) for reason, days in zip("CEG", reasons, strict=True)]
    cells += [("all", "all", kind, days) for kind, days in zip(("acute", "non_acute"), care, strict=True)]
    return [f"{month} | DM01 | {ALDER} | Alder | {' | '.join(map(str, cell))}" for cell in cells]


@pytest.fixture(scope="session")
def alder(tmp_path_factory):
    """A warehouse with Alder: January and March of two years, February 2018 not sent, no file in between."""
    lines = ["period | nhs | ons | name | body | reason | care_type | value"]
    lines += [line for month in sorted(_SPLITS) for line in _rows(month)]
    lines.append(f"2018-04 | DM01 | {ALDER} | Alder | all | all | all | -")
    cross = """
        period  | body        | reason | care_type | value
        2018-01 | nhs         | C      | acute     | 3100
        2018-01 | nhs         | E      | acute     | 620
        2018-01 | social_care | E      | acute     | 930
        2018-01 | nhs         | all    | all       | 3720
        2018-01 | social_care | all    | all       | 930
        2018-01 | both        | all    | all       | 0
        2018-01 | all         | all    | all       | 4650
    """
    people = f"""
        year | ons     | age | value
        2019 | {ALDER} | 30  | 200000
    """
    files = (*councils("\n".join(lines)), *england(cross), *population(people))
    return warehouse(tmp_path_factory.mktemp("alder"), *files)


@pytest.fixture
def first_quarter():
    """January to April 2018: two months held, no file for one, one not sent."""
    return Choice(Scope("Alder", Window("2018-01", "2018-04")))
